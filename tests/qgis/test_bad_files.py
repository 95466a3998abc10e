"""Real files, each damaged in one way: the whole message, in both languages, or the value that was meant.

``tests/data/bad/messages.csv`` says of each file what was done to it and what is said to its user.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from segregation_plugin import i18n
from segregation_plugin.analysis.schools.results import merge
from segregation_plugin.domain.descriptions import Description, OwnMeasure
from segregation_plugin.domain.messages import SegregationError
from segregation_plugin.layers.files import read_documents
from segregation_plugin.readers import recognise
from segregation_plugin.readers.own_tables import OwnTables

BAD = Path(__file__).parent.parent / "data" / "bad"
with (BAD / "messages.csv").open(encoding="utf-8", newline="") as table:
    MESSAGES = {row["file"]: row for row in csv.DictReader(table, delimiter=";")}
# What a user says of the tables in own_tables.
NAMED = Description(
    ("Enhet", "Benämning", "Kommun", "N", "E", "Nöjda", "Svar"),
    "units",
    {"skolenhetskod": "Enhet", "namn": "Benämning", "kommunkod": "Kommun", "x": "E", "y": "N"},
    crs="EPSG:3006",
    measures=(OwnMeasure("Nöjda", "Nöjda", "%", "andel", "Svar"),),
)


def read_named(files):
    parts = recognise.school_parts(files, OwnTables((NAMED,)))
    merge(recognise.results_of([], parts))
    return recognise.schools_of(parts)


READ = {
    "index": lambda files: recognise.read_index(files)[0],
    "schools": recognise.read_schools,
    "population": recognise.read_population,
    "results": lambda files: recognise.read_results(files)[0],
    "named": read_named,
}
FOLDERS = {
    *("index_export", "index_by_code", "index_pivot", "json_stat", "pxweb_v1", "px", "regso_key", "school_units"),
    *("statistics", "school_register", "register_2020", "school_table", "result_export", "salsa", "workbooks"),
    *("own_tables", "population"),
}
# Two megabytes of commas are not kept on disk.
MADE = "index_by_code/two_million_columns_2024.csv"

# What is taken as it is meant: where it was chosen, its number of rows, and one row's values.
TAKEN = {
    "index_by_code/blanks_around_codes_2024.csv": ("index", 5, {"regsokod": "1780R002", "omradestyp": 5}),
    "index_by_code/mixed_decimals_2024_semicolons.csv": (
        *("index", 5),
        {"regsokod": "1780R002", "socioekonomiskt_index": 2.7, "andel_lag_ekonomisk_standard": 3.9},
    ),
    "index_by_code/right_to_left_2024.csv": ("index", 5, {"regsokod": "1780R002", "omradestyp": 5}),
    "index_export/windows_1252.csv": ("index", 6, {"omrade": "Upplands Väsby (Bollstanäs)", "omradestyp": 4}),
    "school_table/right_to_left.csv": ("schools", 4, {"skolenhetskod": "10023937", "x": 619685, "y": 6921107}),
    "result_export/blank_between_thousands.csv": (
        *("results", 4),
        {"skolenhetskod": "64065082", "elever_ak9": 1234, "meritvarde": 311.2},
    ),
    "result_export/mac_encoding.csv": (
        *("results", 4),
        {"skolenhetskod": "64065082", "lasar": "2024/25"},
    ),
    "salsa/no_number.csv": ("results", 1, {"skolenhetskod": "71387206", "andel_alla_amnen": 96}),
    "json_stat/no_number.json": ("index", 3, {"regsokod": "1780R001", "socioekonomiskt_index": 4.4}),
    "workbooks/macros_2024.xlsm": ("index", 5, {"regsokod": "1780R002", "omradestyp": 5}),
    "workbooks/computed_formula_2024.xlsx": ("index", 5, {"regsokod": "1780R002", "omradestyp": 5}),
}


def path_of(name: str, folder: Path) -> str:
    if name != MADE:
        return str(BAD / name)
    header, rest = (BAD / "index_by_code" / "unknown_type_2024.csv").read_bytes().split(b"\n", 1)
    made = folder / Path(name).name
    made.write_bytes(header + b"," * 2_000_000 + b"\n" + rest)
    return str(made)


@pytest.mark.parametrize("name", MESSAGES)
def test_the_whole_message_in_both_languages(name, tmp_path):
    row = MESSAGES[name]
    with pytest.raises(SegregationError) as caught:
        READ[row["chosen_as"]](read_documents([path_of(name, tmp_path)]))
    for language, column in (("en", "english"), ("sv", "swedish")):
        assert i18n.texts(language).render(caught.value) == row[column]


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_meant_is_clear(name):
    field, rows, expected = TAKEN[name]
    table = READ[field](read_documents([str(BAD / name)]))
    assert len(table) == rows
    key, value = next(iter(expected.items()))
    assert table.set_index(key, drop=False).loc[value, list(expected)].to_dict() == expected


def test_every_file_is_in_a_list_and_every_reader_has_four():
    files = {path.relative_to(BAD).as_posix() for path in BAD.rglob("*.*") if path.parent != BAD}
    assert files == {*MESSAGES, *TAKEN} - {MADE}
    counts = Counter(name.partition("/")[0] for name in MESSAGES)
    assert counts.keys() == FOLDERS
    assert min(counts.values()) >= 4


def test_every_message_in_a_folder_differs_from_the_others_or_was_caused_otherwise():
    assert len({(Path(name).parent, row["what_was_done"]) for name, row in MESSAGES.items()}) == len(MESSAGES)
    assert all(row["english"] and row["swedish"] not in ("", row["english"]) for row in MESSAGES.values())
