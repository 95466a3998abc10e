"""Maps as files: what they say and show."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import unicodedata
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
import shapely
from inqgis import run
from map_files import cancelled, export
from qgis.core import QgsLayoutItemLabel, QgsRectangle
from qgis.PyQt.QtGui import QColor, QImage

from segregation_plugin.domain import palettes
from segregation_plugin.domain.area_types import OFFICIAL_NAMES
from segregation_plugin.domain.messages import Cancelled
from segregation_plugin.domain.palettes import LAND_FILL, WATER_FILL
from segregation_plugin.exports import map as map_module
from segregation_plugin.exports.templates import TEMPLATES
from segregation_plugin.layers.blobs import shapes

TYPE_4 = palettes.PALETTES[palettes.SEQUENTIAL][3]
INCH = 25.4
SAYS = {
    "sv": (
        "Källa: SCB (områdestyper 2023, RegSO) och Skolverket (skolor), egen bearbetning.",
        "Kustlinje: GSHHG. Sjöar: EuroGlobalMap, EuroGeographics och Lantmäteriet.",
        "Områdestypen säger var skolan ligger, inte var eleverna bor.",
        "De mäter inte graden av segregation.",
    ),
    "en": (
        "Source: SCB (area types 2023, RegSO) and Skolverket (schools), own processing.",
        "Shoreline: GSHHG. Lakes: EuroGlobalMap, EuroGeographics and Lantmäteriet.",
        "The area type says where a school lies, not where its pupils live.",
        "They do not measure the degree of segregation.",
    ),
}
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's tools are not here")


@pytest.fixture
def path(demo_run):
    return demo_run["OUTPUT"]


def words(pdf: Path) -> str:
    """Return the text of a PDF as a reader copies it: one blank between words, ligatures as letters."""
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True)
    return " ".join(unicodedata.normalize("NFKC", done.stdout).split())


def in_legend(text: str, name: str, areas: str, schools: str) -> bool:
    """Whether a name of the legend stands beside its numbers, in any order of the columns."""
    return f"{name} {areas} {schools}" in text or f"{name} {schools} {areas}" in text


def counts(path, table: str, code: str) -> dict[int, int]:
    """Return how many areas or schools of each type a county or municipality has."""
    sql = f"SELECT omradestyp, count(*) FROM {table} WHERE substr(regsokod, 1, ?) = ? GROUP BY omradestyp"
    with closing(sqlite3.connect(path)) as database:
        return dict(database.execute(sql, [len(code), code]).fetchall())


@dataclass
class Picture:
    """A map as it was drawn, that knows which pixel shows a point of the country."""

    image: QImage
    box: QgsRectangle  # of the map on the page, millimetres
    extent: QgsRectangle
    dpi: float

    def colours(self, east: float, north: float) -> set[str]:
        """Return the colours of the pixel at a point in EPSG:3006 and of its neighbours."""
        across = (east - self.extent.xMinimum()) / self.extent.width()
        down = (self.extent.yMaximum() - north) / self.extent.height()
        x = (self.box.xMinimum() + across * self.box.width()) / INCH * self.dpi
        y = (self.box.yMinimum() + down * self.box.height()) / INCH * self.dpi
        near = [(int(x) + step, int(y) + other) for step in (-1, 0, 1) for other in (-1, 0, 1)]
        return {QColor(self.image.pixel(*pixel)).name() for pixel in near}


@pytest.fixture
def drawn(path, tmp_path, monkeypatch):
    """Export a picture and remember where its map lies."""
    seen = {}

    def remembering(*args):
        layout = lay_out(*args)
        item = layout.referenceMap()
        corner, size = item.pagePos(), item.rect()
        seen["box"] = QgsRectangle(corner.x(), corner.y(), corner.x() + size.width(), corner.y() + size.height())
        seen["extent"] = item.extent()
        return layout

    lay_out = map_module.lay_out
    monkeypatch.setattr(map_module, "lay_out", remembering)

    def draw(**options):
        target = export(path, tmp_path / "drawn.png", dpi=100, **options)
        return Picture(QImage(str(target)), seen["box"], seen["extent"], 100)

    return draw


@pytest.mark.first_elsewhere("the same page in other words")
@needs_poppler
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_countrys_pdf_can_be_searched(path, tmp_path, language):
    text = words(export(path, tmp_path / "map.pdf", language=language))

    thousands = {"sv": " ", "en": ","}[language]
    numbers = [("162", "98"), ("293", "187"), ("835", "562"), (f"1{thousands}780", f"1{thousands}225"), ("292", "199")]
    assert text.startswith({"sv": "Områdestyper 2023 Sverige", "en": "Area types 2023 Sweden"}[language])
    for (kind, name), (areas, schools) in zip(OFFICIAL_NAMES[language].items(), numbers):
        assert in_legend(text, f"{kind} {name}", areas, schools), name
    without = {"sv": "Utan områdestyp", "en": "Without area type"}[language]
    assert in_legend(text, without, "1", "0")
    for sentence in SAYS[language]:
        assert sentence in text
    assert "287" in text
    assert "RegSO 2020" in text
    assert "Norrbottens län" in text
    assert "Skåne län" in text


@pytest.mark.only_here("the same calls of QGIS as other tests")
@needs_poppler
@pytest.mark.parametrize(
    ("language", "place", "title"),
    [
        ("sv", {"municipality": "0180"}, "Områdestyper 2023 Stockholm"),
        ("en", {"county": "25"}, "Area types 2023 Norrbottens län"),
        ("en", {"municipality": "1780"}, "Area types 2023 Karlstad"),
    ],
)
def test_a_places_pdf_counts_the_place_alone(path, tmp_path, language, place, title):
    text = words(export(path, tmp_path / "map.pdf", language=language, **place))

    (code,) = place.values()
    areas, schools = counts(path, "areas", code), counts(path, "schools", code)
    assert text.startswith(title)
    for kind, name in OFFICIAL_NAMES[language].items():
        assert in_legend(text, f"{kind} {name}", str(areas.get(kind, 0)), str(schools.get(kind, 0))), name
    assert ("Without area type" in text) == (None in areas)
    for sentence in SAYS[language]:
        assert sentence in text


@needs_poppler
def test_the_pdf_brings_its_fonts_and_title(path, tmp_path):
    pdf = str(export(path, tmp_path / "map.pdf", municipality="1780"))

    fonts = subprocess.run(["pdffonts", pdf], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    facts = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout

    assert {line.split()[0].partition("+")[2] or line.split()[0] for line in fonts} == {
        "RegSOSans-Bold",
        "RegSOSans-Regular",
    }
    assert all(re.search(r" yes +\w+ +\w+ +\d+ +\d+$", line) for line in fonts), "embedded"
    assert re.search(r"Title: +Area types 2023: Karlstad\n", facts)
    assert re.search(r"Pages: +1\n", facts)


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("dpi", [50, 120])
def test_the_resolution_makes_the_pixels(path, tmp_path, template, dpi):
    image = QImage(str(export(path, tmp_path / "map.png", template=template, municipality="1780", dpi=dpi)))

    page = TEMPLATES[template]
    assert image.width() == pytest.approx(page.width / INCH * dpi, abs=1)
    assert image.height() == pytest.approx(page.height / INCH * dpi, abs=1)
    assert image.dotsPerMeterX() == pytest.approx(dpi / INCH * 1000, rel=0.01)


def test_an_svg_is_one_page_of_shapes(path, tmp_path):
    svg = export(path, tmp_path / "map.SVG", municipality="1780", language="sv")

    root = ET.parse(svg).getroot()
    assert float(root.get("width").removesuffix("mm")) == pytest.approx(TEMPLATES["a4_portrait"].width, abs=0.1)
    assert len(list(root.iter("{http://www.w3.org/2000/svg}path"))) > 100


def test_the_country_shows_land_sea_and_neighbours(drawn):
    picture = drawn()

    inland, bothnian_sea, north_sea, norway, finland = (
        (610_000, 7_470_000),
        (740_000, 6_850_000),
        (230_000, 6_330_000),
        (300_000, 6_800_000),
        (870_000, 7_560_000),
    )
    assert picture.colours(*inland) == {TYPE_4}
    assert picture.colours(*bothnian_sea) == {WATER_FILL}
    assert picture.colours(*north_sea) == {WATER_FILL}
    assert picture.colours(*norway) == {LAND_FILL}
    assert picture.colours(*finland) == {LAND_FILL}


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_lake_is_water_and_no_area(drawn):
    # Vänern, where RegSO of four municipalities meet.
    assert drawn(county="17").colours(400_000, 6_540_000) == {WATER_FILL}


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize("code", ["2510", "1494"], ids=["Jokkmokk", "Lidköping"])
def test_the_border_of_a_place_goes_on_in_a_lake(drawn, path, code):
    """Where a lake is crossed, the border is drawn over it."""
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT geom FROM municipality_borders WHERE kod = ?", [code]).fetchall()
        lakes = shapes(blob for (blob,) in database.execute("SELECT geom FROM water"))
    (border,) = shapes(blob for (blob,) in rows)
    sea = shapely.area(lakes).argmax()
    inside = shapely.intersection(border, shapely.union_all(shapely.buffer(np.delete(lakes, sea), -500)))
    assert shapely.length(inside) > 10_000
    picture = drawn(municipality=code)
    shown = picture.extent
    page = shapely.box(shown.xMinimum(), shown.yMinimum(), shown.xMaximum(), shown.yMaximum())
    longest = max(shapely.get_parts(shapely.intersection(inside, page)), key=shapely.length)
    middle = shapely.line_interpolate_point(longest, 0.5, normalized=True)
    assert min(QColor(name).lightness() for name in picture.colours(middle.x, middle.y)) < 80


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_place_stands_out_from_its_neighbours(drawn):
    # Kiruna, and Gällivare beside it: both of type 4.
    picture = drawn(municipality="2584")

    (inside,) = picture.colours(640_000, 7_560_000)
    (outside,) = picture.colours(700_000, 7_490_000)
    assert inside == TYPE_4
    assert QColor(outside).lightness() - QColor(inside).lightness() > 30
    assert QColor(outside).hue() == pytest.approx(QColor(inside).hue(), abs=8), "fainter, not another type"


TALL = pytest.param({"county": "25"}, marks=pytest.mark.only_here("the same page of another place"))


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("place", [{}, {"municipality": "0980"}, TALL], ids=["country", "wide", "tall"])
def test_nothing_on_the_page_lies_on_something_else(path, tmp_path, monkeypatch, template, place):
    """Long Swedish names in the legend are the hard case."""
    boxes = []

    def looking(*args):
        layout = lay_out(*args)
        labels = [item for item in layout.items() if isinstance(item, QgsLayoutItemLabel)]
        boxes.extend((label.text(), label.sceneBoundingRect()) for label in labels if label.text())
        boxes.append(("map", layout.referenceMap().sceneBoundingRect()))
        boxes.append(("page", layout.pageCollection().page(0).sceneBoundingRect()))
        return layout

    lay_out = map_module.lay_out
    monkeypatch.setattr(map_module, "lay_out", looking)
    with pytest.raises(Cancelled):
        export(path, tmp_path / "map.png", template=template, language="sv", feedback=cancelled(), **place)

    page = boxes.pop()[1]
    assert all(page.contains(box) for _, box in boxes)
    (main,) = [box for name, box in boxes if name == "map"]
    texts = [(name, box.adjusted(1.6, 0, -1.6, -1.6)) for name, box in boxes if name != "map"]
    assert not [name for name, box in texts if main.intersects(box)]
    notes = next(box for name, box in texts if name.startswith("Källa"))
    assert not [name for name, box in texts if notes.intersects(box) and not name.startswith("Källa")]


@pytest.mark.only_here("the same calls of QGIS as other tests")
@needs_poppler
def test_a_study_of_a_part_is_named_by_its_place(small_inputs, tmp_path):
    study = tmp_path / "karlstad.gpkg"
    run("study", **small_inputs, OUTPUT=str(study), REPORT=str(tmp_path / "report.html"))

    text = words(export(str(study), tmp_path / "map.pdf"))

    assert text.startswith("Area types 2024 Karlstad")
    assert "Source: SCB (area types 2024, RegSO), own processing." in text
    assert "Skolverket" not in text
    assert "Municipal school" not in text
