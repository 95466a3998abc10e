"""Draws in both languages how well area types find pupils, from the table CURVE of ``areatypereach``.

Usage: .venv/bin/python scripts/reach_picture.py CURVE.csv docs/pictures 2025/26
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

SHARES = ("andel_utlandsk_bakgrund", "andel_foraldrar_eftergymnasial")
FIRST, OTHERS, UNKNOWN = "1-2", "3-5", "utan"
MARKED = (10, 25, 50)
WORDS: Mapping[str, Mapping[str, Any]] = {
    "en": {
        "title": "How well do area types find the pupils in the most exposed schools?",
        "which": "Pupils in these schools by the area type that Skolverket gives the school, per cent",
        SHARES[0]: "By foreign background: largest share first",
        SHARES[1]: "By parents' education: smallest share first",
        "x": "pupils in the most exposed schools, per cent of all pupils",
        "all": "{share} % of all pupils",
        FIRST: "types 1 and 2",
        OTHERS: "types 3 to 5",
        UNKNOWN: "type unknown",
        "best": "most possible in types 1 and 2",
        "interval": "value with 95 per cent interval",
        "notes": (
            "Read: of the tenth of pupils in the schools with the largest share of foreign background, {share} per",
            "cent go to school in an area of type 1 or 2. Schools with a published share, grades 1-9, {year}.",
            "Parents' education: the share of pupils whose parents have post-secondary education.",
            "The area type says where a school lies, not where its pupils live. Source: Skolverket, own processing.",
        ),
    },
    "sv": {
        "title": "Hur väl hittar områdestyperna eleverna i de mest utsatta skolorna?",
        "which": "Elever i dessa skolor efter den områdestyp som Skolverket ger skolan, procent",
        SHARES[0]: "Efter utländsk bakgrund: högst andel först",
        SHARES[1]: "Efter föräldrars utbildning: lägst andel först",
        "x": "elever i de mest utsatta skolorna, procent av alla elever",
        "all": "{share} % av alla elever",
        FIRST: "typ 1 och 2",
        OTHERS: "typ 3 till 5",
        UNKNOWN: "okänd typ",
        "best": "mest möjligt i typ 1 och 2",
        "interval": "värde med 95-procentigt intervall",
        "notes": (
            "Läs så: av den tiondel av eleverna som går i skolorna med högst andel med utländsk bakgrund går {share}",
            "procent i skola i ett område av typ 1 eller 2. Skolor med publicerad andel, årskurs 1-9, {year}.",
            "Föräldrars utbildning: andel elever vars föräldrar har eftergymnasial utbildning.",
            "Områdestypen säger var en skola ligger, inte var eleverna bor. Källa: Skolverket, egen bearbetning.",
        ),
    },
}
_WIDTH, _HEIGHT, _TOP, _PLOT = 900, 576, 144, 300
_LEFTS, _PANEL = (56, 496), 380
_INK, _BEST = "#222222", "#000000"
_FILLS = {FIRST: "#d6604d", OTHERS: "#c6dbef", UNKNOWN: "#e3e3e3"}

Row = Mapping[str, str]
Curve = Mapping[int, Mapping[str, Row]]


def curve_of(rows: Sequence[Row], share: str) -> Curve:
    """Return the rows of one share in the whole study, by cut and part, with Skolverket's types."""
    found: dict[int, dict[str, Row]] = {}
    for row in rows:
        if (row["plats"], row["resultat"], row["typer"]) == ("00", share, "skolverket"):
            found.setdefault(int(row["andel"]), {})[row["grupp"]] = row
    return found


