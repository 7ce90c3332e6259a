"""The syntax trees of the package, parsed once for all tests that look something up in them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "dreamplayer"


@cache
def trees() -> dict[Path, ast.Module]:
    """The syntax tree of each module of the package, by its path."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
