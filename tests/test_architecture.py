"""The architecture page is true: its tree is the real one, and imports run the way its flow says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.world import ROOT

PAGE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")


def block(name: str) -> list[str]:
    """The lines of the fenced block below a heading."""
    match = re.search(rf"^## {name}\n.*?^```\n(.*?)^```", PAGE, re.M | re.S)
    assert match, f"no block below {name!r}"
    return match[1].splitlines()


def modules() -> list[Path]:
    skipped = {"__pycache__", "examples"}
    return sorted(path for path in (ROOT / "dalil").rglob("*.py") if not skipped & set(path.parts))


def purpose(path: Path) -> str:
    """The first sentence of a module's docstring, without its stop."""
    text = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return re.split(r"(?<=[^A-Z])\.(?:\s|$)", text.replace("\n", " "), maxsplit=1)[0]


def tree() -> Iterator[str]:
    """The tree as it is: folders, and modules with their purpose."""
    for path in modules():
        parts = path.relative_to(ROOT / "dalil").parts
        indent = "  " * len(parts)
        name = f"{path.parent.name}/" if path.name == "__init__.py" else path.name
        if path.name == "__init__.py":
            indent = "  " * (len(parts) - 1)
        yield f"{indent}{name}  {purpose(path)}"


def test_the_tree_is_the_real_one() -> None:
    expected = list(tree())
    assert block("The library") == expected, "write this into ARCHITECTURE.md:\n" + "\n".join(expected)


def test_every_module_says_what_it_is_for() -> None:
    assert [str(path) for path in modules() if not purpose(path)] == []


def layers() -> list[list[str]]:
    return [line.split("  ")[0].split() for line in block("The flow of imports")]


def place(module: str) -> int:
    """The layer of a module: that of its longest listed prefix."""
    found = -1
    length = 0
    for number, layer in enumerate(layers()):
        for name in layer:
            if (module == name or module.startswith(name + ".")) and len(name) > length:
                found, length = number, len(name)
    return found


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("dalil"):
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                is_module = (ROOT / whole.replace(".", "/")).with_suffix(".py").exists()
                is_package = (ROOT / whole.replace(".", "/")).is_dir()
                yield whole if is_module or is_package else node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("dalil."))


def dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", modules(), ids=dotted)
def test_imports_run_one_way(path: Path) -> None:
    name = dotted(path)
    if name == "dalil":
        return
    own = place(name)
    assert own >= 0, f"{name} is in no layer of ARCHITECTURE.md"
    back = [other for other in imports(path) if other != "dalil" and place(other) > own]
    assert back == [], f"{name} imports from a later stage"


def functions() -> Iterator[tuple[str, int]]:
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.end_lineno:
                yield f"{dotted(path)}.{node.name}", node.end_lineno - node.lineno + 1


def test_functions_are_short() -> None:
    lengths = sorted(length for _, length in functions())
    assert [name for name, length in functions() if length > 40] == []
    assert lengths[len(lengths) // 2] <= 10


def test_modules_are_small() -> None:
    assert [dotted(path) for path in modules() if len(path.read_text("utf-8").splitlines()) > 220] == []
