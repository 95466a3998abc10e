"""Figures that are kept: the same ones come back, others are made where anything they rest on differs."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from segregation_plugin.disclosure.means import types_compared
from segregation_plugin.disclosure.school_indices import shown_segregation
from segregation_plugin.layers.figure_cache import FigureCache
from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.study import kept_figures

PASSED = "andel_alla_amnen"


@pytest.fixture(scope="module")
def part(demo_run):
    """A part of the demo study whose figures are worked out; two hundred schools are quicker than all."""
    return read_study(demo_run["OUTPUT"]).within("14", "")


@pytest.fixture
def measure(part):
    return next(one for one in part.measures if one.column == PASSED)


@pytest.fixture
def fresh(part, tmp_path):
    """The part with a cache of its own."""
    return replace(part, kept=FigureCache(tmp_path / "figures"))


def entries(tmp_path):
    return sorted((tmp_path / "figures").iterdir())


def again(part, tmp_path):
    """The same part in another process: nothing in memory."""
    return replace(part, kept=FigureCache(tmp_path / "figures"))


def never(*_anything, **_named):
    raise AssertionError("it was worked out again")


def as_text(rows):
    return [tuple(str(value) for value in row) for row in rows]


def test_what_is_kept_is_what_was_worked_out(part, fresh, measure, tmp_path, monkeypatch):
    types = types_compared(part.counted, [measure], whole=part.whole.counted)
    spread = shown_segregation(part.counted, [measure])
    for study in (fresh, again(fresh, tmp_path)):
        pd.testing.assert_frame_equal(
            study.types_compared(measure).drop(columns="anledning"), types.drop(columns="anledning")
        )
        assert study.types_compared(measure)["anledning"].map(str).tolist() == types["anledning"].map(str).tolist()
        assert as_text(study.spread_over_schools(measure)) == as_text(spread)
        assert [type(one) for one in study.spread_over_schools(measure)[0]] == [type(one) for one in spread[0]]
        monkeypatch.setattr(kept_figures, "types_compared", never)
        monkeypatch.setattr(kept_figures, "shown_segregation", never)


@pytest.mark.first_elsewhere("the same calls of QGIS as its first case")
@pytest.mark.parametrize("column", [PASSED, "elever_ak9", "omradestyp", "regsokod", f"{PASSED}_status", "elever"])
def test_another_value_of_a_school_gives_other_figures(fresh, measure, tmp_path, column):
    fresh.types_compared(measure)
    schools = fresh.schools.copy()
    place = schools.index[schools[PASSED].notna() & schools["regsokod"].notna()][0]
    other = {"regsokod": "1480R001", f"{PASSED}_status": "hidden"}.get(column)
    schools.loc[place, column] = other or schools.loc[place, column] % 5 + 1
    assert len(entries(tmp_path)) == 1
    replace(fresh, schools=schools).types_compared(measure)
    assert len(entries(tmp_path)) == 2


def test_what_no_figure_rests_on_changes_nothing(fresh, measure, tmp_path):
    fresh.types_compared(measure)
    replace(fresh, schools=fresh.schools.assign(namn="other")).types_compared(measure)
    assert len(entries(tmp_path)) == 1


def test_what_the_whole_study_decides_is_in_the_key(fresh, measure, tmp_path):
    weighted = fresh.types_compared(measure)
    schools = fresh.whole.schools.copy()
    schools.loc[~schools["skolenhetskod"].isin(fresh.schools["skolenhetskod"]), "elever_ak9"] = pd.NA
    unweighted = replace(fresh, whole=replace(fresh.whole, schools=schools)).types_compared(measure)
    assert weighted["varde"].tolist() != unweighted["varde"].tolist()


@pytest.mark.first_elsewhere("the same calls of QGIS as its first case")
@pytest.mark.parametrize(
    "damage", ["", "{", "[]", "null", '{"sha256": "0", "figures": "{}"}', "\x00\xff", "[" * 100_000]
)
def test_a_damaged_entry_is_made_anew(fresh, measure, tmp_path, damage):
    expected = fresh.types_compared(measure)
    (entry,) = entries(tmp_path)
    whole = entry.read_bytes()
    entry.write_bytes(damage.encode("latin-1"))
    found = again(fresh, tmp_path).types_compared(measure)
    assert found["skillnad"].tolist() == pytest.approx(expected["skillnad"].tolist(), nan_ok=True)
    assert entry.read_bytes() == whole


def test_an_entry_of_other_figures_is_made_anew(fresh, measure, tmp_path):
    """Files of the folder that were exchanged: each is whole, and of another place."""
    fresh.types_compared(measure)
    other = replace(fresh, schools=fresh.schools.iloc[:-30])
    expected = other.types_compared(measure)
    first, second = (entry.read_bytes() for entry in entries(tmp_path))
    for entry, content in zip(entries(tmp_path), (second, first)):
        entry.write_bytes(content)
    found = again(other, tmp_path).types_compared(measure)
    assert found["varde"].tolist() == pytest.approx(expected["varde"].tolist(), nan_ok=True)


def test_a_changed_number_is_damage(fresh, measure, tmp_path):
    expected = fresh.types_compared(measure)
    (entry,) = entries(tmp_path)
    text = entry.read_text()
    digit = next(number for number, letter in enumerate(text) if number > 120 and letter in "12345678")
    entry.write_text(text[:digit] + "9" + text[digit + 1 :])
    pd.testing.assert_frame_equal(
        again(fresh, tmp_path).types_compared(measure).drop(columns="anledning"), expected.drop(columns="anledning")
    )


def test_what_was_used_longest_ago_goes_first(tmp_path):
    cache = FigureCache(tmp_path / "figures", most_bytes=3_000)
    for number in range(3):
        cache.put(f"key {number}", "x" * 800)
    paths = {path.read_text()[-10:]: path for path in entries(tmp_path)}
    assert len(entries(tmp_path)) == 3
    assert paths
    for number, path in enumerate(entries(tmp_path)):
        os.utime(path, (number, number))
    oldest = entries(tmp_path)[0]
    cache.put("key 3", "y" * 800)
    assert oldest not in entries(tmp_path)
    assert len(entries(tmp_path)) == 3


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(part, measure, tmp_path):
    (tmp_path / "figures").write_text("no folder")
    study = replace(part, kept=FigureCache(tmp_path / "figures"))
    assert len(study.types_compared(measure)) == len(study.types_compared(measure)) > 0


def test_reading_and_looking_change_no_study_file(demo_run):
    file = Path(demo_run["OUTPUT"])
    before = file.read_bytes()
    study = read_study(file)
    study.within("09", "").types_compared(study.measures[0])
    assert file.read_bytes() == before
