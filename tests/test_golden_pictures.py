"""Golden pictures: every element once, on one sheet a family; drawn on software OpenGL and compared as an eye would.

    pytest tests/test_golden_pictures.py --update-goldens     draws them anew: look at each before committing it

A failure leaves the result, the reference and their difference under tests/golden/failures/.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from dreamplayer.catalogue import elements
from dreamplayer.drawing.element import Element
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Placement
from dreamplayer.picture.look import PALETTE, frame_of, place_for, stage_for
from dreamplayer.picture.quality import software
from dreamplayer.picture.tone import decoded
from dreamplayer.reading.lexicon.vocabulary import thing

pytestmark = pytest.mark.slow

GOLDEN = Path(__file__).parent / "golden"
CELL = (240, 135)
COLUMNS = 6
MEAN, HIGH = 0.012, 0.10
"""Distance in OKLab below which a cell is as it was: on average, and for all but the furthest 0.5% of its pixels."""
BLOCK, LEVELS = 15, 4.0
"""And no block of so many pixels square differs by so many 8-bit levels in its mean. Another driver's rounding moves it
by less than one; of all pairs in a family the least unlike, sunrise and sunset, are 5 apart."""
FAMILIES = sorted({element.family for element in elements().values()})


def members(family: str) -> list[str]:
    """The elements of a family, in the order in which its sheet shows them."""
    return sorted(name for name, element in elements().items() if element.family == family)


def _place(element: Element) -> Placement:
    """Where `look` puts it; a small animal enlarged, so that its cell shows more of it than a few pixels."""
    place = place_for(element)
    small = thing(element.name).alive and element.size < 1.0 and element.role in ("prop", "hero")
    most = 2.6 if element.size >= 0.1 else 8.0
    return replace(place, size=min(most, 1.1 / element.size)) if small else place


def cell(name: str, painter: Any) -> NDArray[np.uint8]:
    """One element, whole and present, as many as a plural means."""
    element = elements()[name]
    at = Moment(
        t=9.0, life=0.4, seed=3, count=element.several, stage=stage_for(element), place=_place(element),
        palette=PALETTE,
    )  # fmt: skip
    painter.paint(frame_of(element, at))
    return np.frombuffer(painter.pixels(), np.uint8).reshape(CELL[1], CELL[0], 3)


def sheet(cells: Sequence[NDArray[np.uint8]]) -> NDArray[np.uint8]:
    """Cells laid out in rows, the last row filled up with black."""
    filled = [*cells, *[np.zeros_like(cells[0])] * (-len(cells) % COLUMNS)]
    rows = [np.concatenate(filled[i : i + COLUMNS], 1) for i in range(0, len(filled), COLUMNS)]
    return np.concatenate(rows, 0)


def cells_of(image: NDArray[np.uint8], count: int) -> list[NDArray[np.uint8]]:
    """The first `count` cells of a sheet, row by row."""
    width, height = CELL
    corners = ((k // COLUMNS * height, k % COLUMNS * width) for k in range(count))
    return [image[y : y + height, x : x + width] for y, x in corners]


def save(path: Path, image: NDArray[np.uint8]) -> None:
    """Write a PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    height, width = image.shape[:2]
    pygame.image.save(pygame.image.frombuffer(image.tobytes(), (width, height), "RGB"), str(path))


def load(path: Path) -> NDArray[np.uint8]:
    """Read a PNG."""
    return np.ascontiguousarray(pygame.surfarray.array3d(pygame.image.load(str(path))).swapaxes(0, 1))


def oklab(light: NDArray[np.float32]) -> NDArray[np.float32]:
    """Linear light as OKLab (Ottosson 2020), (..., 3)."""
    to_cones = np.array([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
                         [0.0883024619, 0.2817188376, 0.6299787005]])  # fmt: skip
    to_lab = np.array([[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
                       [0.0259040371, 0.7827717662, -0.8086757660]])  # fmt: skip
    return np.asarray(np.cbrt(light @ to_cones.T) @ to_lab.T, np.float32)


def seen(image: NDArray[np.uint8]) -> NDArray[np.float32]:
    """OKLab at half the size: what an eye would compare."""
    h, w = image.shape[0] // 2 * 2, image.shape[1] // 2 * 2
    light = decoded(image[:h, :w].astype(np.float32) / 255.0)
    return oklab(light.reshape(h // 2, 2, w // 2, 2, 3).mean((1, 3)))


def difference(drawn: NDArray[np.uint8], reference: NDArray[np.uint8]) -> tuple[float, float, float]:
    """How far two cells are apart: mean and 99.5th percentile in OKLab, and the most that a block's mean has moved."""
    off = np.linalg.norm(seen(drawn) - seen(reference), axis=-1)
    height, width = CELL[1] // BLOCK, CELL[0] // BLOCK
    moved = (drawn.astype(float) - reference).reshape(height, BLOCK, width, BLOCK, 3).mean((1, 3))
    return float(off.mean()), float(np.percentile(off, 99.5)), float(np.abs(moved).max())


def alike(drawn: NDArray[np.uint8], reference: NDArray[np.uint8]) -> bool:
    """True where a cell looks as its reference does, by all three limits."""
    mean, high, levels = difference(drawn, reference)
    return mean < MEAN and high < HIGH and levels < LEVELS


@pytest.mark.parametrize("family", FAMILIES)
def test_elements_look_as_they_did(family: str, gl_painter: Any, request: pytest.FixtureRequest) -> None:
    """Each cell matches its reference on software OpenGL; elsewhere it is neither black nor bright."""
    names = members(family)
    gl_painter.resize(*CELL)
    drawn = [cell(name, gl_painter) for name in names]
    for name, image in zip(names, drawn, strict=True):
        assert image.max() > 12, f"{name} draws nothing"
        assert image.mean() < 110, f"{name} is too bright"
    path = GOLDEN / "pictures" / f"{family}.png"
    if request.config.getoption("--update-goldens"):
        save(path, sheet(drawn))
        return
    if not software(gl_painter.renderer):
        pytest.skip(f"golden pictures are compared on software OpenGL, not on {gl_painter.renderer}")
    whole = load(path)
    assert whole.shape == sheet(drawn).shape, f"{family} has other elements than its reference: --update-goldens"
    reference = cells_of(whole, len(names))
    wrong = [k for k in range(len(names)) if not alike(drawn[k], reference[k])]
    failures = GOLDEN / "failures"
    for k in wrong:
        save(failures / f"{names[k]}-result.png", drawn[k])
        save(failures / f"{names[k]}-reference.png", reference[k])
        apart = np.clip(np.abs(drawn[k].astype(int) - reference[k].astype(int)) * 4, 0, 255).astype(np.uint8)
        save(failures / f"{names[k]}-difference.png", apart)
    told = [
        f"{names[k]}: mean %.4f, 99.5th percentile %.4f, a block by %.1f levels" % difference(drawn[k], reference[k])
        for k in wrong
    ]
    assert not wrong, f"{'; '.join(told)}: see {failures}"


@pytest.mark.parametrize("family", [family for family in FAMILIES if len(members(family)) > 1])
def test_an_element_drawn_as_another_is_seen(family: str) -> None:
    """Whichever two cells of a sheet change places, both are found to be wrong."""
    names = members(family)
    reference = cells_of(load(GOLDEN / "pictures" / f"{family}.png"), len(names))
    pairs = combinations(range(len(names)), 2)
    assert not [(names[i], names[k]) for i, k in pairs if alike(reference[i], reference[k])]
