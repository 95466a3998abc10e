"""Draws the ranking of municipalities in the docs, in both languages, from a table of ``backgroundsegregation``.

Usage: .venv/bin/python scripts/ranking_picture.py TABLE.csv docs/pictures
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

SHOWN = 40  # municipalities, those with the most pupils
GROUP = "utlandsk_bakgrund"
WORDS = {
    "en": {
        "title": "Segregation of schools by foreign background",
        "which": "Dissimilarity (D) in the {count} municipalities with the most pupils, {year}",
        "limits": "where D of all schools lies, hidden shares too",
        "corrected": "D of published shares, corrected for chance",
        "interval": "its 95 per cent interval",
        "none": "the same, where no interval can be given",
        "axis": "0: every school has the same share; 1: no school has pupils of both groups",
        "notes": (
            "Municipalities whose intervals overlap cannot be said to differ: there is no rank.",
            "What the hidden shares allow is not corrected for chance, and so mostly lies a little higher.",
            "D says how pupils are spread over schools, not why, and nothing of how schools fare. Source: Skolverket.",
        ),
    },
    "sv": {
        "title": "Skolsegregation efter utländsk bakgrund",
        "which": "Dissimilaritet (D) i de {count} kommunerna med flest elever, {year}",
        "limits": "där D för alla skolor ligger, även med dolda andelar",
        "corrected": "D för publicerade andelar, korrigerat för slumpen",
        "interval": "dess 95-procentiga intervall",
        "none": "detsamma, där inget intervall kan anges",
        "axis": "0: alla skolor har samma andel; 1: ingen skola har elever ur båda grupperna",
        "notes": (
            "Kommuner vars intervall överlappar kan inte sägas skilja sig åt: det finns ingen rang.",
            "Det som de dolda andelarna tillåter är inte korrigerat för slumpen, och ligger därför oftast lite högre.",
            "D säger hur elever är fördelade, inte varför, och inget om hur det går för skolorna. Källa: Skolverket.",
        ),
    },
}
_LEFT, _TOP, _WIDTH, _ROW, _PLOT, _MOST = 150, 124, 860, 19, 660, 0.8
_INK, _FAINT, _LIMITS, _POINT = "#222222", "#d8d8d8", "#f0a35e", "#14508c"

Row = Mapping[str, str]


def shown(rows: Sequence[Row]) -> list[Row]:
    """Return the municipalities with the most pupils that have a corrected D, the largest first."""
    wanted = {"niva": "kommun", "matt": "dissimilarity", "grupp": GROUP}
    latest = max(row["lasar"] for row in rows)
    found = [row for row in rows if row["korrigerat"] and row["lasar"] == latest]
    found = [row for row in found if all(row[name] == value for name, value in wanted.items())]
    found.sort(key=lambda row: -float(row["alla_personer"]))
    return sorted(found[:SHOWN], key=lambda row: -float(row["korrigerat"]))


def drawn(rows: Sequence[Row], language: str) -> str:
    """Return the picture of ``rows`` as SVG."""
    words = WORDS[language]
    bottom = _TOP + len(rows) * _ROW
    parts = [_text(20, 32, str(words["title"]), size=20, weight="bold")]
    which = str(words["which"]).format(count=len(rows), year=rows[0]["lasar"] if rows else "")
    parts.append(_text(20, 54, which, size=14))
    parts += _legend(words)
    for tick in range(9):
        x = _x(tick / 10)
        parts.append(_line(x, _TOP - 4, x, bottom, _FAINT, 1))
        label = f"{tick / 10:.1f}"
        label = label.replace(".", ",") if language == "sv" else label
        parts.append(_text(x, bottom + 16, label, anchor="middle"))
    for number, row in enumerate(rows):
        y = _TOP + number * _ROW + _ROW / 2
        parts.append(_text(_LEFT - 10, y + 4, row["platsnamn"], anchor="end"))
        parts += _marks(row, y)
    parts.append(_text(_LEFT + _PLOT / 2, bottom + 36, str(words["axis"]), anchor="middle"))
    for number, note in enumerate(words["notes"]):
        parts.append(_text(20, bottom + 64 + 18 * number, str(note)))
    height = bottom + 116
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}" '
        f'font-family="Open Sans, Noto Sans, DejaVu Sans, sans-serif">\n'
        f'<rect width="{_WIDTH}" height="{height}" fill="white"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _marks(row: Row, y: float) -> list[str]:
    least, most, value = (_x(float(row[name])) for name in ("lagst", "hogst", "korrigerat"))
    middle, width = (least + most) / 2, max(3.0, most - least)
    parts = [_bar(middle - width / 2, y, width)]
    if row["lag"] and row["hog"]:
        parts.append(_line(_x(float(row["lag"])), y, _x(float(row["hog"])), y, _POINT, 1.5))
        return [*parts, _dot(value, y, _POINT)]
    return [*parts, _dot(value, y, "white")]


def _legend(words: Mapping[str, object]) -> list[str]:
    first, second = 78, 100
    return [
        _bar(24, first, 20),
        _text(54, first + 4, str(words["limits"])),
        _line(390, first, 424, first, _POINT, 1.5),
        _text(434, first + 4, str(words["interval"])),
        _dot(34, second, _POINT),
        _text(54, second + 4, str(words["corrected"])),
        _dot(407, second, "white"),
        _text(434, second + 4, str(words["none"])),
    ]


def _x(value: float) -> float:
    return _LEFT + value / _MOST * _PLOT


def _text(x: float, y: float, text: str, anchor: str = "start", size: int = 12, weight: str = "normal") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" '
        f'fill="{_INK}">{escape(text)}</text>'
    )


def _line(x: float, y: float, to_x: float, to_y: float, colour: str, width: float) -> str:
    ends = f'x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}"'
    return f'<line {ends} stroke="{colour}" stroke-width="{width}"/>'


def _bar(x: float, y: float, width: float) -> str:
    return f'<rect x="{x:.1f}" y="{y - 6:.1f}" width="{width:.1f}" height="12" fill="{_LIMITS}"/>'


def _dot(x: float, y: float, fill: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{fill}" stroke="{_POINT}" stroke-width="1.5"/>'


def main() -> None:
    """Draw the table named first into the folder named second."""
    table, folder = Path(sys.argv[1]), Path(sys.argv[2])
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = shown(list(csv.DictReader(file)))
    for language in WORDS:
        path = folder / f"background_{language}.svg"
        path.write_text(drawn(rows, language), encoding="utf-8")


if __name__ == "__main__":
    main()
