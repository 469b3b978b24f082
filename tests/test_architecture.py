"""The house keeps its shape: layers, style and types hold, and no file leads outside the project."""

import re
import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
CHECKS = {
    "the layers of pyproject.toml": ["-c", LINT_IMPORTS],
    "ruff's rules": ["-m", "ruff", "check", "--quiet", "."],
    "ruff's form": ["-m", "ruff", "format", "--check", "."],
    "strict types": ["-m", "mypy", "--no-error-summary"],
}

# Package registries, and folders of one machine: written in halves, so that this file is not what it looks for.
LEADS_OUTSIDE = [
    "py" + r"pi\.org",
    "python" + r"hosted\.org",
    "npm" + r"js\.(org|com)",
    "deb" + r"\.debian\.org",
    "debian" + r"\.org/debian",
    "archive" + r"\.ubuntu\.com",
    "conda" + r"\.anaconda\.org",
    "index" + "-url",
    "find" + "-links",
    r"(?<![\w.])/wo" + "rk/",
    r"(?<![\w.])/var" + "/tmp",
    r"(?<![\w.])/ro" + "ot/",
]


def ignored_names() -> list[str]:
    """The patterns of .gitignore; a bare tree has no git to ask."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    return [".git", *(line.rstrip("/") for line in lines)]


def project_files(folder: Path = ROOT) -> Iterator[Path]:
    """Every file that belongs to the project."""
    ignored = ignored_names()
    for path in sorted(folder.iterdir()):
        if any(fnmatch(path.name, pattern) for pattern in ignored):
            continue
        if path.is_dir():
            yield from project_files(path)
        else:
            yield path


@pytest.mark.parametrize("check", CHECKS)
def test_the_code_keeps(check: str) -> None:
    done = subprocess.run([sys.executable, *CHECKS[check]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"\n{done.stdout}{done.stderr}"


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    outside = re.compile("|".join(LEADS_OUTSIDE).encode())
    files = list(project_files())
    assert Path(__file__).resolve() in files
    assert not [
        f"{path.relative_to(ROOT)}: {found[0]!r}" for path in files if (found := outside.search(path.read_bytes()))
    ]


@pytest.mark.parametrize(
    "text",
    ["https://py" + "pi.org/simple", "open('/wo" + "rk/x')", "pip install --index" + "-url x", "cd /ro" + "ot/x"],
)
def test_what_leads_outside_is_recognised(text: str) -> None:
    assert re.search("|".join(LEADS_OUTSIDE), text)


def test_the_packaging_folder_never_shadows_the_packaging_library() -> None:
    import packaging.version

    assert not list((ROOT / "packaging").glob("__init__.py*"))
    assert Path(packaging.version.__file__).resolve().parent != ROOT / "packaging"


def test_the_top_level_is_what_the_readme_draws() -> None:
    visible = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} - {"build", "dist"}
    assert visible == {"balancer_desktop", "resources", "tests", "packaging", "pyproject.toml", "README.md", "LICENSE"}
