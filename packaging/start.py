"""Where the stand-alone app begins: the command line, or one of our own modules in a process of its own.

Voices and probes are begun as `PYTHON -m dreamplayer...`; there is no Python beside a stand-alone app, so it answers
to `-m` itself, for modules of ours only.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import sys


def main() -> int:
    """Set right what the loader changed, then hand over."""
    if sys.platform.startswith("linux"):
        # The loader points programs we start (pactl, xset) to our libraries; they want their own.
        before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
        os.environ.pop("LD_LIBRARY_PATH", None)
        if before:
            os.environ["LD_LIBRARY_PATH"] = before
    if len(sys.argv) > 2 and sys.argv[1] == "-m" and sys.argv[2].split(".")[0] == "dreamplayer":
        module = sys.argv[2]
        sys.argv = [module, *sys.argv[3:]]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return 0
    from dreamplayer.cli import main as dreamplayer

    return dreamplayer()


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
