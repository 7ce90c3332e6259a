"""Draws the icon in every size from one description: a lantern over still water, at night.

python packaging/make_icons.py            writes packaging/icons/... and assets/icon.png
"""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pygame
from numpy.typing import NDArray

NAME = "io.github.dreamplayer.Dreamplayer"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
HERE = Path(__file__).resolve().parent

SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512">
<defs>
<radialGradient id="night" cx=".5" cy=".46" r=".62"><stop offset="0" stop-color="#3a1d14"/>
<stop offset=".5" stop-color="#160d17"/><stop offset="1" stop-color="#07060d"/></radialGradient>
<radialGradient id="halo"><stop offset="0" stop-color="#ffb45e" stop-opacity=".75"/>
<stop offset=".35" stop-color="#d9772e" stop-opacity=".28"/><stop offset="1" stop-color="#d9772e" stop-opacity="0"/>
</radialGradient>
<linearGradient id="paper" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#b4551f"/>
<stop offset=".55" stop-color="#f0a14c"/><stop offset="1" stop-color="#ffdc9a"/></linearGradient>
</defs>
<rect x="24" y="24" width="464" height="464" rx="104" fill="url(#night)"/>
<circle cx="256" cy="232" r="190" fill="url(#halo)"/>
<path d="M190 150 Q256 104 322 150 L306 290 Q256 308 206 290 Z" fill="url(#paper)"/>
<g fill="#f0a14c"><rect x="212" y="352" width="88" height="7" rx="3.5" opacity=".6"/>
<rect x="196" y="378" width="120" height="6" rx="3" opacity=".38"/>
<rect x="222" y="404" width="68" height="5" rx="2.5" opacity=".24"/></g>
<g fill="#ffe6bd"><circle cx="118" cy="122" r="4"/><circle cx="398" cy="104" r="3.4"/>
<circle cx="146" cy="236" r="2.6"/><circle cx="382" cy="216" r="2.8"/></g>
</svg>
"""

SYMBOLIC = """<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">
<path fill="#2e3436" d="M5 3.2Q8 1 11 3.2L10.3 9.4Q8 10.3 5.7 9.4Z"/>
<rect x="5.5" y="11.2" width="5" height="1" rx=".5" fill="#2e3436"/>
<rect x="4.5" y="13.2" width="7" height="1" rx=".5" fill="#2e3436" opacity=".6"/></svg>
"""


def _mix(a: tuple[float, ...], b: tuple[float, ...], u: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(a) + (np.asarray(b) - np.asarray(a)) * u[..., None]


def draw(size: int) -> NDArray[np.uint8]:
    """The icon as (size, size, 4) pixels, drawn at four times the size and averaged."""
    n = size * 4
    y, x = (np.mgrid[0:n, 0:n] + 0.5) / n * 512.0
    inside = np.clip(
        (104.0 - np.hypot(np.clip(np.abs(x - 256) - 128, 0, None), np.clip(np.abs(y - 256) - 128, 0, None))) + 0.5, 0, 1
    )
    far = np.hypot(x - 256, y - 236) / 317.0
    rgb = _mix((58, 29, 20), (22, 13, 23), np.clip(far / 0.5, 0, 1))
    rgb = np.where((far > 0.5)[..., None], _mix((22, 13, 23), (7, 6, 13), np.clip((far - 0.5) / 0.5, 0, 1)), rgb)
    glow = np.clip(1 - np.hypot(x - 256, y - 232) / 190.0, 0, 1) ** 2.2
    rgb = rgb + glow[..., None] * np.array([190.0, 110.0, 46.0]) * 0.8
    v = np.clip((y - 127) / 170.0, 0, 1)
    half = 66 - 16 * np.clip((y - 150) / 140.0, 0, 1)
    top = 150 - 23 * (1 - ((x - 256) / 66.0) ** 2)
    bottom = 290 + 9 * (1 - ((x - 256) / 50.0) ** 2)
    body = (np.abs(x - 256) < half) & (y > top) & (y < bottom)
    paper = np.where(
        (v < 0.55)[..., None],
        _mix((180, 85, 31), (240, 161, 76), v / 0.55),
        _mix((240, 161, 76), (255, 220, 154), (v - 0.55) / 0.45),
    )
    rgb = np.where(body[..., None], paper, rgb)
    for top_, width, tall, light in ((352, 44, 7, 0.6), (378, 60, 6, 0.38), (404, 34, 5, 0.24)):
        bar = ((np.abs(x - 256) < width) & (np.abs(y - top_ - tall / 2) < max(tall / 2, 256 / size))) * light
        rgb = rgb + (np.array([240.0, 161.0, 76.0]) - rgb) * bar[..., None]
    for sx, sy, r in ((118, 122, 4), (398, 104, 3.4), (146, 236, 2.6), (382, 216, 2.8)):
        star = np.exp(-(((x - sx) ** 2 + (y - sy) ** 2) / (r * r * 1.6)))
        rgb = rgb + (np.array([255.0, 230.0, 189.0]) - rgb) * star[..., None]
    out = np.dstack([np.clip(rgb, 0, 255) * inside[..., None], 255.0 * inside])
    small = out.reshape(size, 4, size, 4, 4).mean((1, 3))
    alpha = np.maximum(small[..., 3:], 1e-6) / 255.0
    return np.dstack([np.clip(small[..., :3] / alpha, 0, 255), small[..., 3:]]).astype(np.uint8)


def ico(images: dict[int, bytes]) -> bytes:
    """An icon file of Windows from PNG files by size."""
    head, body = struct.pack("<HHH", 0, 1, len(images)), b""
    at = len(head) + 16 * len(images)
    for size, png in images.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), at + len(body))
        body += png
    return head + body


def icns(images: dict[int, bytes]) -> bytes:
    """An icon file of macOS from PNG files by size."""
    kinds = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
    body = b"".join(kinds[size] + struct.pack(">I", len(png) + 8) + png for size, png in images.items())
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main() -> None:
    """Write every size, the scalable and the symbolic one, and the other systems' files."""
    images: dict[int, bytes] = {}
    root = HERE / "icons" / "hicolor"
    for size in SIZES:
        folder = root / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True, exist_ok=True)
        surface = pygame.image.frombytes(draw(size).tobytes(), (size, size), "RGBA")
        pygame.image.save(surface, str(folder / f"{NAME}.png"))
        images[size] = (folder / f"{NAME}.png").read_bytes()
    for name, made, sizes in (("ico", ico, (16, 24, 32, 48, 64, 256)), ("icns", icns, (16, 32, 64, 128, 256, 512))):
        (HERE / "icons" / f"Dreamplayer.{name}").write_bytes(made({size: images[size] for size in sizes}))
    pygame.image.save(
        pygame.image.frombytes(draw(256).tobytes(), (256, 256), "RGBA"), str(HERE.parent / "assets" / "icon.png")
    )
    for kind, name, text in (("scalable", NAME, SVG), ("symbolic", f"{NAME}-symbolic", SYMBOLIC)):
        folder = root / kind / "apps"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.svg").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
