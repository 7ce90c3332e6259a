"""Shader programs, assembled from `picture/shaders` and the `.glsl` files beside the drawings that use them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import moderngl

from dreamplayer.errors import PictureError

_SHADERS = Path(__file__).parents[1] / "shaders"
_PACKAGE = Path(__file__).parents[2]
_HEAD = "#version 330\n"


@cache
def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise PictureError(f"the shader {path.name} cannot be read", todo="Install Dreamplayer again.") from error


@cache
def _fields() -> dict[str, Path]:
    """The shader of every field by its name: each lies beside what uses it, in `elements` or in `drawing`."""
    return {path.stem: path for room in ("drawing", "elements") for path in sorted((_PACKAGE / room).rglob("*.glsl"))}


class Programs:
    """Compiles each program once; every one knows the scene's uniform block."""

    def __init__(self, ctx: moderngl.Context) -> None:
        self.ctx = ctx
        self._made: dict[tuple[str, ...], moderngl.Program] = {}

    def __call__(self, vert: str, frag: str, *defines: str) -> moderngl.Program:
        """The program of two files of `picture/shaders`, compiled at first use.

        Args:
            vert: file of the vertex shader.
            frag: file of the fragment shader.
            defines: each becomes a #define.

        Raises:
            PictureError: a file is missing or does not compile.
        """
        key = (vert, frag, *defines)
        if key not in self._made:
            head = _HEAD + "".join(f"#define {word}\n" for word in defines) + _text(_SHADERS / "scene.glsl")
            tone = _text(_SHADERS / "tone.glsl") if frag in ("meter.frag", "compose.frag") else ""
            self._made[key] = self._link(
                head + _text(_SHADERS / vert), head + tone + _text(_SHADERS / frag), f"{vert} and {frag}"
            )
        return self._made[key]

    def field(self, name: str) -> moderngl.Program:
        """The program of a field: its file `<name>.glsl` defines `vec4 paint(vec2 p)`, premultiplied.

        Args:
            name: of the file, without its suffix.

        Raises:
            PictureError: there is no such file, or it does not compile.
        """
        key = ("field", name)
        if key not in self._made:
            head = _HEAD + _text(_SHADERS / "scene.glsl")
            body = _text(_fields().get(name, Path(f"{name}.glsl")))
            # Mirrored fields are asked where they would stand upright.
            main = (
                "\nin vec2 p;\nin vec2 uv;\nout vec4 o;\n" + body + "\nvoid main() {\n"
                "    vec2 q = p; if (MIRRORED) q.y = 2. * HORIZON - q.y;\n"
                "    vec4 c = paint(q); o = vec4(max(c.rgb, 0.), clamp(c.a, 0., 1.));\n}\n"
            )
            self._made[key] = self._link(head + _text(_SHADERS / "quad.vert"), head + main, f"{name}.glsl")
        return self._made[key]

    def _link(self, vert: str, frag: str, where: str) -> moderngl.Program:
        try:
            program = self.ctx.program(vertex_shader=vert, fragment_shader=frag)
        except moderngl.Error as error:
            raise PictureError("a shader does not compile", where=where, todo=str(error)) from error
        if "Scene" in program:
            block: Any = program["Scene"]
            block.binding = 0
        return program


def put(program: moderngl.Program, **values: Any) -> None:
    """Set uniforms; those a driver has optimised away are skipped.

    Args:
        program: whose uniforms.
        values: by name; a number, or a tuple for a vector.
    """
    for name, value in values.items():
        if name in program:
            member: Any = program[name]
            member.value = value
