"""The command that installs missing packages."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


def install_command(*packages: str) -> str:
    """`python -m pip install ...` for the Python that runs us, or that builds the stand-alone app."""
    quoted = " ".join(f'"{package}"' if "[" in package else package for package in packages)
    if getattr(sys, "frozen", False):
        return f"python -m pip install {quoted}, then build the app again"
    return f"{_python()} -m pip install {quoted}"


def _python() -> str:
    """`python` where that is this one, else its whole path."""
    found = shutil.which("python")
    if found and Path(found).absolute().parent == Path(sys.executable).absolute().parent:
        return "python"
    return f'"{sys.executable}"' if " " in sys.executable else sys.executable
