"""What Qt leaves out of an svg: the edges of maps, and other fonts where ours is missing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from .templates import Box

# Ours under its maker's name comes first.
_FONTS = "'Noto Sans', 'Open Sans', 'Segoe UI', Arial, sans-serif"
_FONT = re.compile(r'font-family="([^"]*)"')
_HEAD = re.compile(r"<svg\b[^>]*>")
_PROFILE = re.compile(r'\s(?:version|baseProfile)="[^"]*"')


def finish_svg(path: Path, frames: Mapping[str, Box], width: float) -> None:
    """Cut every map of a layered svg from QGIS along its frame, in place.

    ``frames`` are the maps by their item id (a plain word), as boxes on a page ``width`` millimetres wide. Qt writes
    svg without clipping: what a map draws beyond its frame would lie over the rest of the page.
    """
    text = path.read_text(encoding="utf-8")
    head = _HEAD.search(text)
    view = re.search(r'viewBox="0 0 (\d+)', head.group()) if head else None
    if head is None or view is None:
        return
    unit = int(view[1]) / width
    clips = []
    for number, (name, box) in enumerate(frames.items()):
        x, y, right, bottom = (side * unit for side in (box.x, box.y, box.right, box.bottom))
        corners = f"M{x:.2f} {y:.2f}H{right:.2f}V{bottom:.2f}H{x:.2f}z"
        clips.append(f'<clipPath id="map{number}"><path d="{corners}"/></clipPath>')
        # The layers of a map are labelled "<item>: <layer>".
        label = f'inkscape:label="{name}: '
        text = text.replace(label, f'clip-path="url(#map{number})" {label}')
    # Clipping is not in the profile for small devices that Qt names.
    plain = _PROFILE.sub("", head.group()).replace("<svg", '<svg version="1.1"')
    text = text.replace(head.group(), f"{plain}\n<defs>{''.join(clips)}</defs>", 1)
    text = _FONT.sub(lambda found: f"font-family=\"'{found[1]}', {_FONTS}\"", text)
    path.write_text(text, encoding="utf-8")
