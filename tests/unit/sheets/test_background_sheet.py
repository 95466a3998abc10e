"""The sheet of segregation by background: places in order, limits first, and what few schools leave out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from backgrounds import FOREIGN, YEAR, school_table
from wordings import ENGLISH, SWEDISH

from segregation_plugin.disclosure.background_indices import shown_background
from segregation_plugin.sheets.background_sheet import background, background_ranking

NAMES = {"0180": "Stockholm", "1480": "Göteborg", "1780": "Karlstad"}


@pytest.fixture(scope="module")
def rows():
    """A municipality with schools apart, one with schools alike, and one of two schools."""
    random = np.random.default_rng(2)
    apart = [(float(share), 200, "1480") for share in range(5, 95, 5)]
    alike = [(float(share), 200, "0180") for share in random.integers(28, 33, 14)]
    schools = school_table([*alike, *apart, (20.0, 100, "1780"), ("..", 40, "1780")])
    return shown_background({YEAR: schools}, [FOREIGN], iterations=60)


def test_places_are_in_the_order_of_their_corrected_value_and_small_ones_come_last(rows):
    sheet = background_ranking(rows, [FOREIGN], NAMES, ENGLISH)
    places = [place for place, key in zip(sheet.cells("platsnamn"), sheet.keys) if key in ("riket", "kommun")]
    assert places == ["Sweden", "Göteborg", "Stockholm", "Karlstad"]
    row = sheet.keys.index("kommun")
    assert sheet.cells("korrigerat")[row] > sheet.cells("korrigerat")[row + 1]
    assert sheet.cells("korrigerat")[row + 2] is None
    assert "fewer than ten units" in sheet.cells("anledning")[row + 2]
    assert sheet.cells("lagst")[row + 2] < sheet.cells("hogst")[row + 2]
    assert [sheet.cells("dolda")[row + 2], sheet.cells("alla_enheter")[row + 2]] == [1, 2]


def test_there_are_no_rank_numbers_and_overlap_is_explained(rows):
    sheet = background_ranking(rows, [FOREIGN], NAMES, ENGLISH, ["Place: Sweden."])
    assert not {"rang", "rank", "plats"} & {column.key for column in sheet.columns}
    assert sheet.notes[0] == "Place: Sweden."
    assert any("cannot be said to differ" in note for note in sheet.notes)
    # Limits stand before the value of published shares.
    keys = [column.key for column in sheet.columns]
    assert keys.index("lagst") < keys.index("hogst") < keys.index("varde") < keys.index("korrigerat")


def test_it_is_in_swedish_too(rows):
    english, swedish = (background_ranking(rows, [FOREIGN], NAMES, words) for words in (ENGLISH, SWEDISH))
    assert swedish.cells("niva")[:2] == ["Riket", "Län"]
    assert swedish.cells("platsnamn")[0] == "Sverige"
    assert [column.key for column in swedish.columns] == [column.key for column in english.columns]
    assert swedish.cells("lagst") == english.cells("lagst")
    assert not {column.label for column in swedish.columns} & {"Level", "Place", "Schools", "What to know"}
    assert not set(swedish.notes) & set(english.notes)


def test_a_study_without_background_has_no_such_sheet(national):
    columns = [name for name in national.schools.columns if name.startswith(("andel_utl", "andel_for"))]
    bare = replace(national, schools=national.schools.drop(columns=columns))
    assert background(bare, ENGLISH) is None
