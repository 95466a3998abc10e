"""``segregation:exporttables``: the numbers, in both languages, safe to open, and nothing that may not be shown."""

from __future__ import annotations

import csv
import sys

import openpyxl
import pytest
from inqgis import files_in, memory_layer, refusal, run

from segregation_plugin.exports.table_files import export_sheet
from segregation_plugin.i18n import texts
from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.sheets.sheet import SheetColumn, sheet_of
from segregation_plugin.study.records import NUMBER

TABLES = ["area_types", "municipality_types", "schools", "match_report"]
SCHOOL = {"skolenhetskod": "string", "namn": "string", "elever": "integer"}
# Names that a spreadsheet would run, or that a workbook cannot hold.
NAMES = ["=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "\tSkola", "Skola\x0bNord", 'Skola "A"; B', "=1,5"]


def read(path, delimiter):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


@pytest.fixture(scope="module")
def exported(demo_run, tmp_path_factory):
    """The demo study's tables as folders of CSV and workbooks, by language."""
    folder = tmp_path_factory.mktemp("exported")
    for language in ("sv", "en"):
        for output in (folder / language, folder / f"{language}.xlsx"):
            run("exporttables", STUDY=demo_run["OUTPUT"], TABLES=TABLES, LANGUAGE=language, OUTPUT=str(output))
    return folder


@pytest.fixture(scope="module")
def own_study(karlstad, demo, qgis_processing, tmp_path_factory):
    """A study with the user's own numbers of pupils, of schools with names that are not harmless."""
    rows = [
        (
            f"Point ({414_700 + 10 * place} 6583500)",
            {"skolenhetskod": f"{10_000_000 + place}", "namn": name, "elever": 77},
        )
        for place, name in enumerate(NAMES)
    ]
    output = str(tmp_path_factory.mktemp("own") / "study.gpkg")
    run(
        "study",
        AREAS=karlstad,
        INDEX=[str(demo / "karlstad_tab6586_2024.csv")],
        SCHOOLS_LAYER=memory_layer("Point", "EPSG:3006", SCHOOL, rows, "egna"),
        OUTPUT=output,
    )
    return output


def test_every_table_is_a_file_of_its_name(exported):
    for language in ("sv", "en"):
        assert files_in(exported / language) == {f"{name}.csv" for name in TABLES}


def test_the_summary_in_csv_is_the_studys(exported, demo_run):
    summary = read_study(demo_run["OUTPUT"]).summary_area_type
    expected = [f"{mean:.1f}" if mean == mean else "" for mean in summary["meritvarde"]]

    for language, delimiter, comma in (("sv", ";", ","), ("en", ",", ".")):
        header, *rows = read(exported / language / "area_types.csv", delimiter)
        columns = dict(zip(header, zip(*rows[:7])))
        number, areas, schools, mean = {
            "sv": ("Områdestyp", "Områden", "Skolor", "Meritvärde (poäng)"),
            "en": ("Area type", "Areas", "Schools", "Merit rating (points)"),
        }[language]
        assert columns[number] == ("1", "2", "3", "4", "5", "", "")
        assert columns[areas] == ("162", "293", "835", "1780", "292", "1", "3363")
        assert columns[schools] == ("98", "187", "562", "1225", "199", "10", "2281")
        assert list(columns[mean]) == [text.replace(".", comma) for text in expected]
        assert rows[7] == []
        assert all(len(row) == len(header) for row in rows[:7])


def test_tables_are_of_places_together_and_of_chosen_schools(demo_run, tmp_path):
    study = read_study(demo_run["OUTPUT"])
    tables = ["area_types", "municipality_types", "schools"]
    given = {"PLACES": "1280, 1480", "OPERATOR": "Enskild", "SCHOOL_TYPE": "GR", "AREA_TYPE": ["3", "4"]}
    run("exporttables", STUDY=demo_run["OUTPUT"], TABLES=tables, LANGUAGE="en", OUTPUT=str(tmp_path / "en"), **given)
    schools = study.schools
    wanted = schools[
        schools["regsokod"].str[:4].isin(["1280", "1480"])
        & (schools["huvudmannatyp"] == "Enskild")
        & schools["skolformer"].fillna("").str.split(",").map(lambda types: "GR" in types)
        & schools["omradestyp"].isin([3, 4])
    ]
    assert len(wanted) > 10
    header, *rows = read(tmp_path / "en" / "area_types.csv", ",")
    # Types 3 and 4 and all: those that are left out have no row.
    assert [row[header.index("Schools")] for row in rows[:3]][-1] == str(len(wanted))
    assert "Figures are of these alone: independent schools, compulsory school, area types 3, 4." in [
        cell for row in rows for cell in row
    ]
    assert "Place: Malmö, Göteborg." in [cell for row in rows for cell in row]
    header, *rows = read(tmp_path / "en" / "schools.csv", ",")
    codes = [row[header.index("School unit code")] for row in rows if len(row) == len(header)]
    assert {code for code in codes if code.isdigit()} == set(wanted["skolenhetskod"])
    header, *rows = read(tmp_path / "en" / "municipality_types.csv", ",")
    assert {row[header.index("Municipality")] for row in rows if len(row) > 1} == {
        f"{name}, only what is chosen there" for name in ("Malmö", "Göteborg")
    }


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"PLACES": "128"}, "'128'"),
        ({"PLACES": "1280,9999"}, "9999"),
        ({"PLACES": "1280,1280R999"}, "1280R999"),
        ({"PLACES": "1280", "COUNTY": "12"}, "not both"),
    ],
)
def test_places_that_are_none_are_refused(demo_run, tmp_path, given, said):
    output = tmp_path / "tables"
    assert said in refusal("exporttables", STUDY=demo_run["OUTPUT"], OUTPUT=str(output), LANGUAGE="en", **given)
    assert not output.exists()


