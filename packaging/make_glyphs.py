"""Compiles the outlines of the glyphs that records name out of Noto Emoji, into one small file.

python packaging/make_glyphs.py NotoEmoji_300Light.ttf      writes assets/glyphs/outlines.npz
python packaging/make_glyphs.py --letters                   writes assets/glyphs/letters.npz, of titles, from Literata

The font is the monochrome, light weight one of npm `@expo-google-fonts/noto-emoji` (SIL Open Font License). Run it
after a record names a glyph that is not in the file yet; a test says so. Needs fontTools
(extra `build`).
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import numpy as np
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
RECORDS = ROOT / "dreamplayer" / "glyphs"
ELEMENTS = ROOT / "dreamplayer" / "elements"
TARGET = ROOT / "assets" / "glyphs" / "outlines.npz"
EM = 1024
"""Units of the em square in the file: a thousandth of a glyph is far below a mote."""


def wanted() -> list[int]:
    """Code points that the records of glyphs name, and those of elements for their visions, in order."""
    tables = (tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(RECORDS.glob("*.toml")))
    found = {int(row["glyph"], 16) for table in tables for row in table.values() if isinstance(row, dict)}
    drawn = (tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(ELEMENTS.rglob("*.toml")))
    shown = (record.get("vision", "drawing") for record in drawn)
    return sorted(found | {int(vision, 16) for vision in shown if vision not in ("drawing", "none")})


def contours(font: TTFont, code: int, scale: float) -> list[list[tuple[int, int, bool]]]:
    """The closed contours of one glyph: (x, y, whether it lies on the curve), quadratic as in TrueType.

    Raises:
        ValueError: the font lacks the glyph, or its curves aren't quadratic.
    """
    name = font.getBestCmap().get(code)
    if name is None:
        raise ValueError(f"the font has no glyph {code:04X}")
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    found: list[list[tuple[int, int, bool]]] = []

    def point(at: tuple[float, float], on: bool) -> tuple[int, int, bool]:
        return round(at[0] * scale), round(at[1] * scale), on

    for operator, points in pen.value:
        if operator == "moveTo":
            found.append([point(points[0], True)])
        elif operator == "lineTo":
            found[-1].append(point(points[0], True))
        elif operator == "qCurveTo":
            if points[-1] is None:
                found.append([point(at, False) for at in points[:-1]])
                continue
            found[-1] += [point(at, False) for at in points[:-1]]
            found[-1].append(point(points[-1], True))
        elif operator != "closePath":
            raise ValueError(f"{code:04X}: {operator} is not a quadratic outline")
    return [contour[:-1] if len(contour) > 1 and contour[0] == contour[-1] else contour for contour in found]


def letters() -> list[int]:
    """Code points of the letters that titles are written in: Latin with its accents, digits, marks."""
    latin = [code for code in range(0x21, 0x180) if code not in range(0x7F, 0xA1) and code != 0xAD]
    return [*latin, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026]


def main(argument: str) -> None:
    """Write a file and say how large it is."""
    if argument == "--letters":
        font = TTFont(ROOT / "assets" / "fonts" / "Literata-Medium.ttf")
        known = font.getBestCmap()
        codes, target = [code for code in letters() if code in known], TARGET.with_name("letters.npz")
        scale = EM / font["head"].unitsPerEm
        widths = [round(font["hmtx"][known[code]][0] * scale) for code in codes]
        write(font, codes, target, widths=np.array(widths, np.uint16))
    else:
        write(TTFont(argument), wanted(), TARGET)


def write(font: TTFont, codes: list[int], target: Path, **more: np.ndarray) -> None:
    """Write the outlines of these code points."""
    scale = EM / font["head"].unitsPerEm
    glyph_ends, contour_ends, xs, ys, on = [], [], [], [], []
    for code in codes:
        for contour in contours(font, code, scale):
            # Steps from point to point are small numbers, and pack well.
            xy = np.array([(x, y) for x, y, _ in contour], np.int16)
            steps = np.diff(xy, axis=0, prepend=np.zeros((1, 2), np.int16))
            xs.append(steps[:, 0])
            ys.append(steps[:, 1])
            on += [flag for *_, flag in contour]
            contour_ends.append(len(on))
        glyph_ends.append(len(contour_ends))
    target.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        target,
        codes=np.array(codes, np.uint32),
        glyph_ends=np.array(glyph_ends, np.uint32),
        contour_ends=np.array(contour_ends, np.uint32),
        dx=np.concatenate(xs),
        dy=np.concatenate(ys),
        on=np.packbits(np.array(on, bool)),
        **more,
    )
    size = target.stat().st_size // 1024
    sys.stdout.write(f"{target.relative_to(ROOT)}: {len(codes)} glyphs, {len(on)} points, {size} KB\n")


if __name__ == "__main__":
    main(sys.argv[1])
