"""Probes for OpenGL 3.3 in a child process, which a faulty driver may crash without harm.

`python -m dreamplayer.app.window.gl_probe` prints the renderer and exits 0 where it works.
"""

from __future__ import annotations

import os
import sys

from dreamplayer.app.storage.history import PlayHistory
from dreamplayer.process.launch import answer

_SHAPES = (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "SDL_VIDEODRIVER",
    "LIBGL_ALWAYS_SOFTWARE",
    "GALLIUM_DRIVER",
    "XDG_SESSION_TYPE",
)


def ask_for_core() -> None:
    """Request a core profile context; must be called before the window is created."""
    import pygame

    for name, value in (
        (pygame.GL_CONTEXT_MAJOR_VERSION, 3),
        (pygame.GL_CONTEXT_MINOR_VERSION, 3),
        (pygame.GL_CONTEXT_PROFILE_MASK, pygame.GL_CONTEXT_PROFILE_CORE),
        (pygame.GL_CONTEXT_FLAGS, pygame.GL_CONTEXT_FORWARD_COMPATIBLE_FLAG),
        (pygame.GL_DEPTH_SIZE, 0),
    ):
        pygame.display.gl_set_attribute(name, value)


def main() -> int:
    """Create a hidden window with a context, and print its renderer."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    import moderngl
    import pygame

    pygame.display.init()
    ask_for_core()
    pygame.display.set_mode((64, 64), pygame.OPENGL | pygame.HIDDEN)
    context = moderngl.create_context(require=330)
    sys.stdout.write(str(context.info["GL_RENDERER"]) + "\n")
    return 0


def key() -> str:
    """Cache key of the answer: another screen or driver probes again."""
    return "|".join([sys.platform, *(os.environ.get(name, "") for name in _SHAPES)])


def renderer(history: PlayHistory | None = None, timeout: float = 10.0) -> str | None:
    """Name of what draws, or None where OpenGL 3.3 does not work. A working answer is kept for the next start.

    The kept answer is put away while a window is being opened (see `Trial`): were it wrong and the process to
    die, the next start would ask anew.
    """
    known = history.recall("gl") if history else None
    if isinstance(known, dict) and known.get("key") == key() and known.get("renderer"):
        return str(known["renderer"])
    return answer("dreamplayer.app.window.gl_probe", timeout)


if __name__ == "__main__":
    sys.exit(main())
