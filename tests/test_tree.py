"""What the source tree promises whoever looks for something in it: one name, one meaning; no file name everywhere."""

from __future__ import annotations

import ast
from collections import defaultdict

from tests.source_tree import PACKAGE, trees


def classes(tree: ast.Module) -> list[str]:
    """The public classes a module defines."""
    return [node.name for node in tree.body if isinstance(node, ast.ClassDef) and node.name[0] != "_"]


def twice(named: dict[str, list[str]], most: int) -> dict[str, list[str]]:
    """Names that stand in more than `most` places."""
    return {name: places for name, places in named.items() if len(places) > most}


def test_no_two_public_classes_share_a_name() -> None:
    """Whoever reads `Measurement` need not ask which."""
    homes: dict[str, list[str]] = defaultdict(list)
    for path, tree in trees().items():
        for name in classes(tree):
            homes[name].append(str(path.relative_to(PACKAGE)))
    assert len(homes) > 100
    assert twice(homes, 1) == {}


def test_the_search_for_classes_finds_doubles() -> None:
    """A class defined in two modules would be found; a private one or a nested one is nobody's business."""
    assert classes(ast.parse("class A: ...\nclass _B: ...\ndef f():\n    class C: ...")) == ["A"]
    assert twice({"A": ["x.py", "y.py"], "B": ["x.py"]}, 1) == {"A": ["x.py", "y.py"]}


def test_no_file_name_stands_three_times() -> None:
    """A name in a traceback or a search leads to one of two files at most."""
    homes: dict[str, list[str]] = defaultdict(list)
    for path in PACKAGE.rglob("*.py"):
        if path.name != "__init__.py":
            homes[path.name].append(str(path.relative_to(PACKAGE)))
    assert twice(homes, 2) == {}
