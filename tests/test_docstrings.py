"""What the docstrings of the public functions promise a reader: arguments, units and shapes of results, errors."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.source_tree import PACKAGE, trees

DOCUMENTED = ("model", "drawing", "kit", "reading", "staging", "timeline", "picture", "sound")
"""Packages whose public functions are the vocabulary of whoever adds to them."""
NUMBERS = re.compile(
    r"\b(float|int|bytes|NDArray|Array|Mask|Map|Vec|Signal|Wave|Samples|Spectrum|Colour|Number|Rows|Curve)\b"
)
"""Types that say nothing of what they count in."""
MEASURED = re.compile(
    r"""
    -?\.?\d+\s*\.\.\s*-?\.?\d | \((n|m|k|\d|count|rows|height|bins)\b[^()]*,[^()]*\) | \([^()]*,\ \d\) | \(\w+,\)
    | \bshape\b | \b[01]\ (where|black|before|at|if|none|means|below|for)\b
    | \b(metres?|seconds?|minutes?|pixels?|radians|turns|Hz|hertz|dB|decibels|LU|LUFS|dBTP|semitones|octaves?|cents)\b
    | \b(units?|half\ screen\ heights|shares?|factors?)\b
    | \b(index|indices|offset|ranges|code\ points?|characters|bytes|numbers?\ of|how\ many|columns?|rows?)\b
    | \b(linear\ light|sRGB|OKLab|lux|samples?|rms|words\ a\ minute|seed|depth\ of\ the\ night|version|ratio|counts?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words and figures that tell what a number counts in, between what it lies, or how an array is shaped."""
UNSPOKEN = re.compile(r"\b(dict|Mapping|Callable)\b")
"""Types of which the name of the function cannot tell both halves."""


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """The public functions of a module, and those of its public classes."""
    bodies = [tree.body]
    while bodies:
        for node in bodies.pop():
            if isinstance(node, ast.ClassDef) and node.name[0] != "_":
                bodies.append(node.body)
            elif isinstance(node, ast.FunctionDef) and node.name[0] != "_":
                yield node


def sections(docstring: str) -> dict[str, str]:
    """The parts of a docstring: "" is its summary and prose, the others go by their heading."""
    found = {"": ""}
    heading = ""
    for line in docstring.splitlines():
        if re.fullmatch(r"(Args|Returns|Yields|Raises):", line):
            heading = line[:-1]
            found[heading] = ""
        else:
            found[heading] += line + "\n"
    return found


def raised(node: ast.FunctionDef) -> set[str]:
    """Names of the errors a function raises itself."""
    found = set()
    for inner in ast.walk(node):
        if isinstance(inner, ast.Raise) and inner.exc is not None:
            error = inner.exc.func if isinstance(inner.exc, ast.Call) else inner.exc
            if isinstance(error, ast.Name) and error.id.endswith(("Error", "Exception")):
                found.add(error.id)
    return found


def lacking(node: ast.FunctionDef) -> list[str]:
    """What the docstring of a function does not tell."""
    parts = sections(ast.get_docstring(node) or "")
    result = ast.unparse(node.returns) if node.returns else "None"
    given = parts[""] + parts.get("Returns", "") + parts.get("Yields", "")
    names = [arg.arg for arg in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
    found = [
        f"argument {name}"
        for name in names
        if name not in ("self", "cls") and not re.search(rf"^ +\*?{name}\b.*:", parts.get("Args", ""), re.MULTILINE)
    ]
    found += [f"raises {name}" for name in sorted(raised(node)) if name not in parts.get("Raises", "")]
    if not parts[""].strip():
        found.append("summary")
    if NUMBERS.search(result) and not MEASURED.search(given):
        found.append(f"unit, range or shape of {result}")
    if UNSPOKEN.search(result) and not {"Returns", "Yields"} & set(parts) and not is_property(node):
        found.append(f"what is in {result}")
    return found


def is_property(node: ast.FunctionDef) -> bool:
    """True for what is read like a field: its summary is about the value, as a field's is."""
    return any("property" in ast.unparse(decorator) for decorator in node.decorator_list)


@pytest.mark.parametrize("package", DOCUMENTED)
def test_arguments_results_and_errors_are_told(package: str) -> None:
    """Each argument has its line; a number its unit, range or shape; a mapping its keys; an error its reason."""
    found = {}
    count = 0
    for path, tree in trees().items():
        if path.relative_to(PACKAGE).parts[0] != package:
            continue
        for node in functions(tree):
            count += 1
            if untold := lacking(node):
                found[f"{path.relative_to(PACKAGE)}:{node.lineno} {node.name}"] = untold
    assert count > 20
    assert found == {}


def test_the_rule_finds_what_is_not_told() -> None:
    """A number without a unit, an argument without a line, an error without a reason, a mapping without its keys."""

    def untold(source: str) -> list[str]:
        (node,) = functions(ast.parse(source))
        return lacking(node)

    assert untold('def f() -> float:\n    """The height."""') == ["unit, range or shape of float"]
    assert untold('def f() -> float:\n    """The height in metres."""') == []
    assert untold('def f(a: int) -> str:\n    """A name."""') == ["argument a"]
    assert untold('def f(a: int) -> str:\n    """A name.\n\n    Args:\n        a: how often.\n    """') == []
    assert untold('def f() -> str:\n    """A name."""\n    raise ValueError("no")') == ["raises ValueError"]
    assert untold('def f() -> dict[str, str]:\n    """Names."""') == ["what is in dict[str, str]"]
    assert untold("def f() -> None: ...") == ["summary"]
    assert [node.name for node in functions(ast.parse("class A:\n    def g(self): ...\n    def _h(self): ..."))] == [
        "g"
    ]
