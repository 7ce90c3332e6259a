"""What `new` writes: the smallest files of each kind that draw, sound or speak at once and keep their contracts."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

from dreamplayer.errors import CatalogueError

KINDS = ("element", "sound", "voice")
PACKAGE = Path(__file__).parents[1]

_ELEMENT = '''\
"""{Title}: what it looks like, in a sentence."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import {uniform}
from dreamplayer.model.moment import Moment

DOTS = 400
"""Motes a {title} is made of."""
ANGLE, RADIUS, PHASE = 1, 2, 3
"""Random lanes: numbers of one lane do not depend on those of another."""


@element("prop", 1.0)
def {name}(moment: Moment) -> tuple[Form, ...]:
    """A {title}: a ball of motes on the ground, to be replaced by a drawing of it."""
    size, place = moment.size(1.0), moment.place
    angle = 2.0 * np.pi * {uniform}(moment.seed, ANGLE, DOTS) + 0.05 * moment.t
    radius = 0.5 * size * np.sqrt({uniform}(moment.seed, RADIUS, DOTS))
    twinkle = 0.7 + 0.3 * np.sin(0.5 * moment.t + 2.0 * np.pi * {uniform}(moment.seed, PHASE, DOTS))
    x, y = place.x + radius * np.cos(angle), place.y + 0.5 * size + radius * np.sin(angle)
    at = np.stack([x, y, np.full(DOTS, place.z)], axis=1)
    light = smooth(moment.presence, 0.0, 1.0) * twinkle[:, None] * np.array([0.50, 0.26, 0.10])
    return (Dots(at.astype(np.float32), np.float32(0.03 * size), light.astype(np.float32)),)
'''

_RECORD = """\
# Every key with an example: docs/things.md. `size` is the thing's true size in metres; how large it is drawn is said by
# the drawing, and the two may differ (a lantern is drawn larger than life).
words = "{title}, {title}s!"
family = "{family}"
size = 1.0
rests = ["stands"]
at_home = []
stays = "passage"
many = 3
"""

_SOUND = '''\
"""{Title}: what it sounds like, in a sentence."""

from __future__ import annotations

from dreamplayer.kit.air import Spectrum, air, slope
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch


def _spectrum(own: Stretch, t: float) -> Spectrum:
    """What the air sounds like at t: a dark, even hush."""
    return slope(60.0, 600.0, -6.0)


@bed(trim=-29.8)  # decibels that bring it to -29 LUFS; a failing `test` says which trim to write
def {name}(block: Stretch) -> Samples:
    """{Title}, to be replaced by its sound."""
    return air(block, _spectrum)
'''

_SOUND_RECORD = """\
# The words that call it; `word!` has no other form (without it "brook" would be a verb too: brooked, brooking). Senses:
# docs/reading.md.
words = "{title}!, {title}s!"
"""

_VOICE = '''\
"""{Title}: a narrator, in a sentence."""

from __future__ import annotations

from dreamplayer.kit.voice import Voice, VoiceCard
from dreamplayer.model.audio import Speech
from dreamplayer.voices.silent import Silent


class {Class}:
    """Says a sentence. Everything heavy is imported here: it runs in the voice's own process."""

    def __init__(self) -> None:
        self._engine: Voice = Silent()  # to be replaced by the engine

    def say(self, spoken: tuple[str, ...], pace: float) -> Speech:
        """Samples at 48 kHz and one WordTime for each word, rising, within the clip."""
        return self._engine.say(spoken, pace)


{CONST} = VoiceCard(
    name="{name}",
    rank=900,
    version="1",
    exact=False,
    wake={Class},
    missing=lambda: None,  # or one sentence: what is missing, and the command that brings it
    doc="{Title}.",
)
'''


def write(kind: str, name: str, family: str | None) -> list[Path]:
    """Write the files of a new thing and give their paths; nothing that exists is overwritten.

    Args:
        kind: one of `KINDS`.
        name: its id, lower case letters, digits and underscores.
        family: the folder of an element or a sound; refused where it does not exist.

    Raises:
        CatalogueError: the name is no identifier, is taken, or the family is unknown.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise CatalogueError(f"{name!r} cannot be an id", todo="Use lower case letters, digits and underscores.")
    folder = PACKAGE / f"{kind}s"
    if kind != "voice":
        folder = _family(folder, family)
    title = name.replace("_", " ")
    words = {
        "name": name, "title": title, "Title": title.capitalize(), "Class": title.title().replace(" ", ""),
        "CONST": name.upper(), "family": _told_family(folder), "uniform": "uniform",
    }  # fmt: skip
    texts = {"element": (_ELEMENT, _RECORD), "sound": (_SOUND, _SOUND_RECORD), "voice": (_VOICE, None)}[kind]
    files = [(folder / f"{name}{ending}", text) for ending, text in zip((".py", ".toml"), texts, strict=True) if text]
    for path, _ in files:
        if path.exists() or any(found.stem == name for found in (PACKAGE / f"{kind}s").rglob(f"{name}.py")):
            raise CatalogueError(f"{kind} {name} exists", where=str(path), todo=f"Look at it: ... dev look {name}")
    for path, text in files:
        path.write_text(text.format(**words), encoding="utf-8")
    return [path for path, _ in files]


def _family(folder: Path, family: str | None) -> Path:
    known = sorted(path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith("_"))
    if family is None:
        raise CatalogueError(f"which family of {folder.name}?", todo=f"--family: one of {', '.join(known)}.")
    if family not in known:
        raise CatalogueError(f"no family {family} in {folder.name}", todo=f"--family: one of {', '.join(known)}.")
    return folder / str(family)


def _told_family(folder: Path) -> str:
    """The family most records of a folder name; a folder may hold several: a bed is of the home, a key an object."""
    told = [tomllib.loads(path.read_text(encoding="utf-8")).get("family", "") for path in folder.glob("*.toml")]
    return Counter(family for family in told if family).most_common(1)[0][0] if any(told) else folder.name
