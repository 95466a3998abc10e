"""A sheet's cells in words, on screen and on the clipboard."""

from __future__ import annotations

import pandas as pd
import pytest
from wordings import ENGLISH, SWEDISH

from segregation_plugin.sheets.sheet import (
    INTERVAL,
    NOTHING,
    Sheet,
    SheetColumn,
    as_text,
    explained,
    interval,
    row_in_words,
    said,
    sheet_of,
    whole_numbers,
)
from segregation_plugin.study.records import NUMBER, WHOLE

NAME = SheetColumn("namn", "Name")
PUPILS = SheetColumn("elever", "Pu-\npils", WHOLE)
MEAN = SheetColumn("medel", "Mean\nvalue", NUMBER, "points", 1)
LIMITS = SheetColumn("lag", "Interval", INTERVAL)


@pytest.fixture
def sheet() -> Sheet:
    return sheet_of(
        "Schools",
        [
            (NAME, ["Ö, 1,000", "B", "C"]),
            (PUPILS, [12_345, "..", None]),
            (MEAN, [1234.56, 7.0, "~100"]),
            (LIMITS, [interval(-1000.5, 2000.25, 1, ENGLISH), None, ".."]),
        ],
        ["A note."],
        ["x", "y", "x"],
        {(1, "medel"): "weak", (1, "elever"): "never said"},
    )


def test_a_header_is_the_label_in_one_line_and_the_unit():
    assert [column.header for column in (NAME, PUPILS, MEAN)] == ["Name", "Pupils", "Mean value (points)"]


def test_cells_are_written_as_the_language_does(sheet):
    shown = [[said(cell, column, ENGLISH) for cell, column in zip(row, sheet.columns)] for row in sheet.rows]
    assert shown == [
        ["Ö, 1,000", "12,345", "1,234.6", "-1,000.5 to 2,000.2"],
        ["B", "..", "7.0", NOTHING],
        ["C", NOTHING, "~100", ".."],
    ]
    assert said(12_345.5, MEAN, SWEDISH) == "12\N{NO-BREAK SPACE}345,5"


def test_the_clipboard_has_numbers_that_a_spreadsheet_reads_and_names_as_they_are(sheet):
    assert as_text(sheet, ENGLISH) == (
        "Name\tPupils\tMean value (points)\tInterval\n"
        "Ö, 1,000\t12345\t1234.6\t-1000.5 to 2000.2\n"
        f"B\t..\t7.0\t{NOTHING}\n"
        f"C\t{NOTHING}\t~100\t..\n"
        "\n"
        "A note.\n"
    )


def test_no_name_is_run_as_a_formula_where_a_table_is_pasted():
    column = SheetColumn("own", "=1+1", NUMBER, "", 1)
    pasted = as_text(sheet_of("", [(NAME, ["@A\tB", "+C"]), (column, [-1.5, 2.0])], ["-D"]), ENGLISH)
    assert pasted == "Name\t'=1+1\n'@A B\t-1.5\n'+C\t2.0\n\n'-D\n"


def test_what_has_no_rows_leaves_nothing_to_copy():
    assert as_text(sheet_of("", [(NAME, [])], ["A note."]), ENGLISH) == ""


def test_a_hidden_cell_says_that_it_is_hidden_and_nothing_else(sheet):
    assert explained(sheet, 1, 1, ENGLISH).startswith("Hidden: ")
    assert explained(sheet, 2, 1, ENGLISH) == "Nothing known"
    assert explained(sheet, 1, 2, ENGLISH) == "weak"
    assert explained(sheet, 0, 2, ENGLISH) == ""
    assert explained(sheet, 1, 1, SWEDISH).startswith("Dolt: ")


def test_rows_are_chosen_by_their_key(sheet):
    part = sheet.of("x").without("elever")
    assert part.cells("namn") == ["Ö, 1,000", "C"]
    assert [column.key for column in part.columns] == ["namn", "medel", "lag"]
    assert [len(row) for row in part.rows] == [3, 3]
    assert sheet.of("z").rows == ()


def test_what_is_missing_is_unknown_and_no_zero():
    assert whole_numbers(pd.Series([1, None, 0], dtype="Int64")) == [1, None, 0]
    assert interval(1.0, float("nan"), 1, ENGLISH) is None


def test_a_row_in_words_is_its_name_and_what_its_cells_say(sheet):
    assert row_in_words(sheet, 0, ENGLISH) == (
        "Ö, 1,000\nPupils: 12,345\nMean value (points): 1,234.6\nInterval: -1,000.5 to 2,000.2"
    )
    assert row_in_words(sheet, 2, ENGLISH) == "C\nMean value (points): ~100\nInterval: .."
