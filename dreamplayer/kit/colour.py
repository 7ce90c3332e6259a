"""Colour as a painter needs it: linear light, its perceptual coordinates, and what it costs a sleeper.

Linear light is sRGB primaries, 0..1. OKLab is Björn Ottosson's (bottosson.github.io/posts/oklab, public domain):
L 0 black .. 1 white, a green to red, b blue to yellow, chroma to about .32, hue in turns from red.
"""

from __future__ import annotations

import math

from dreamplayer.model.reading import Colour

Lab = tuple[float, float, float]
MELANOPIC = (0.01, 0.36, 0.63)
"""How much linear red, green and blue of a usual screen wake, white 1."""


def to_oklab(colour: Colour) -> Lab:
    """Linear light to OKLab (matrices of Björn Ottosson, see above).

    Args:
        colour: linear light, 0..1 each.

    Returns:
        L 0 black .. 1 white; a, green to red, and b, blue to yellow, within about -.3..+.3.
    """
    r, g, b = colour
    l = _root(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    m = _root(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    s = _root(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    )


def from_oklab(lab: Lab) -> Colour:
    """OKLab to linear light.

    Args:
        lab: L, a, b.

    Returns:
        Linear light, 0..1 each; what a screen cannot show is cut off channel by channel, which shifts its hue a little.
    """
    L, a, b = lab
    l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s = (L - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _unit(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        _unit(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        _unit(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
    )


def lch(lightness: float, chroma: float, hue: float) -> Colour:
    """Linear light of an OKLab lightness, chroma and hue (turns: .08 red, .17 amber, .3 yellow, .4 green, .75 blue).

    Args:
        lightness: OKLab lightness, 0 black .. 1 white.
        chroma: 0 grey .. .3 as strong as a screen can.
        hue: turns: .08 red, .17 amber, .3 yellow, .4 green, .75 blue.
    """
    return from_oklab((lightness, chroma * math.cos(math.tau * hue), chroma * math.sin(math.tau * hue)))


def hue_of(colour: Colour) -> tuple[float, float]:
    """Chroma and hue of a colour in OKLab.

    Args:
        colour: linear light, 0..1 each.

    Returns:
        Chroma, 0 grey .. about .32 as strong as a screen can; and hue in turns, 0..1, as `lch` takes it. The hue of a
        grey means nothing.
    """
    _, a, b = to_oklab(colour)
    return math.hypot(a, b), math.atan2(b, a) / math.tau % 1.0


def blend(one: Colour, other: Colour, share: float) -> Colour:
    """Between two colours as the eye sees it: 0 the one .. 1 the other.

    Args:
        one: linear light.
        other: linear light.
        share: 0 the one .. 1 the other.

    Returns:
        Linear light, 0..1 each.
    """
    x, y = to_oklab(one), to_oklab(other)
    return from_oklab((
        x[0] + (y[0] - x[0]) * share, x[1] + (y[1] - x[1]) * share, x[2] + (y[2] - x[2]) * share,
    ))  # fmt: skip


def luminance(colour: Colour) -> float:
    """Relative luminance (weights of ITU-R BT.709).

    Args:
        colour: linear light, 0..1 each.

    Returns:
        0 black .. 1 white; .18 is a middle grey to the eye.
    """
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def melanopic(colour: Colour) -> float:
    """How much a colour wakes: its light weighted as the melanopsin of the eye takes it (`MELANOPIC`).

    Args:
        colour: linear light, 0..1 each.

    Returns:
        0..1, white 1. Violet has 2 to 5 times its luminance, amber and ember .2 to .4 of it.
    """
    return sum(weight * light for weight, light in zip(MELANOPIC, colour, strict=True))


def dimmed(colour: Colour, load: float) -> Colour:
    """The same colour, made darker where needed so that its melanopic load is at most `load`.

    Args:
        colour: linear light.
        load: melanopic load that may be reached, white 1.

    Returns:
        Linear light, 0..1 each, of the same hue.
    """
    now = melanopic(colour)
    share = min(1.0, load / now) if now > 0.0 else 1.0
    return (colour[0] * share, colour[1] * share, colour[2] * share)


def encoded(x: float) -> float:
    """One channel of linear light on the curve of sRGB (IEC 61966-2-1).

    Args:
        x: linear light; held within 0..1.

    Returns:
        0..1, as a screen takes it.
    """
    x = _unit(x)
    return 12.92 * x if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055


def decoded(x: float) -> float:
    """One channel on the curve of sRGB as linear light (IEC 61966-2-1); the inverse of `encoded`.

    Args:
        x: 0..1, as a screen takes it.

    Returns:
        Linear light, 0..1.
    """
    return x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4


def to_hex(colour: Colour) -> str:
    """A colour as it is written for the web.

    Args:
        colour: linear light; held within 0..1 each.

    Returns:
        `#rrggbb` in sRGB.
    """
    return "#" + "".join(f"{round(255 * encoded(x)):02x}" for x in colour)


def from_hex(text: str) -> Colour:
    """The colour of a hexadecimal code.

    Args:
        text: `#rrggbb` in sRGB.

    Returns:
        Linear light, 0..1 each.

    Raises:
        ValueError: it holds no six hexadecimal digits after the first character.
    """
    r, g, b = (decoded(int(text[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return (r, g, b)


def _root(x: float) -> float:
    return math.copysign(abs(x) ** (1 / 3), x)


def _unit(x: float) -> float:
    return min(1.0, max(0.0, x))
