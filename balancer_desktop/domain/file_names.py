"""Names of files and folders that every system takes: Windows, macOS, Linux, and what copies between them.

Windows: https://learn.microsoft.com/windows/win32/fileio/naming-a-file. Sizes leave room for a number behind, for
folders within folders, and for the 260 characters that many Windows programs still take a whole path to have at most.
"""

import re
from unicodedata import category, combining, normalize

PARTY_NAME, FOLDER_NAME, FILE_NAME = 60, 50, 120
"""Longest names, in characters; none is longer than 200 bytes in UTF-8, of the 255 that file systems take."""
_BYTES = 200
_FORBIDDEN = str.maketrans({"/": "-", "\\": "-", "|": "-", ":": "-", '"': "'", "<": "(", ">": ")", "?": "", "*": ""})
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(?=\s*(\.|$))", re.IGNORECASE)
_JOINERS = "\u200c\u200d"
"""Kept of the characters nobody sees: emoji and several scripts are written with them."""
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_PLAIN = re.compile(r"[0-9A-Za-z](?:[,.]? ?[&'+()-]?[0-9A-Za-z])*")
"""Most names, which are quick to tell apart: a start with thousands of folders compares all of them."""
_NUMBERED = re.compile(r" \([0-9]+\)")


def safe_name(text: str, longest: int = FILE_NAME, nameless: str = "Nameless", most_bytes: int = _BYTES) -> str:
    """The text as the name of a file or folder: as it is where every system takes it, else the nearest to it."""
    if len(text) <= longest and _PLAIN.fullmatch(text) and not _RESERVED.match(text):
        return text
    seen = normalize("NFC", "".join(map(_seen, text))).translate(_FORBIDDEN)
    free = _unreserved(_trimmed(" ".join(seen.split())))
    return _unreserved(_trimmed(_cut(free, longest, most_bytes)) or nameless)


def safe_file_name(text: str) -> str:
    """As safe_name, for a file: what shortens it leaves its extension."""
    name = safe_name(text)
    stem, dot, extension = text.rpartition(".")
    if len(name) == len(text) or not stem or len(extension) > 10:
        return name
    ending = safe_name(extension, 10, "")
    tail = dot + ending if ending else ""
    return safe_name(stem, FILE_NAME - 11, most_bytes=_BYTES - len(tail.encode())) + tail


def party_folder_name(name: str, uid: str) -> str:
    """`Acme Hardware (k7f3q2)`: the uid makes it one of a kind, and known where nothing else tells whose it is."""
    tail = f" ({uid})"
    return safe_name(name, PARTY_NAME - len(tail), most_bytes=_BYTES - len(tail)) + tail


def archive_folder_name(name: str) -> str:
    return safe_name(name, FOLDER_NAME)


def numbered(name: str, number: int, *, file: bool = False) -> str:
    """`Acme (2)`; of a file `bill (2).pdf`. Number 1 is the name itself."""
    if number < 2:
        return name
    stem, dot, extension = name.rpartition(".") if file else ("", "", "")
    if not stem:
        return f"{name} ({number})"
    return f"{stem} ({number}){dot}{extension}"


def is_numbered(name: str, plain: str) -> bool:
    """Whether a name is the plain one, or that with a number behind."""
    return name == plain or (name.startswith(plain) and bool(_NUMBERED.fullmatch(name[len(plain) :])))


def _seen(char: str) -> str:
    """Marks that turn the direction of writing, controls and halves of characters vanish; breaks become spaces."""
    if char.isspace():
        return " "
    return "" if category(char) in _UNSEEN and char not in _JOINERS else char


def _unreserved(name: str) -> str:
    """Windows keeps some names for its devices, whatever their extension."""
    return _RESERVED.sub(r"\1_", name) if _RESERVED.match(name) else name


def _trimmed(name: str) -> str:
    """Windows drops spaces and points at the end; a point in front hides a file elsewhere."""
    return name.lstrip(". " + _JOINERS).rstrip(". " + _JOINERS)


def _cut(name: str, longest: int, most_bytes: int) -> str:
    """The beginning of a name, never ending within a character that several code points make up."""
    end = min(len(name), longest)
    while len(name[:end].encode()) > most_bytes:
        end -= 1
    while 0 < end < len(name) and _belongs_to_the_one_before(name, end):
        end -= 1
    return name[:end]


def _belongs_to_the_one_before(name: str, at: int) -> bool:
    char = name[at]
    joined = bool(combining(char)) or category(char) in ("Mn", "Me") or char in _JOINERS or name[at - 1] in _JOINERS
    return joined or "\U0001f3fb" <= char <= "\U0001f3ff"
