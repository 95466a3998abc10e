"""Draws in both languages how well area types find pupils, from the table CURVE of ``areatypereach``.

Usage: .venv/bin/python scripts/reach_picture.py CURVE.csv docs/pictures
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

SHARES = ("andel_utlandsk_bakgrund", "andel_foraldrar_eftergymnasial")
FIRST, OTHERS, UNKNOWN = "1-2", "3-5", "utan"
MARKED = (10, 25, 50)
WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "How well do area types find pupils?",
        "which": "Pupils in the most exposed schools, by the area type that Skolverket gives the school",
        SHARES[0]: "Largest share with foreign background first",
        SHARES[1]: "Smallest share with post-secondary parents first",
        "x": "pupils in the most exposed schools, per cent of all pupils",
        "y": "per cent",
        FIRST: "types 1 and 2",
        OTHERS: "types 3 to 5",
        UNKNOWN: "type unknown",
        "best": "the most that types 1 and 2 could be",
        "interval": "95 per cent interval",
        "note": "Schools with a published share. The type says where a school lies, not where its pupils live. "
        "Source: Skolverket.",
    },
    "sv": {
        "title": "Hur väl hittar områdestyperna elever?",
        "which": "Elever i de mest utsatta skolorna, efter den områdestyp som Skolverket ger skolan",
        SHARES[0]: "Störst andel med utländsk bakgrund först",
        SHARES[1]: "Minst andel med eftergymnasiala föräldrar först",
        "x": "elever i de mest utsatta skolorna, procent av alla elever",
        "y": "procent",
        FIRST: "typ 1 och 2",
        OTHERS: "typ 3 till 5",
        UNKNOWN: "okänd typ",
        "best": "det mesta som typ 1 och 2 skulle kunna vara",
        "interval": "95-procentigt intervall",
        "note": "Skolor med publicerad andel. Typen säger var en skola ligger, inte var eleverna bor. "
        "Källa: Skolverket.",
    },
}
_WIDTH, _HEIGHT, _TOP, _PLOT = 900, 520, 144, 300
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


def drawn(rows: Sequence[Row], language: str) -> str:
    """Return the picture as SVG."""
    words = WORDS[language]
    parts = [_text(20, 32, words["title"], size=20, weight="bold"), _text(20, 54, words["which"], size=14)]
    parts += _legend(words)
    for share, left in zip(SHARES, _LEFTS):
        parts += _panel(curve_of(rows, share), left, words[share], words)
    parts.append(_text(20, _HEIGHT - 14, words["note"]))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'font-family="Open Sans, Noto Sans, DejaVu Sans, sans-serif">\n'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _panel(curve: Curve, left: float, title: str, words: Mapping[str, str]) -> list[str]:
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
    label = _text(x, _y(value) + 36, f"{value:.0f} %", anchor="middle", size=13, weight="bold", fill="white")
    return [*parts, label]


def _legend(words: Mapping[str, str]) -> list[str]:
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
    x += 325
    parts.append(
        f'<line x1="{x:.1f}" y1="{y - 11:.1f}" x2="{x:.1f}" y2="{y + 3:.1f}" stroke="{_INK}" stroke-width="1.5"/>'
    )
    return [*parts, _text(x + 10, y, words["interval"])]


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
    """Draw the table named first into the folder named second."""
    table, folder = Path(sys.argv[1]), Path(sys.argv[2])
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for language in WORDS:
        (folder / f"reach_{language}.svg").write_text(drawn(rows, language), encoding="utf-8")


if __name__ == "__main__":
    main()
