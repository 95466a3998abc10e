"""Layers and workbooks whose letters, per cent and points could be taken for something else."""

from __future__ import annotations

import csv
import shutil
import unicodedata
import zipfile
from pathlib import Path

import openpyxl
import pytest
from inqgis import KARLSTAD, memory_layer, refusal, rows, run
from osgeo import gdal
from qgis.core import (
    QgsFeedback,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from segregation_plugin.domain.descriptions import Description, OwnMeasure
from segregation_plugin.domain.messages import InputError
from segregation_plugin.layers.files import read_documents
from segregation_plugin.layers.school_tables import schools_table
from segregation_plugin.layers.source_tables import areas_table
from segregation_plugin.readers import recognise
from segregation_plugin.readers.own_tables import OwnTables

POINT = "Point (414700 6583500)"
SQUARE = "Polygon ((414000 6583000, 414900 6583000, 414900 6583900, 414000 6583900, 414000 6583000))"
ODS = Path(__file__).parent.parent / "data" / "karlstad_2024.ods"


class Warned(QgsProcessingFeedback):
    """Keeps what is warned of."""

    def __init__(self) -> None:
        super().__init__(False)
        self.warnings: list[str] = []

    def pushWarning(self, text: str) -> None:
        self.warnings.append(text)


def read(layer, table_of=areas_table, feedback=None):
    context = QgsProcessingContext()
    source = QgsProcessingFeatureSource(layer, context)
    return table_of(source, context.transformContext(), feedback or QgsFeedback())


@pytest.fixture(scope="module")
def published(demo):
    """Karlstad's rows as they are published, and the table that is read from them."""
    path = demo / "karlstad_tab6586_2024.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = list(csv.reader(file))
    return cells, recognise.read_index(read_documents([str(path)]))[0]


@pytest.fixture(scope="module")
def areas(demo, qgis_processing, tmp_path_factory):
    """The areas of the country, in a copy."""
    return Path(shutil.copy(demo / "areas.gpkg", tmp_path_factory.mktemp("areas")))


def shapefile(areas, folder, encoding):
    statement = f"SELECT geom, regsokod, regsonamn FROM areas WHERE {KARLSTAD}"
    options = gdal.VectorTranslateOptions(
        format="ESRI Shapefile", SQLStatement=statement, layerCreationOptions=[f"ENCODING={encoding}"], layerName="r"
    )
    gdal.SetConfigOption("SHAPE_ENCODING", None)
    path = folder / "r.shp"
    written = gdal.VectorTranslate(str(path), str(areas), options=options)
    assert written is not None
    del written
    return path


def unmarked(path):
    """Take from a Shapefile what says its encoding."""
    path.with_suffix(".cpg").unlink(missing_ok=True)
    table = bytearray(path.with_suffix(".dbf").read_bytes())
    table[29] = 0
    path.with_suffix(".dbf").write_bytes(table)


@pytest.mark.parametrize("said", [None, "ISO-8859-1"])
def test_names_of_a_shapefile_whose_encoding_is_not_said_or_wrong(areas, tmp_path, said):
    right = read(QgsVectorLayer(f"{areas}|layername=areas|subset={KARLSTAD}", "areas", "ogr"))
    path = shapefile(areas, tmp_path, "UTF-8" if said else "ISO-8859-1")
    unmarked(path)
    if said:
        path.with_suffix(".cpg").write_text(said)
    layer = QgsVectorLayer(str(path), "r", "ogr")
    assert any(set("\ufffdÃ") & set(feature["regsonamn"]) for feature in layer.getFeatures())

    names = read(layer).set_index("regsokod")["regsonamn"]

    assert names.to_dict() == right.set_index("regsokod")["regsonamn"].to_dict()


def test_names_that_are_lost_are_said_or_refused():
    def layer(*names):
        features = [(POINT, {"skolenhetskod": f"1234567{n}", "namn": name}) for n, name in enumerate(names)]
        return memory_layer("Point", "EPSG:3006", {"skolenhetskod": "string", "namn": "string"}, features, "skolor")

    feedback = Warned()
    read(layer("Växjö gård", "Kroppk\ufffdrr"), schools_table, feedback)
    assert feedback.warnings == [
        (
            "The layer skolor: letters are lost in some of its names, as in 'Kroppk\ufffdrr'. Set the right "
            "encoding in the layer's properties, or save it as a GeoPackage."
        )
    ]
    with pytest.raises(InputError, match=r"The layer skolor: letters such as å, ä and ö are lost in its names, as in"):
        read(layer("Kroppk\ufffdrr"), schools_table)
    quiet = Warned()
    right = ["McDonald AcadeMedia", "IT-gymnasiet", "JENSEN Örebro"]
    assert read(layer(*right), schools_table, quiet)["namn"].tolist() == right
    assert quiet.warnings == []
    assert read(layer("KroppkŠrr", "Mšlndal"), schools_table)["namn"].tolist() == ["Kroppkärr", "Mölndal"]


def test_decomposed_letters_in_a_layer():
    nfd = unicodedata.normalize("NFD", "Råtorp")
    field = unicodedata.normalize("NFD", "områdestyp")
    layer = memory_layer(
        "Polygon",
        "EPSG:3006",
        {"regsokod": "string", "regsonamn": "string", field: "integer"},
        [(SQUARE, {"regsokod": "1780R001", "regsonamn": nfd, field: 4})],
    )
    context = QgsProcessingContext()
    source = QgsProcessingFeatureSource(layer, context)
    table = areas_table(source, context.transformContext(), QgsFeedback(), with_types=True)
    assert (table["regsonamn"][0], table["omradestyp"][0]) == ("Råtorp", 4)


@pytest.mark.parametrize("pupils", ["12.000", "1,234", "1.200"])
def test_pupils_in_a_layer_have_one_meaning(pupils):
    fields = {"skolenhetskod": "string", "elever": "string"}
    schools = [(POINT, {"skolenhetskod": "12345678", "elever": pupils})]
    with pytest.raises(InputError, match=f"column elever: '{pupils}' is not possible"):
        read(memory_layer("Point", "EPSG:3006", fields, schools), schools_table)


@pytest.mark.only_here("cells are read without QGIS")
def test_amounts_are_read_as_their_column_tells(demo_run):
    def grants(*amounts):
        features = [(None, {"kod": f"1000000{n}", "summa": amount}) for n, amount in enumerate(amounts)]
        codes = [row["skolenhetskod"] for row in rows(f"{demo_run['OUTPUT']}|layername=schools")]
        features = [(None, {**values, "kod": code}) for code, (_, values) in zip(codes, features)]
        layer = memory_layer("NoGeometry", "EPSG:3006", {"kod": "string", "summa": "string"}, features, "bidrag")
        return {"STUDY": demo_run["OUTPUT"], "INPUT": layer, "CODE": "kod", "AMOUNT": "summa", "OUTPUT": "memory:"}

    text = refusal("activitybyareatype", **grants("12.500", "980"))
    assert "column summa: '12.500' can mean thousands or decimals: 12500 or 12.5. Write numbers without" in text
    for amounts, total in ((("12.500", "1.234,5", "980"), 14714.5), (("12.500", "1.5", "980"), 994)):
        table = rows(run("activitybyareatype", **grants(*amounts), PUBLIC=True)["OUTPUT"])
        assert next(row["belopp"] for row in table if row["grupp"] == "alla") == total


@pytest.mark.parametrize("style", ["0%", "0.0%", "0.00%", '[Red]0.0" "%;-0%'])
def test_an_index_shown_as_per_cent_is_read_as_it_is_shown(published, tmp_path, style):
    cells, expected = published
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(cells[0])
    for row in cells[1:]:
        figures = [float(cell) / 100 if cell else None for cell in row[1:]]
        sheet.append([row[0], figures[0], int(row[2]), *figures[2:]])
    for row in sheet.iter_rows(min_row=2):
        for cell in row[1:2] + row[3:]:
            cell.number_format = style
    book.save(tmp_path / "index_2024.xlsx")
    table = recognise.read_index(read_documents([str(tmp_path / "index_2024.xlsx")]))[0]
    assert table.drop(columns="fil").equals(expected.drop(columns="fil"))


def ods(path, content):
    """A workbook of LibreOffice with another content."""
    with zipfile.ZipFile(ODS) as original, zipfile.ZipFile(path, "w") as made:
        for name in original.namelist():
            made.writestr(name, content(original.read(name).decode()) if name == "content.xml" else original.read(name))
    return str(path)


def test_an_index_shown_as_per_cent_in_an_ods(tmp_path):
    def as_per_cent(content):
        # The first index, 4.4, and the first type, 4.
        content = content.replace('office:value-type="float" office:value="4.4"', "FIRST", 1)
        return content.replace("FIRST", 'office:value-type="percentage" office:value="0.044"')

    table = recognise.read_index(read_documents([ods(tmp_path / "karlstad_2024.ods", as_per_cent)]))[0]
    assert table["socioekonomiskt_index"][:2].tolist() == [4.4, 2.7]

    def type_as_per_cent(content):
        content = content.replace('office:value-type="float" office:value="4" ', "FIRST", 1)
        return content.replace("FIRST", 'office:value-type="percentage" office:value="0.04" ')

    with pytest.raises(InputError, match="column omradestyp: '4 %' is per cent, and the column is not"):
        recognise.read_index(read_documents([ods(tmp_path / "karlstad_2024.ods", type_as_per_cent)]))


HEADER = ("Id", "Belopp", "Andel", "Text")


def test_a_number_in_a_cell_has_one_meaning_and_per_cent_is_what_it_shows(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Å & <B>"
    book.create_sheet("Först", 0)["A1"] = "Bara en anteckning"
    for place, cell in enumerate(HEADER, 2):
        sheet.cell(3, place, cell)
    for row, (amount, share, text) in enumerate([(12.5, 0.07, "12.500"), (1.234, 0.285, "1.234"), (980, 1, "7")], 4):
        for place, cell in enumerate([f"1000000{row}", amount, share, text], 2):
            sheet.cell(row, place, cell)
        sheet.cell(row, 4).number_format = "0%"
    book.save(tmp_path / "egna.xlsx")
    header = ("", *HEADER)
    path = tmp_path / "egna.xlsx"

    def read_own(column, kind, unit):
        measure = OwnMeasure(column, "Mått", unit, kind)
        description = Description(header, "results", {"skolenhetskod": "Id"}, year="2024", measures=(measure,))
        return recognise.read_results(read_documents([str(path)]), OwnTables((description,)))[0]["eget_matt"].tolist()

    assert read_own("Belopp", "belopp", "kr") == [12.5, 1.234, 980]
    for kind in ("andel", "medel"):
        assert read_own("Andel", kind, "%") == [7, 28.5, 100]
    with pytest.raises(InputError, match="column Andel: '7 %' is per cent, and the column is not"):
        read_own("Andel", "belopp", "kr")
    with pytest.raises(InputError, match=r"column Text: '12\.500' can mean thousands or decimals"):
        read_own("Text", "medel", "poäng")
