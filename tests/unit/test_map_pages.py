"""Where things stand on a map's page, and the edges of maps in an svg."""

from __future__ import annotations

import itertools
from xml.etree import ElementTree as ET

import pytest

from segregation_plugin.exports.svg import finish_svg
from segregation_plugin.exports.templates import MARGIN, TEMPLATES, Box, Needs, country_page, place_page

SVG = "{http://www.w3.org/2000/svg}"
USUAL = Needs(column=118.0, row=45.0, notes=22.0, shape=1.0)


def overlapping(boxes: list[Box]) -> list[tuple[Box, Box]]:
    return [
        (one, other)
        for one, other in itertools.combinations(boxes, 2)
        if one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
    ]


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_country_stands_beside_its_legends_and_towns(name):
    sheet = TEMPLATES[name]
    scaled = Needs(USUAL.column * sheet.text, USUAL.row * sheet.text, USUAL.notes * sheet.text, 2.3)

    page = country_page(sheet, scaled)

    boxes = [page.map, *page.insets, page.notes, Box(page.legends.x, page.legends.y, page.legends.width, scaled.column)]
    assert overlapping(boxes) == []
    for box in boxes:
        assert box.x >= MARGIN - 1e-9
        assert box.right <= sheet.width - MARGIN + 1e-9
        assert box.bottom <= sheet.height
    assert len(page.insets) == 3
    assert all(min(box.width, box.height) > 30 for box in page.insets)
    # Wider, and the map shows where the neighbouring land ends.
    assert page.map.height / page.map.width > 2.2


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("shape", [0.4, 1.0, 1.6, 2.5])
def test_a_place_has_the_largest_part_of_the_page(name, shape):
    sheet = TEMPLATES[name]

    page = place_page(sheet, Needs(USUAL.column, USUAL.row, USUAL.notes, shape))

    legends = USUAL.row if page.side_by_side else USUAL.column
    boxes = [page.map, page.notes, Box(page.legends.x, page.legends.y, page.legends.width, legends)]
    assert overlapping(boxes) == []
    assert all(box.right <= sheet.width - MARGIN + 1e-9 for box in boxes)
    assert page.map.width * page.map.height > 0.38 * sheet.width * sheet.height


def test_a_wide_place_has_its_legends_below_and_a_tall_one_beside():
    portrait = TEMPLATES["a4_portrait"]

    assert place_page(portrait, Needs(118.0, 45.0, 22.0, 0.8)).side_by_side
    assert not place_page(portrait, Needs(118.0, 45.0, 22.0, 2.3)).side_by_side


def test_an_svg_ends_each_map_at_its_frame(tmp_path):
    layers = [("map: Areas", 1), ("map: Frame", 2), ("Å: Areas", 3), ("Labels", 4)]
    groups = "".join(
        f'<g inkscape:label="{label}" id="{number}" font-family="RegSO Sans"/>' for label, number in layers
    )
    file = tmp_path / "map.svg"
    file.write_text(
        "<?xml version='1.0' encoding='UTF-8' standalone='no'?>\n"
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
        f' version="1.2" baseProfile="tiny" viewBox="0 0 420 594">{groups}</svg>',
        encoding="utf-8",
    )

    finish_svg(file, {"map": Box(10, 20, 100, 50), "Å": Box(0, 0, 5, 5)}, 210.0)

    root = ET.parse(file).getroot()
    assert root.get("version") == "1.1"
    assert root.get("baseProfile") is None
    assert [group.get("clip-path") for group in root.iter(f"{SVG}g")] == [
        "url(#map0)",
        "url(#map0)",
        "url(#map1)",
        None,
    ]
    paths = {clip.get("id"): clip[0].get("d") for clip in root.iter(f"{SVG}clipPath")}
    assert paths["map0"] == "M20.00 40.00H220.00V140.00H20.00z"
    fonts = {group.get("font-family") for group in root.iter(f"{SVG}g")}
    assert fonts == {"'RegSO Sans', 'Noto Sans', 'Open Sans', 'Segoe UI', Arial, sans-serif"}