def test_types_have_their_official_names_in_each_language(exported):
    swedish = [row[1] for row in read(exported / "sv" / "area_types.csv", ";")[1:8]]
    english = [row[1] for row in read(exported / "en" / "area_types.csv", ",")[1:8]]

    assert swedish[0] == "Områden med stora socioekonomiska utmaningar"
    assert swedish[5:] == ["Utan områdestyp", "Samtliga"]
    assert english[2] == "Socioeconomically mixed areas"
    assert english[5:] == ["Without area type", "All"]


@pytest.mark.first_elsewhere("the same table in other words")
@pytest.mark.parametrize(
    ("language", "delimiter", "column", "elsewhere"),
    [
        ("sv", ";", "Placering", "i området, i en annan kommun än den registrerade"),
        ("en", ",", "Locating", "in the area, in another municipality than the registered one"),
    ],
)
def test_how_a_school_was_placed_is_said_in_words(exported, demo_run, language, delimiter, column, elsewhere):
    header, *lines = read(exported / language / "schools.csv", delimiter)
    said = [line[header.index(column)] for line in lines if len(line) == len(header)]
    placed = read_study(demo_run["OUTPUT"]).schools["placering"]
    assert said.count(elsewhere) == (placed == "annan_kommun").sum() > 0


@pytest.mark.parametrize(
    ("language", "delimiter", "said"),
    [
        (
            "sv",
            ";",
            [
                "Plats: Sverige.",
                "Skolor som ligger i en annan kommun än den de är registrerade i: 6.",
                "Skolor som kan stå på sin huvudmans adress: 27, därav i en annan kommun än den de",
                "Enheter med resultat som inte finns bland studiens skolor: 858.",
                "Källa: SCB (områdestyper 2023",
                "inte var eleverna bor",
                "läsåret 2024/25",
                "Områden vars gränser skiljer sig: 287.",
                ".. = ",
            ],
        ),
        (
            "en",
            ",",
            [
                "Source: SCB (area types 2023",
                "not where its pupils live",
                "school year 2024/25",
                "borders differ: 287.",
            ],
        ),
    ],
)
def test_notes_stand_below(exported, language, delimiter, said):
    for name in TABLES:
        rows = read(exported / language / f"{name}.csv", delimiter)
        notes = "\n".join(row[0] for row in rows[rows.index([]) :] if row)
        for words in said:
            assert words in notes, (name, words)


def test_csv_opens_in_excel(exported):
    content = (exported / "sv" / "schools.csv").read_bytes()

    assert content.startswith("\ufeffSkolenhetskod;".encode())
    assert content.count(b"\r\n") == content.count(b"\n")


