"""The picture of reach in the docs: whose types it shows, what is marked, and that parts fill the whole."""

from __future__ import annotations

import csv
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

COLUMNS = ["plats", "resultat", "typer", "andel", "grupp", "varde", "lag", "hog", "basta"]
SVG = "{http://www.w3.org/2000/svg}"


def rows():
    for share in ("andel_utlandsk_bakgrund", "andel_foraldrar_eftergymnasial"):
        for cut in (10, 25, 50, 100):
            for part, value in (("1-2", 60 - cut / 2), ("3-5", 36 + cut / 2), ("utan", 4)):
                ends = ("", "") if cut == 25 else (value - 5, value + 5)
                yield "00", share, "skolverket", cut, part, value, *ends, 100
                yield "00", share, "location", cut, part, 99, 98, 100, 100
                yield "01", share, "skolverket", cut, part, 99, 98, 100, 100


@pytest.mark.parametrize(("language", "title"), [("en", "How well do area types"), ("sv", "Hur väl hittar")])
def test_it_shows_the_whole_study_by_skolverkets_types(root, tmp_path, language, title):
    table = tmp_path / "curve.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *rows()])

    subprocess.run(
        [sys.executable, "scripts/reach_picture.py", str(table), str(tmp_path), "2025/26"], cwd=root, check=True
    )

    picture = ET.parse(tmp_path / f"reach_{language}.svg").getroot()
    texts = [one.text for one in picture.iter(f"{SVG}text")]
    assert texts[0].startswith(title)
    assert [text for text in texts if text.endswith(" %")] == ["55 %", "48 %", "35 %"] * 2
    # Two panels of three parts; the last one's upper end is everybody, at the top.
    polygons = [one.get("points").split() for one in picture.iter(f"{SVG}polygon")]
    assert len(polygons) == 6
    upper = {point.split(",")[1] for place in (2, 5) for point in polygons[place][:4]}
    assert len(upper) == 1
    # Where there is no interval none is drawn: below that of the legend, two a panel.
    lines = [one for one in picture.iter(f"{SVG}line") if one.get("x1") == one.get("x2")]
    assert len(lines) == 1 + 2 * 2
