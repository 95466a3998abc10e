"""Workbooks say the same as the text files that they were made of; what is none says so."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from inqgis import files_in, refusal, run

from segregation_plugin.domain.columns import INDEX_VALUES
from segregation_plugin.domain.messages import InputError
from segregation_plugin.layers.files import read_documents
from segregation_plugin.layers.workbooks import sheets
from segregation_plugin.readers import recognise

DATA = Path(__file__).parent.parent / "data"
OF_THE_FILE = ["fil", "rad", "ar_ur_filnamn"]
NOTES = [["Källa: SCB"], [], ["Uppgifterna avser 31 december."]]


def rows_of(path: Path, delimiter: str = ",", numbers: bool = False) -> list[list[object]]:
    """The cells of a text file, as a spreadsheet program would keep them."""

    def cell(text: str) -> object:
        try:
            return float(text) if numbers else text
        except ValueError:
            return text

    with path.open(encoding="utf-8-sig", newline="") as file:
        return [[cell(text) for text in row] for row in csv.reader(file, delimiter=delimiter)]


def workbook(path: Path, **content: list[list[object]]) -> Path:
    """An XLSX with the given sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in content.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def index(*paths: Path) -> pd.DataFrame:
    return recognise.read_index(read_documents(map(str, paths)))[0].drop(columns=OF_THE_FILE)


@pytest.mark.parametrize("numbers", [True, False])
def test_a_workbook_is_the_table_it_was_made_of(demo, tmp_path, numbers):
    original = demo / "karlstad_tab6586_2024.csv"
    made = workbook(tmp_path / "index_2024.xlsx", Data=rows_of(original, numbers=numbers), Noter=NOTES)
    pd.testing.assert_frame_equal(index(made), index(original))


@pytest.mark.parametrize("name", ["karlstad_2024.xlsx", "karlstad_2024.ods"])
def test_the_real_workbooks_say_what_the_published_table_does(name):
    documents = read_documents([str(DATA / name)])
    assert [recognise.recognise(document).name for document in documents] == ["index_by_code"]
    table = recognise.read_index(documents)[0].set_index("regsokod")
    assert (len(table), set(table["index_ar"])) == (31, {2024})
    assert table["omradestyp"].value_counts().sort_index().tolist() == [2, 3, 4, 15, 7]
    assert table.loc["1780R005", list(INDEX_VALUES)].tolist() == [20, 35.7, 15.9, 8.5]
    assert table.loc["1780R031", list(INDEX_VALUES)].tolist() == [4.4, 7.1, 4.4, 1.6]


@pytest.mark.parametrize("name", ["karlstad_2024.xlsx", "karlstad_2024.ods"])
def test_what_libreoffice_saves_is_the_table_it_opened(demo, name):
    pd.testing.assert_frame_equal(index(DATA / name), index(demo / "karlstad_tab6586_2024.csv"))


def test_the_national_export_as_a_workbook(demo, tmp_path):
    original = demo / "omradestyp_2023_export.csv"
    made = workbook(tmp_path / "export.xlsx", Blad1=[["Områdestyp efter RegSO"], [], *rows_of(original)])
    pd.testing.assert_frame_equal(index(made), index(original))


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_years_in_sheets_of_their_own_add_up(demo, tmp_path):
    originals = [demo / f"omradestyp_{year}_export.csv" for year in (2022, 2023)]
    made = workbook(tmp_path / "export.xlsx", Ett=rows_of(originals[0]), Noter=NOTES, Två=rows_of(originals[1]))
    pd.testing.assert_frame_equal(index(made), index(*originals))


def test_results_as_a_workbook(demo, tmp_path):
    original = demo / "slutbetyg_ak9_2025.csv"
    made = workbook(tmp_path / "slutbetyg.xlsx", Blad1=rows_of(original, ";"))
    as_read = [recognise.read_results(read_documents([str(path)]))[0].drop(columns="fil") for path in (made, original)]
    pd.testing.assert_frame_equal(*as_read)


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_study_from_workbooks(demo, karlstad, tmp_path):
    made = workbook(tmp_path / "index_2024.xlsx", Data=rows_of(demo / "karlstad_tab6586_2024.csv"))
    result = run("study", AREAS=karlstad, INDEX=[str(made)], OUTPUT=str(tmp_path / "study.gpkg"))
    assert result["MATCHED"] == 31


def test_a_study_from_json_and_px(karlstad, tmp_path):
    codes = [f"1780R{number:03}" for number in range(1, 32)]
    (tmp_path / "index.json").write_text(
        json.dumps(
            {
                "columns": [
                    {"code": "Region", "type": "d"},
                    {"code": "Tid", "type": "t"},
                    {"code": "000008IU", "text": "Områdestyp", "type": "c"},
                ],
                "data": [{"key": [code, "2024"], "values": ["3"]} for code in codes],
            }
        )
    )
    values = ",".join(f'"{code}"' for code in codes)
    (tmp_path / "index.px").write_text(
        f'CHARSET="ANSI";\nCONTENTS="Områdestyp";\nSTUB="region";\nHEADING="år";\nVALUES("region")={values};\n'
        f'VALUES("år")="2024";\nDATA={" 3" * 31};\n'
    )
    for name in ("index.json", "index.px"):
        result = run("study", AREAS=karlstad, INDEX=[str(tmp_path / name)], OUTPUT=str(tmp_path / "study.gpkg"))
        assert result["MATCHED"] == 31


