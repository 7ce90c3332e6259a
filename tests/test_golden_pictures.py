"""Golden pictures: every element once, on one sheet a family; drawn on software OpenGL and compared as an eye would.

    pytest tests/test_golden_pictures.py --update-goldens     draws them anew: look at each before committing it

A failure leaves the result, the reference and their difference under tests/golden/failures/.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from dreamplayer.catalogue import elements
from dreamplayer.model.moment import Moment
from dreamplayer.picture.look import PALETTE, frame_of, place_for, stage_for
from dreamplayer.picture.quality import software
from dreamplayer.picture.tone import decoded

GOLDEN = Path(__file__).parent / "golden"
CELL = (240, 135)
COLUMNS = 6
FAMILIES = sorted({element.family for element in elements().values()})


def sheet(family: str, painter: Any) -> NDArray[np.uint8]:
    """Every element of a family, whole and present, in order of name."""
    painter.resize(*CELL)
    cells = []
    for _, element in sorted(elements().items()):
        if element.family != family:
            continue
        at = Moment(
            t=9.0, life=0.4, seed=3, count=element.several, stage=stage_for(element), place=place_for(element),
            palette=PALETTE,
        )  # fmt: skip
        painter.paint(frame_of(element, at))
        cells.append(np.frombuffer(painter.pixels(), np.uint8).reshape(CELL[1], CELL[0], 3))
    while len(cells) % COLUMNS:
        cells.append(np.zeros_like(cells[0]))
    rows = [np.concatenate(cells[i : i + COLUMNS], 1) for i in range(0, len(cells), COLUMNS)]
    return np.concatenate(rows, 0)


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


@pytest.mark.parametrize("family", FAMILIES)
def test_elements_look_as_they_did(family: str, gl_painter: Any, request: pytest.FixtureRequest) -> None:
    """The sheet of a family matches its reference on software OpenGL; elsewhere it is neither black nor bright."""
    drawn = sheet(family, gl_painter)
    for y in range(0, drawn.shape[0], CELL[1]):
        assert drawn[y : y + CELL[1], : CELL[0]].max() > 12, "an element draws nothing"
    assert drawn.mean() < 110
    path = GOLDEN / "pictures" / f"{family}.png"
    if request.config.getoption("--update-goldens"):
        save(path, drawn)
        return
    if not software(gl_painter.renderer):
        pytest.skip(f"golden pictures are compared on software OpenGL, not on {gl_painter.renderer}")
    reference = load(path)
    assert reference.shape == drawn.shape, f"{family} has other elements than its reference: --update-goldens"
    off = np.linalg.norm(seen(drawn) - seen(reference), axis=-1)
    if off.mean() >= 0.012 or np.percentile(off, 99.5) >= 0.10:
        failures = GOLDEN / "failures"
        save(failures / f"{family}-result.png", drawn)
        save(failures / f"{family}-reference.png", reference)
        difference = np.clip(np.abs(drawn.astype(int) - reference.astype(int)) * 4, 0, 255).astype(np.uint8)
        save(failures / f"{family}-difference.png", difference)
        pytest.fail(
            f"{family}: mean {off.mean():.4f}, 99.5th percentile {np.percentile(off, 99.5):.4f}: see {failures}"
        )