def test_a_suppressed_value_of_a_school_keeps_its_marker(exported, demo_run):
    header, *rows = read(exported / "en" / "schools.csv", ",")
    schools = read_study(demo_run["OUTPUT"]).schools.set_index("skolenhetskod")
    place = header.index("Merit rating (points)")
    cells = {row[0]: row[place] for row in rows if row and row[0] in schools.index}

    assert len(cells) == 2281
    for code, status in schools["meritvarde_status"].items():
        cell = cells[code]
        assert (cell == "..") == (status == "dold")
        assert (cell == "") == (status == "saknas")
    rounded = [cell for row in rows[:2281] for cell in row if cell.startswith("~")]
    assert set(rounded) == {"~100"}


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_workbook_holds_the_same_as_numbers(exported):
    for language in ("sv", "en"):
        book = openpyxl.load_workbook(exported / f"{language}.xlsx")
        assert book.sheetnames[-1] == {"sv": "Anmärkningar", "en": "Notes"}[language]
        named = dict(zip(TABLES, book.worksheets))
        if language == "en":
            assert {name: sheet.title for name, sheet in named.items()} == {name: name for name in TABLES}
        else:
            assert (named["area_types"].title, named["schools"].title) == ("Områdestyper", "Skolor")
        summary = list(named["area_types"].values)
        text = read(exported / language / "area_types.csv", {"sv": ";", "en": ","}[language])
        assert list(summary[0]) == text[0]
        assert [row[2] for row in summary[1:8]] == [162, 293, 835, 1780, 292, 1, 3363]
        assert summary[1][10] == pytest.approx(float(text[1][10].replace(",", ".")))
        assert named["area_types"].max_row == 8
        codes = {row[4].value for row in named["schools"].iter_rows(min_row=2)}
        assert {"0136", "1780"} <= codes
        _, *notes = book.worksheets[-1].values
        assert {name for names, _ in notes for name in names.split(", ")} <= {
            *book.sheetnames[:-1],
            {"sv": "Alla blad", "en": "All sheets"}[language],
        }
        # Each once, beside the sheets whose CSV files end with it.
        assert len({note for _, note in notes}) == len(notes)
        for name, sheet in named.items():
            rows = read(exported / language / f"{name}.csv", {"sv": ";", "en": ","}[language])
            of_sheet = [note for names, note in notes if sheet.title in names.split(", ") or names.startswith("All")]
            assert sorted(of_sheet) == sorted(note for (note,) in rows[rows.index([]) + 1 :]), name


@pytest.mark.only_here("what may be shown is judged without QGIS")
def test_the_users_own_pupils_are_never_shown(own_study, tmp_path):
    run("exporttables", STUDY=own_study, TABLES=TABLES, LANGUAGE="en", OUTPUT=str(tmp_path / "csv"))
    run("exporttables", STUDY=own_study, TABLES=TABLES, LANGUAGE="en", OUTPUT=str(tmp_path / "book.xlsx"))

    header, *rows = read(tmp_path / "csv" / "schools.csv", ",")
    assert {row[header.index("Pupils")] for row in rows[: len(NAMES)]} == {".."}
    header, *rows = read(tmp_path / "csv" / "area_types.csv", ",")
    assert rows[6][header.index("Pupils, all grades")] == ".."
    sums = {str(77 * count) for count in range(1, len(NAMES) + 1)}
    for name in TABLES:
        cells = {cell for row in read(tmp_path / "csv" / f"{name}.csv", ",") for cell in row}
        assert not cells & sums, name
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    shown = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    assert not shown & sums


def test_a_name_is_never_run_as_a_formula(own_study, tmp_path):
    run("exporttables", STUDY=own_study, TABLES=["schools"], LANGUAGE="sv", OUTPUT=str(tmp_path / "csv"))
    run("exporttables", STUDY=own_study, TABLES=["schools"], LANGUAGE="sv", OUTPUT=str(tmp_path / "book.xlsx"))

    names = [row[1] for row in read(tmp_path / "csv" / "schools.csv", ";")[1 : len(NAMES) + 1]]
    assert not any(name.startswith(("=", "+", "-", "@", "\t")) for name in names)
    assert [name.lstrip("'") for name in names] == NAMES
    column = [row[1] for row in openpyxl.load_workbook(tmp_path / "book.xlsx")["Skolor"].iter_rows(min_row=2)]
    assert {cell.data_type for cell in column} == {"s"}
    assert [cell.value.replace(" ", "") for cell in column] == [
        name.replace("\x0b", "").replace(" ", "") for name in NAMES
    ]


def test_a_header_or_note_is_never_run_as_a_formula(tmp_path):
    sheet = sheet_of("", [(SheetColumn("own", "=1+1", NUMBER, decimals=1), [1.0])], ["=2+2"])
    for name in ("book.xlsx", "table.csv"):
        export_sheet(sheet, tmp_path / name, texts("en"))
    assert read(tmp_path / "table.csv", ",") == [["'=1+1"], ["1.0"], [], ["'=2+2"]]
    cells = [cell for page in openpyxl.load_workbook(tmp_path / "book.xlsx") for row in page for cell in row]
    assert {cell.data_type for cell in cells if str(cell.value).startswith("=")} == {"s"}


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_a_municipality_has_tables_of_its_own(demo_run, tmp_path):
    run(
        "exporttables",
        STUDY=demo_run["OUTPUT"],
        TABLES=TABLES,
        MUNICIPALITY="1780",
        LANGUAGE="en",
        OUTPUT=str(tmp_path / "karlstad"),
    )
    tables = {name: read(tmp_path / "karlstad" / f"{name}.csv", ",") for name in TABLES}
    header, *rows = tables["area_types"]
    assert [int(row[header.index("Areas")]) for row in rows[:7]] == [1, 4, 4, 14, 8, 0, 31]
    assert [int(row[header.index("Schools")]) for row in rows[:7]][-1] == 22
    assert {row[0] for row in tables["municipality_types"][1:] if len(row) > 1} == {"1780"}
    assert sum(len(row) > 1 for row in tables["schools"][1:]) == 22
    assert ["Place: Karlstad."] in rows
    schools = {row[0] for row in tables["schools"] if row}
    found = {row[1] for row in tables["match_report"][1:] if len(row) > 1}
    assert found
    assert all(not code or code.startswith("1780R") or code in schools for code in found)


