"""The picture of growth in the docs: it is made of the tables beside it, and every way is named."""

from __future__ import annotations

import re
import subprocess
import sys
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"


def test_the_pictures_are_those_of_the_tables(root, tmp_path):
    subprocess.run(
        [sys.executable, "scripts/growth_picture.py", "docs/performance.md", str(tmp_path)], cwd=root, check=True
    )

    for language, name in (("en", "this plugin"), ("sv", "detta tillägg")):
        made = (tmp_path / f"growth_{language}.svg").read_text(encoding="utf-8")
        assert made == (root / "docs" / "pictures" / f"growth_{language}.svg").read_text(encoding="utf-8")
        picture = ET.fromstring(made)
        texts = [one.text for one in picture.iter(f"{SVG}text")]
        assert name in texts
        lines = list(picture.iter(f"{SVG}polyline"))
        assert len(lines) == 7
        ours = max(lines, key=lambda line: float(line.get("stroke-width")))
        x = [float(pair.split(",")[0]) for pair in ours.get("points").split()]
        steps = [later - earlier for earlier, later in zip(x, x[1:])]
        assert len(x) == 4
        assert max(steps) - min(steps) < 0.2  # a tenfold is always as far
        names = [one for one in picture.iter(f"{SVG}text") if re.match("[A-Za-z]", one.text)]
        for place in {one.get("x") for one in names}:
            heights = sorted(float(one.get("y")) for one in names if one.get("x") == place)
            assert min((later - earlier for earlier, later in zip(heights, heights[1:])), default=99) > 12
