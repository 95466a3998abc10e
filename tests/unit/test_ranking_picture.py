"""The picture of municipalities in the docs: who is in it, in which order, and what shows that there is no interval."""

from __future__ import annotations

import csv
import subprocess
import sys
from xml.etree import ElementTree as ET

COLUMNS = ["niva", "matt", "grupp", "lasar", "platsnamn", "alla_personer", "korrigerat", "lag", "hog", "lagst", "hogst"]
ROWS = [
    ("kommun", "dissimilarity", "utlandsk_bakgrund", "2025/26", "Små & Stora", 900, 0.3, 0.2, 0.4, 0.31, 0.32),
    ("kommun", "dissimilarity", "utlandsk_bakgrund", "2025/26", "Apart", 800, 0.5, "", "", 0.49, 0.5),
    ("kommun", "dissimilarity", "utlandsk_bakgrund", "2025/26", "Too few", 950, "", "", "", 0.1, 0.6),
    ("kommun", "dissimilarity", "utlandsk_bakgrund", "2024/25", "Earlier", 990, 0.6, 0.5, 0.7, 0.6, 0.6),
    ("lan", "dissimilarity", "utlandsk_bakgrund", "2025/26", "County", 9900, 0.6, 0.5, 0.7, 0.6, 0.6),
    ("kommun", "isolation", "utlandsk_bakgrund", "2025/26", "Other index", 900, 0.6, 0.5, 0.7, 0.6, 0.6),
]


def test_municipalities_of_the_latest_year_stand_by_their_corrected_value(root, tmp_path):
    table = tmp_path / "table.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *ROWS])

    subprocess.run([sys.executable, "scripts/ranking_picture.py", str(table), str(tmp_path)], cwd=root, check=True)

    for language, title in (("en", "Segregation of schools"), ("sv", "Skolsegregation")):
        picture = ET.parse(tmp_path / f"background_{language}.svg").getroot()
        texts = [one.text for one in picture.iter("{http://www.w3.org/2000/svg}text")]
        assert texts[0].startswith(title)
        names = {row[4] for row in ROWS}
        assert [text for text in texts if text in names] == ["Apart", "Små & Stora"]
        dots = [one.get("fill") for one in picture.iter("{http://www.w3.org/2000/svg}circle")]
        # Below those of the legend: the first has no interval.
        assert (dots[-2], dots[-1]) == ("white", dots[0])