def test_an_error_names_file_sheet_and_row(demo, karlstad, tmp_path):
    rows = rows_of(demo / "karlstad_tab6586_2024.csv")
    rows[5][0] = date(2014, 3, 1)  # Excel's idea of mar-14
    made = workbook(tmp_path / "index_2024.xlsx", Noter=NOTES, Data=[[], *rows])
    text = refusal("study", AREAS=karlstad, INDEX=[str(made)], OUTPUT=str(tmp_path / "study.gpkg"))
    assert "The file index_2024.xlsx (Data), row 7, column regsokod: '2014/03/01' is not a RegSO code" in text
    assert files_in(tmp_path) == {"index_2024.xlsx"}


def test_a_formula_is_never_computed(tmp_path):
    made = workbook(tmp_path / "index_2024.xlsx", Data=[["regsokod", "omradestyp"], ["1780R001", "=1+1"]])
    with pytest.raises(InputError, match=r"cell B2: the formula there has no value.*Open the workbook in one"):
        index(made)


def packed(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return data.getvalue()


LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10) for level in range(1, 12))
BOMB = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">' + LAUGHS + b"]><workbook>&l11;</workbook>"
WRONG = {
    "cut off": lambda whole: (whole[: len(whole) // 2], "is damaged"),
    "no workbook inside": lambda _: (packed(word__document_xml=b"<w/>"), "is no workbook of Excel or LibreOffice"),
    "an empty part": lambda _: (packed(xl__workbook_xml=b""), "damaged, or protected by a password"),
    "a bomb of zeros": lambda _: (packed(xl__workbook_xml=b"0" * 400_000_000), "is too large"),
    "a bomb of entities": lambda _: (packed(xl__workbook_xml=BOMB, content_xml=BOMB), "damaged, or protected"),
    "an encrypted part": lambda _: (packed(content_xml=b"\x93\x12"), "damaged, or protected by a password"),
}


@pytest.mark.first_elsewhere("the same calls of QGIS as its first case")
@pytest.mark.parametrize("case", WRONG)
def test_what_is_no_workbook_says_so(case):
    data, words = WRONG[case]((DATA / "karlstad_2024.xlsx").read_bytes())
    with pytest.raises(InputError, match=words) as caught:
        sheets("index.xlsx", data)
    assert "index.xlsx" in str(caught.value)


def test_a_workbook_without_a_cell_is_empty(tmp_path):
    made = workbook(tmp_path / "index.xlsx", Ett=[], Två=[[None]])
    with pytest.raises(InputError, match=r"index\.xlsx is empty"):
        read_documents([str(made)])


def test_a_workbook_of_another_kind_says_what_is_read(tmp_path):
    made = workbook(tmp_path / "index.xlsx", Noter=NOTES)
    with pytest.raises(InputError, match=r"index\.xlsx \(Noter\) is of no kind this plugin knows"):
        index(made)


def in_sheet(xml: str) -> bytes:
    """The real workbook with other rows."""
    made = io.BytesIO()
    with zipfile.ZipFile(DATA / "karlstad_2024.xlsx") as real, zipfile.ZipFile(made, "w") as archive:
        for name in real.namelist():
            sheet = f'<worksheet xmlns="{SPACE}"><sheetData>{xml}</sheetData></worksheet>'
            archive.writestr(name, sheet if name.endswith("sheet1.xml") else real.read(name))
    return made.getvalue()


SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NAMES = '<c t="inlineStr"><is><t>regsokod</t></is></c><c t="inlineStr"><is><t>omradestyp</t></is></c>'
VALUES = '<c t="inlineStr"><is><t>1780R001</t></is></c><c><v>4</v></c>'


def test_rows_need_no_numbers():
    (sheet,) = sheets("index.xlsx", in_sheet(f"<row>{NAMES}</row><row>{VALUES}</row>"))
    assert [row.cells[:2] for row in sheet.rows] == [("regsokod", "omradestyp"), ("1780R001", "4")]


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        (f'<row r="1">{NAMES}<c r="XFD1"><v>1</v></c></row><row r="2">{VALUES}</row>', "is too large to be"),
        ("<row><c><v>1</v></c></row>" * 1_000_001, "is too large to be"),
        (f'<row r="1">{NAMES}</row><row r="2">{VALUES}</row><row r="3"><c', "is damaged, or protected"),
        (f"<row>{NAMES}<c r='D1'><f>A1</f><v></v></c></row>", "cell D1: the formula there has no value"),
    ],
    ids=["wide", "long", "cut off", "without a value"],
)
def test_a_sheet_that_is_not_read_whole_is_refused(xml, words):
    with pytest.raises(InputError, match=words):
        sheets("index.xlsx", in_sheet(xml))


def test_a_formula_may_give_an_empty_text():
    (sheet,) = sheets("index.xlsx", in_sheet(f'<row>{NAMES}<c r="C1" t="str"><f>""</f><v></v></c></row>'))
    assert len(sheet.rows) == 1
