"""Draws the growth of time with the number of points in the docs, in both languages, from the tables of the docs.

Usage: .venv/bin/python scripts/growth_picture.py docs/performance.md docs/pictures
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Mapping
from html import escape
from pathlib import Path

# The names of the tables, and what lines are called.
WAYS = {
    "ours": ("this plugin", "detta tillägg"),
    "geopandas, sjoin": ("geopandas", "geopandas"),
    "shapely: tree of points, prepared areas": ("shapely, a few lines", "shapely, några rader"),
    "SedonaDB": ("SedonaDB", "SedonaDB"),
    "DuckDB spatial": ("DuckDB", "DuckDB"),
    "QGIS, native:joinattributesbylocation": ("QGIS's join", "QGIS koppling"),
    "ours before: tree of areas, points ask": ("this plugin before", "detta tillägg förut"),
}
TITLES = (
    "Points found in 3,363 areas: processor time by number of points",
    "Punkter funna i 3 363 områden: processortid efter antal punkter",
)
SUBTITLES = (
    "Seconds; both axes grow tenfold a step. Lines that end early were not run with more points.",
    "Sekunder; båda axlarna växer tio gånger per steg. Linjer som slutar tidigare har inte körts med fler punkter.",
)
_LEFT, _TOP, _PLOT, _HIGH, _WIDTH, _APART = 70, 84, 560, 360, 860, 17
_POINTS, _SECONDS = (4, 7), (-1, 2)  # powers of ten
_INK, _FAINT, _OURS, _OTHERS = "#222222", "#d8d8d8", "#14508c", "#7a7a7a"

Lines = Mapping[str, Mapping[int, float]]


def lines_of(text: str) -> Lines:
    """Return the processor seconds of each way by the number of points, from the tables in the docs."""
    found: dict[str, dict[int, float]] = {way: {} for way in WAYS}
    for table in re.finditer(r"^\| ([\d,]+) points \| seconds .*\n(?:\|.*\n)+", text, re.MULTILINE):
        points = int(table[1].replace(",", ""))
        for row in table[0].splitlines()[2:]:
            way, _, _, processor = [cell.strip() for cell in row.strip("|").split("|")][:4]
            if way in found:
                found[way][points] = float(processor)
    return found


def picture(lines: Lines, swedish: bool) -> str:
    """Return the picture as SVG."""
    parts = [
        f'<text x="{_LEFT}" y="30" font-size="18" font-weight="bold">{escape(TITLES[swedish])}</text>',
        f'<text x="{_LEFT}" y="52" font-size="13">{escape(SUBTITLES[swedish])}</text>',
        *_axes(swedish),
    ]
    ends = sorted(((_y(max(line.items())[1]), way) for way, line in lines.items() if line), key=lambda end: end[0])
    height = -math.inf
    for at, way in ends:
        label = at
        if max(lines[way]) == 10 ** _POINTS[1]:
            label = height = max(at, height + _APART)
        parts += _line(WAYS[way][swedish], lines[way], label, way == "ours")
    size = f'width="{_WIDTH}" height="{_TOP + _HIGH + 50}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" fill="{_INK}">'
    return "\n".join(
        [head, f'<rect width="{_WIDTH}" height="{_TOP + _HIGH + 50}" fill="white"/>', *parts, "</svg>", ""]
    )


def _x(points: float) -> float:
    low, high = _POINTS
    return _LEFT + _PLOT * (math.log10(points) - low) / (high - low)


def _y(seconds: float) -> float:
    low, high = _SECONDS
    return _TOP + _HIGH * (high - math.log10(seconds)) / (high - low)


def _axes(swedish: bool) -> list[str]:
    parts = []
    for power in range(_SECONDS[0], _SECONDS[1] + 1):
        at, text = _y(10.0**power), f"{10.0**power:g}".replace(".", "," if swedish else ".")
        parts.append(f'<line x1="{_LEFT}" x2="{_LEFT + _PLOT}" y1="{at:.1f}" y2="{at:.1f}" stroke="{_FAINT}"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{at + 4:.1f}" font-size="13" text-anchor="end">{text}</text>')
    for power in range(_POINTS[0], _POINTS[1] + 1):
        text = f"{10**power:,}".replace(",", " " if swedish else ",")
        at = _TOP + _HIGH + 22
        parts.append(f'<text x="{_x(10.0**power):.1f}" y="{at}" font-size="13" text-anchor="middle">{text}</text>')
    return parts


def _line(name: str, line: Mapping[int, float], label: float, ours: bool) -> list[str]:
    places = [(_x(points), _y(seconds)) for points, seconds in sorted(line.items())]
    colour, width = (_OURS, 3) if ours else (_OTHERS, 1.5)
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    (last_x, last_y), aside = places[-1], places[-1][0] + 14
    parts = [f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>']
    parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{width + 1}" fill="{colour}"/>' for x, y in places]
    if label != last_y:  # pushed down by another name
        lead = f'x1="{last_x:.1f}" y1="{last_y:.1f}" x2="{aside - 2:.1f}" y2="{label:.1f}"'
        parts.append(f'<line {lead} stroke="{colour}" stroke-width="0.7"/>')
    weight = ' font-weight="bold"' if ours else ""
    parts.append(f'<text x="{aside:.1f}" y="{label + 4:.1f}" font-size="13"{weight}>{escape(name)}</text>')
    return parts


def main(docs: Path, folder: Path) -> None:
    """Write both pictures."""
    lines = lines_of(docs.read_text(encoding="utf-8"))
    for language in ("en", "sv"):
        (folder / f"growth_{language}.svg").write_text(picture(lines, language == "sv"), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
