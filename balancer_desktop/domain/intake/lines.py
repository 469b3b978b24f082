"""The lines of vCard and iCalendar files, whole again: unfolded, decoded, and taken apart into their properties.

Lines are joined while they are bytes, for some programs fold in the middle of a letter.
"""

import codecs
import re
from binascii import a2b_qp
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from balancer_desktop.domain.text import storable

_MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
          (codecs.BOM_UTF16_BE, "utf-16"), (codecs.BOM_UTF8, "utf-8-sig"))  # fmt: skip
_HEAD = re.compile(r"(?:([\w-]+)\.)?([A-Za-z][\w-]*)((?:;[^:]*?(?:\"[^\"]*\"[^:\"]*?)*)?):")
_LOOSE_HEAD = re.compile(r"(?:([\w-]+)\.)?([A-Za-z][\w-]*)((?:;[^:]*)?):")  # with a quotation mark that never ends
_PARAMETER = re.compile(r";\s*(?:([\w-]+)\s*=\s*)?((?:\"[^\"]*\"|[^;\"])*)")
_QUOTED = re.compile(rb"^[^:]*;\s*(?:encoding\s*=\s*)?quoted-printable\b[^:]*:", re.IGNORECASE)
_BOUNDARY = re.compile(rb"\s*(?:begin|end)\s*:", re.IGNORECASE)
_SEAM = re.compile(rb"(?<=end:vcard)\s*(?=begin:vcard)", re.IGNORECASE)
_OLD = re.compile(rb"version\s*:\s*(?:2\.1|1\.0)", re.IGNORECASE)
_ENCODINGS = {"QUOTED-PRINTABLE": "Q", "BASE64": "B", "B": "B", "7BIT": "", "8BIT": ""}


class Line(NamedTuple):
    """number: of its first line in the file, from 1."""

    number: int
    raw: bytes


class Property(NamedTuple):
    """`item1.TEL;TYPE=work:555` → group item1, name TEL, parameters {TYPE: (WORK,)}, value 555.

    Names, and types of the old form (`TEL;WORK:`), are in capitals; the value is decoded but still has its backslashes.
    """

    line: int
    group: str
    name: str
    parameters: Mapping[str, tuple[str, ...]]
    value: str

    @property
    def types(self) -> frozenset[str]:
        return frozenset(word.upper() for text in self.parameters.get("TYPE", ()) for word in text.split(","))


def logical_lines(raw: bytes) -> Iterator[Line]:
    """The lines that were folded, or broken softly in quoted-printable text, as one; blank ones are left out."""
    current: Line | None = None
    old = False
    for number, line in _physical(raw):
        if current is not None and line[:1] in (b" ", b"\t") and not _is_soft(current.raw):
            current = current._replace(raw=current.raw + _unfolded(line, current.raw, old=old))
        elif current is not None and _is_soft(current.raw) and not _BOUNDARY.match(line):
            current = current._replace(raw=current.raw.rstrip()[:-1] + line)
        elif line.strip():
            if current is not None:
                yield current
            current = Line(number, line)
            if line[:7].lower() == b"version":
                old = _OLD.match(line) is not None
    if current is not None:
        yield current


def property_of(line: Line) -> Property | None:
    """The property a line holds; None when it holds none."""
    head = _parsed_head(_decoded(line.raw.partition(b":")[0], ""), line.raw)
    if head is None:
        return None
    group, name, parameters, value = head
    charset = next(iter(parameters.get("CHARSET", ())), "")
    if parameters.get("ENCODING") == ("Q",):
        value = a2b_qp(value)
    return Property(line.number, group.lower(), name.upper(), parameters, storable(_decoded(value, charset)))


def parted(value: str, by: str) -> list[str]:
    r"""The parts of a value between marks that no backslash leads, unescaped: `a\,b,c` by a comma → `a,b` and `c`."""
    parts, current, escaped = [], [], False
    for char in value:
        if escaped:
            current.append("\n" if char in "nN" else char if char in ',;:\\"' else f"\\{char}")
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == by:
            parts.append("".join(current))
            current = []
        else:
            current.append(char)
    parts.append("".join(current) + ("\\" if escaped else ""))
    return parts


def unescaped(value: str) -> str:
    """The whole value without its backslashes."""
    return parted(value, "")[0]


def _physical(raw: bytes) -> Iterator[Line]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            raw = raw.decode(encoding, "replace").encode("utf-8", "replace")
            break
    else:
        if wide := _wide(raw[:400]):
            raw = raw.decode(wide, "replace").encode("utf-8", "replace")
    for number, line in enumerate(raw.splitlines(), start=1):
        for piece in _SEAM.split(line) if b":" in line and len(line) < 200 else (line,):
            yield Line(number, piece)


def _wide(head: bytes) -> str:
    """UTF-16 without its mark: BEGIN with a NUL before or after each letter."""
    if head.lstrip(b"\0 \r\n").startswith(b"B\0E\0"):
        return "utf-16-le" if head[:1] != b"\0" else "utf-16-be"
    return ""


def _is_soft(raw: bytes) -> bool:
    return raw.rstrip().endswith(b"=") and _QUOTED.match(raw) is not None


def _unfolded(line: bytes, before: bytes, *, old: bool) -> bytes:
    """vCard 2.1 folds at a space, which stays; the later ones put one in."""
    keeps = old and line[1:2] not in (b" ", b"\t") and before[-1:] not in (b" ", b"\t")
    return line if keeps else line[1:]


def _parsed_head(start: str, raw: bytes) -> tuple[str, str, dict[str, tuple[str, ...]], bytes] | None:
    if ";" not in start:
        found, text = _LOOSE_HEAD.fullmatch(f"{start}:"), start
        value = raw[raw.find(b":") + 1 :]
        if found is None or b":" not in raw:
            return None
        return found[1] or "", found[2], {}, value
    text = raw.decode("latin-1")  # a character a byte, so that places stay what they are
    found = _HEAD.match(text) or _LOOSE_HEAD.match(text)
    if found is None:
        return None
    return found[1] or "", found[2], _parameters(_decoded(found[3].encode("latin-1"), "")), raw[found.end() :]


def _parameters(text: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, value in _PARAMETER.findall(text):
        plain = value.strip().strip('"')
        coding = _ENCODINGS.get(plain.upper())
        key = name.upper() or ("TYPE" if coding is None else "ENCODING")
        if plain:
            found[key] = (*found.get(key, ()), coding or "" if key == "ENCODING" else plain)
    return found


def _decoded(raw: bytes, charset: str) -> str:
    """In the character set named, else UTF-8, else that of Windows, in which every byte but five is a letter."""
    for encoding in (charset, "utf-8", "cp1252"):
        try:
            return raw.decode(encoding) if encoding else raw.decode("utf-8")
        except (LookupError, ValueError):
            continue
    return raw.decode("latin-1")


def plain_text(line: Line) -> str:
    """The line as text, with nothing left to decode in it: what vCalendar 1.0 wrote as quoted-printable included."""
    read = property_of(line)
    if read is None or read.parameters.get("ENCODING") != ("Q",):
        return storable(_decoded(line.raw, next(iter(read.parameters.get("CHARSET", ())), "") if read else ""))
    value = read.value.replace("\r\n", "\n").replace("\n", "\\n")
    return f"{read.name}:{value}"