def drawn(rows: Sequence[Row], language: str, year: str) -> str:
    """Return the picture as SVG."""
    words = WORDS[language]
    parts = [_text(20, 32, words["title"], size=20, weight="bold"), _text(20, 54, words["which"], size=14)]
    parts += _legend(words)
    for share, left in zip(SHARES, _LEFTS):
        parts += _panel(curve_of(rows, share), left, words[share], words)
    first = float(curve_of(rows, SHARES[0])[MARKED[0]][FIRST]["varde"])
    for number, note in enumerate(words["notes"]):
        parts.append(_text(20, _HEIGHT - 66 + 18 * number, note.format(share=f"{first:.0f}", year=year)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'font-family="Open Sans, Noto Sans, DejaVu Sans, sans-serif">\n'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _panel(curve: Curve, left: float, title: str, words: Mapping[str, Any]) -> list[str]:
    cuts = sorted(curve)
    parts = [_text(left, _TOP - 14, title, size=13, weight="bold")]
    base = [0.0] * len(cuts)
    for part in (FIRST, OTHERS, UNKNOWN):
        upper = [low + float(curve[cut][part]["varde"]) for low, cut in zip(base, cuts)]
        ring = [_at(left, cut, value) for cut, value in zip(cuts, upper)]
        ring += [_at(left, cut, value) for cut, value in reversed(list(zip(cuts, base)))]
        parts.append(f'<polygon points="{" ".join(ring)}" fill="{_FILLS[part]}"/>')
        base = upper
    best = " ".join(_at(left, cut, float(curve[cut][FIRST]["basta"])) for cut in cuts)
    parts.append(f'<polyline points="{best}" fill="none" stroke="{_BEST}" stroke-width="1.5" stroke-dasharray="5 4"/>')
    for cut in MARKED:
        parts += _mark(curve[cut][FIRST], left, cut)
    whole = float(curve[cuts[-1]][FIRST]["varde"])
    parts.append(_text(left + _PANEL - 4, _y(whole) - 30, words["all"].format(share=f"{whole:.0f}"), anchor="end"))
    bottom = _TOP + _PLOT
    for tick in (0, 25, 50, 75, 100):
        parts.append(_text(_x(left, tick), bottom + 16, str(tick), anchor="middle"))
        parts.append(_text(left - 8, _y(tick) + 4, str(tick), anchor="end"))
    return [*parts, _text(left + _PANEL / 2, bottom + 36, words["x"], anchor="middle")]


def _mark(row: Row, left: float, cut: int) -> list[str]:
    x, value = _x(left, cut), float(row["varde"])
    parts = []
    if row["lag"] and row["hog"]:
        ends = f'x1="{x:.1f}" x2="{x:.1f}" y1="{_y(float(row["lag"])):.1f}" y2="{_y(float(row["hog"])):.1f}"'
        parts.append(f'<line {ends} stroke="{_INK}" stroke-width="1.5"/>')
    parts.append(f'<circle cx="{x:.1f}" cy="{_y(value):.1f}" r="4" fill="white" stroke="{_INK}" stroke-width="1.5"/>')
    label = _text(x, _y(value) + 50, f"{value:.0f} %", anchor="middle", size=13, weight="bold", fill="white")
    return [*parts, label]


def _legend(words: Mapping[str, Any]) -> list[str]:
    parts, x, y = [], 24.0, 84.0
    for part in (FIRST, OTHERS, UNKNOWN):
        parts.append(f'<rect x="{x:.1f}" y="{y - 10:.1f}" width="18" height="12" fill="{_FILLS[part]}"/>')
        parts.append(_text(x + 26, y, words[part]))
        x += 130
    parts.append(
        f'<line x1="{x:.1f}" y1="{y - 4:.1f}" x2="{x + 26:.1f}" y2="{y - 4:.1f}" stroke="{_BEST}" stroke-width="1.5" '
        'stroke-dasharray="5 4"/>'
    )
    parts.append(_text(x + 34, y, words["best"]))
    x += 250
    parts.append(
        f'<line x1="{x:.1f}" y1="{y - 13:.1f}" x2="{x:.1f}" y2="{y + 5:.1f}" stroke="{_INK}" stroke-width="1.5"/>'
    )
    parts.append(f'<circle cx="{x:.1f}" cy="{y - 4:.1f}" r="4" fill="white" stroke="{_INK}" stroke-width="1.5"/>')
    return [*parts, _text(x + 12, y, words["interval"])]


def _x(left: float, cut: float) -> float:
    return left + cut / 100 * _PANEL


def _y(value: float) -> float:
    return _TOP + (1 - value / 100) * _PLOT


def _at(left: float, cut: float, value: float) -> str:
    return f"{_x(left, cut):.1f},{_y(value):.1f}"


def _text(
    x: float, y: float, text: str, anchor: str = "start", size: int = 12, weight: str = "normal", fill: str = _INK
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" '
        f'fill="{fill}">{escape(text)}</text>'
    )


def main() -> None:
    """Draw the table named first, of the school year named third, into the folder named second."""
    table, folder, year = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for language in WORDS:
        (folder / f"reach_{language}.svg").write_text(drawn(rows, language, year), encoding="utf-8")


if __name__ == "__main__":
    main()