def test_a_place_that_the_study_does_not_have_is_told(demo_run, tmp_path):
    text = refusal("exporttables", STUDY=demo_run["OUTPUT"], COUNTY="99", OUTPUT=str(tmp_path / "tables"))
    assert "99" in text
    assert not (tmp_path / "tables").exists()


def test_a_study_without_schools_leaves_their_table_out(small_study, tmp_path):
    study = str(small_study)

    run("exporttables", STUDY=study, TABLES=TABLES, LANGUAGE="en", OUTPUT=str(tmp_path / "csv"))

    assert files_in(tmp_path / "csv") == {"area_types.csv", "municipality_types.csv", "match_report.csv"}
    text = refusal("exporttables", STUDY=study, TABLES=["schools"], LANGUAGE="en", OUTPUT=str(tmp_path / "none"))
    assert "The study holds none of the chosen tables. Choose others." in text
    assert files_in(tmp_path) == {"csv"}


@pytest.mark.first_elsewhere("the same refusal in other words")
@pytest.mark.parametrize(
    ("language", "words"), [("en", "have the Python library openpyxl"), ("sv", "Pythonbiblioteket openpyxl")]
)
def test_without_openpyxl_it_says_what_else_to_do(demo_run, tmp_path, monkeypatch, speak, language, words):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    speak(language)

    text = refusal(
        "exporttables", STUDY=demo_run["OUTPUT"], TABLES=TABLES, LANGUAGE="en", OUTPUT=str(tmp_path / "book.xlsx")
    )

    assert words in text
    assert "CSV" in text
    assert files_in(tmp_path) == set()
    run("exporttables", STUDY=demo_run["OUTPUT"], TABLES=TABLES, LANGUAGE="en", OUTPUT=str(tmp_path / "csv"))


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_it_writes_whole_or_not_at_all(demo_run, tmp_path):
    (tmp_path / "book.xlsx").mkdir()
    (tmp_path / "book.xlsx" / "mine.txt").touch()
    (tmp_path / "file").write_bytes(b"earlier")

    for name, words in (("book.xlsx", "cannot be written"), ("file", "is a file. Choose a folder")):
        text = refusal(
            "exporttables", STUDY=demo_run["OUTPUT"], TABLES=TABLES, LANGUAGE="en", OUTPUT=str(tmp_path / name)
        )
        assert words in text
        assert str(tmp_path / name) in text

    assert (tmp_path / "file").read_bytes() == b"earlier"
    assert files_in(tmp_path / "book.xlsx") == {"mine.txt"}
    assert files_in(tmp_path) == {"book.xlsx", "file"}


def test_an_earlier_export_is_replaced(demo_run, tmp_path):
    for name in ("book.xlsx", "csv/area_types.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"earlier")

    for name in ("book.xlsx", "csv"):
        run("exporttables", STUDY=demo_run["OUTPUT"], TABLES=TABLES[:1], LANGUAGE="en", OUTPUT=str(tmp_path / name))

    assert openpyxl.load_workbook(tmp_path / "book.xlsx").sheetnames[0] == "area_types"
    assert read(tmp_path / "csv" / "area_types.csv", ",")[0][0] == "Area type"
    assert files_in(tmp_path) == {"book.xlsx", "csv"}


@pytest.mark.parametrize("name", ["gone.gpkg", "empty.gpkg", "text.gpkg", "areas.gpkg"])
@pytest.mark.parametrize("algorithm", ["exporttables", "matchreport"])
def test_what_is_no_study_is_named(demo, tmp_path, qgis_processing, algorithm, name):
    path = tmp_path / name
    content = {"empty.gpkg": b"", "text.gpkg": b"text" * 1000, "areas.gpkg": (demo / "areas.gpkg").read_bytes()}
    if name in content:
        path.write_bytes(content[name])
    options = {"TABLES": TABLES, "LANGUAGE": "en"} if algorithm == "exporttables" else {}

    text = refusal(algorithm, STUDY=str(path), **options, OUTPUT=str(tmp_path / "out.html"))

    assert str(path) in text
    assert "stud" in text.lower()
    assert files_in(tmp_path) == {name} & set(content)
