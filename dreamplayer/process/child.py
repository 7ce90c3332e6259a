"""Entry point of a child process: it limits and sandboxes itself, then loads the module it is for.

`python -m dreamplayer.process.child OPTIONS MODULE ARGUMENTS...` calls `MODULE.main(end, ARGUMENTS...)` with the
child's end of the channel; without a channel it runs MODULE as `python -m` would. `OPTIONS -- TOOL ...` becomes the
tool. Only the standard library is loaded before the network is given up.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import sys

from dreamplayer.process import limits
from dreamplayer.process.lifetime import die_with_parent
from dreamplayer.process.limits import ResourceLimits
from dreamplayer.process.network import give_up_network
from dreamplayer.process.options import ChildOptions


def main(arguments: list[str]) -> None:
    """Prepare this process, then become the module or tool.

    Args:
        arguments: `ChildOptions.to_argument()`; then a module and its arguments, or `--` and the command of a tool.
    """
    options = ChildOptions.from_argument(arguments[0])
    lock = give_up_network(options.sockets)
    if not options.may_write:
        from dreamplayer.process.filesystem import give_up_writing

        lock += f", {give_up_writing()}"
    die_with_parent(options.parent)
    limits.apply(ResourceLimits(options.memory_bytes, options.cpu_seconds))
    if options.nice and hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(options.nice)
    if arguments[1] == "--":
        _become(arguments[2:])
    # A child of the child (a probe started by what draws) is locked by inheritance.
    os.environ["DREAMPLAYER_LOCKS"] = lock
    module = arguments[1]
    if options.read < 0:
        sys.argv = [module, *arguments[2:]]
        import runpy

        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return
    from dreamplayer.process.channel import WorkerEnd

    end = WorkerEnd(options.read, options.write)
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        importlib.import_module(module).main(end, *arguments[2:])
        end.flush()
    # Engines and drivers crash on the way out; everything that counts has been sent.
    os._exit(0)


def _become(command: list[str]) -> None:
    # The tool is not ours: it must not see the path of our modules.
    os.environ.pop("PYTHONPATH", None)
    os.environ.pop("PYTHONUTF8", None)
    try:
        os.execvp(command[0], command)
    except OSError:
        os._exit(127)


if __name__ == "__main__":
    main(sys.argv[1:])
