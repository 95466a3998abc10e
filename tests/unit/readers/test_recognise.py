"""What a file is taken for by its content, whatever its name; chosen in the wrong place, it says where it belongs."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pandas as pd
import pytest
from making import document

from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers import recognise
from segregation_plugin.readers.document import Document, TextRow, WorkbookSheet
from segregation_plugin.readers.source import SourceKind

KINDS = {
    "omradestyp_2022_export.csv": "index_export",
    "omradestyp_2023_export.csv": "index_export",
    "karlstad_tab6586_2024.csv": "index_by_code",
    "koppling-deso2018-regso2020.csv": "regso_key",
    "schools.csv": "school_table",
    "slutbetyg_ak9_2025.csv": "result_export",
    "statistics_gr_2024_25.json": "statistics",
}
SCHOOLS = "skolenhetskod,namn,elever,sweref99_n,sweref99_e\n10000001,A,{pupils},6580822,674032\n"
STATISTICS = json.dumps(
    {
        "10000001": {
            "schoolUnit": "10000001",
            "totalNumberOfPupils": [
                {"value": "cirka 370", "valueType": "EXISTS", "timePeriod": "2025/26"},
                {"value": "cirka 360", "valueType": "EXISTS", "timePeriod": "2024/25"},
            ],
        }
    }
)


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_every_demo_file_is_known_by_its_content(demo_file, name, kind):
    file = demo_file(name)
    assert recognise.recognise(file).name == kind
    assert recognise.recognise(Document("unnamed", file.data)).name == kind


def test_every_reader_with_a_source_is_listed_once():
    """A new source is one module and one line: forgotten, its files would be of no kind."""
    readers = Path(recognise.__file__).parent
    found = []
    for module in sorted(readers.glob("*.py")):
        names = vars(importlib.import_module(f"{recognise.__package__}.{module.stem}")).values()
        found += [one for one in names if isinstance(one, SourceKind) and one not in found]
    assert sorted(one.name for one in found) == sorted(one.name for one in recognise.SOURCES)
    names = [one.name for one in (*recognise.SOURCES, *recognise.NAMED_SOURCES)]
    assert len(set(names)) == len(names)
    assert all(one.reads for one in recognise.SOURCES)


PLACES = [
    (recognise.read_index, {"index_export", "index_by_code", "regso_key"}, "the index"),
    (recognise.read_schools, {"school_table", "statistics"}, "the schools"),
    (recognise.read_results, {"result_export", "statistics"}, "the results"),
]


@pytest.mark.parametrize(
    ("name", "read", "wanted"),
    [(name, read, wanted) for name, kind in KINDS.items() for read, kinds, wanted in PLACES if kind not in kinds],
)
def test_a_file_in_the_wrong_place_says_what_it_is(demo_file, name, read, wanted):
    with pytest.raises(InputError, match=f"{name} holds .*, not {wanted}. Choose it where it belongs") as caught:
        read([demo_file(name)])
    assert caught.value.message.values["found"] == recognise.recognise(demo_file(name)).label


@pytest.mark.parametrize(
    ("read", "documents", "match"),
    [
        (recognise.read_index, [], "Choose at least one file with area types or index"),
        (recognise.read_schools, [], "Choose at least one file with schools and their coordinates"),
        (recognise.read_schools, [document(STATISTICS, "s.json")], "Choose at least one file with schools"),
        (recognise.read_index, [document("a,b\n1,2\n", "x.csv")], r"x\.csv is of no kind.*It reads SCB's area types"),
        (
            recognise.read_index,
            [document("regsokod,name\n0114R001,A\n", "x.csv")],
            "lacks a column: it needs 'regsokod'",
        ),
        (
            recognise.read_schools,
            [document("skolenhetskod,namn\n1,A\n", "x.csv")],
            "lacks a column: a table of schools",
        ),
    ],
)
def test_what_is_missing_is_said(read, documents, match):
    with pytest.raises(InputError, match=match):
        read(documents)


def test_the_key_alone_is_no_index(demo_file):
    with pytest.raises(InputError, match="Choose at least one file with area types or index"):
        recognise.read_index([demo_file("koppling-deso2018-regso2020.csv")])


def test_index_files_of_several_kinds_are_one_table(demo_file):
    names = ["karlstad_tab6586_2024.csv", "koppling-deso2018-regso2020.csv", "omradestyp_2023_export.csv"]
    table, key = recognise.read_index([demo_file(name) for name in names])
    assert len(table) == 31 + 3363
    assert table.groupby("fil")["index_ar"].unique().map(list).to_dict() == {names[0]: [2024], names[2]: [2023]}
    assert str(table["omradestyp"].dtype) == "Int64"
    assert table["index_ar"].dtype == "int64"
    assert len(key) == 5984


def test_published_numbers_of_pupils_count_before_the_users_own():
    own = document(SCHOOLS.format(pupils=5), "own.csv")
    with_statistics = recognise.read_schools([own, document(STATISTICS, "s.json")])
    assert with_statistics[["elever", "elever_egna"]].to_numpy().tolist() == [[370, False]]
    alone = recognise.read_schools([own])
    assert alone[["elever", "elever_egna"]].to_numpy().tolist() == [[5, True]]


def test_the_latest_number_of_pupils_counts():
    table = pd.DataFrame(
        {"skolenhetskod": ["1", "1", "2"], "lasar": ["2024/25", "2023/24", "2024/25"], "elever": [None, 360.0, None]}
    )
    assert recognise.latest_pupils(table).to_dict() == {"1": 360}
    assert recognise.latest_pupils(table.drop(columns="elever")).empty


def test_a_pair_of_coordinates_is_never_mixed_of_two_files():
    first = "skolenhetskod,sweref99_n,sweref99_e\n10000001,6580822,0\n"
    second = "skolenhetskod,sweref99_n,sweref99_e\n10000001,6600000,674032\n"
    merged = recognise.read_schools([document(first, "a.csv"), document(second, "b.csv")])
    assert merged[["x", "y", "koordinat"]].to_numpy().tolist() == [[674032, 6600000, ""]]
    alone = recognise.read_schools([document(first, "a.csv")])
    assert alone[["x", "y"]].isna().all(axis=None)
    assert alone["koordinat"].tolist() == ["saknar_koordinat"]


def test_the_order_of_schools_is_that_of_the_files():
    texts = [f"skolenhetskod,sweref99_n,sweref99_e\n{code},6580822,674032\n" for code in ("10000009", "10000001")]
    merged = recognise.read_schools([document(text, f"{n}.csv") for n, text in enumerate(texts)])
    assert merged["skolenhetskod"].tolist() == ["10000009", "10000001"]


def test_a_file_without_any_empty_text_has_missing_text_nowhere(demo_file):
    schools = recognise.read_schools([demo_file("schools.csv")])
    texts = ["skolenhetskod", "namn", "huvudmannatyp", "skolformer", "kommunkod", "koordinat", "kalla", "fil"]
    assert all(isinstance(value, str) for column in texts for value in schools[column])


def test_a_file_that_is_read_again_says_what_it_holds_now():
    """Tables are kept: what somebody does to one is in no other, and another content is read anew."""
    for pupils in (100, 100, 200):
        (part,) = recognise.school_parts([document(SCHOOLS.format(pupils=pupils))])
        assert (part.table["namn"].tolist(), part.table["elever"].tolist()) == (["A"], [pupils])
        part.table["namn"] = "changed"
        part.table["elever"] = 0


def test_rows_that_are_a_part_of_a_file_are_not_taken_for_all_of_it():
    """A table that is tried, and a layer, have the name and the bytes of what holds more or other rows."""
    header, *lines = (SCHOOLS.format(pupils=100) + "10000002,B,200,6580822,674032\n").splitlines()
    rows = [TextRow(number, tuple(line.split(","))) for number, line in enumerate([header, *lines], 1)]
    for ready in (rows[:2], [rows[0], rows[2]], rows):
        (part,) = recognise.school_parts([WorkbookSheet("a", b"", "", "a", tuple(ready))])
        assert part.table["skolenhetskod"].tolist() == [row.cells[0] for row in ready[1:]]
