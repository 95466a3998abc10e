"""The tables of the dock: the cells of the exported ones, in fewer columns."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from own_figures import own, schools_with, summary_of
from wordings import ENGLISH, SWEDISH

from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.domain.messages import message
from segregation_plugin.sheets.dock_sheets import DIFFERENCE, for_dock, segregation_for_dock
from segregation_plugin.sheets.result_sheet import results
from segregation_plugin.sheets.segregation_sheet import segregation
from segregation_plugin.sheets.sheet import INTERVAL, as_text, explained
from segregation_plugin.sheets.summary_sheets import area_types

MERIT = YEAR_9_RESULTS[0]


def test_cells_are_those_that_are_exported(measured, passed):
    shown, exported = (
        for_dock(measured, passed, SWEDISH, (), measured.types_compared(passed)),
        area_types(measured, SWEDISH),
    )
    assert shown.keys == exported.keys
    theirs = {column.key: column for column in exported.columns}
    ours = [column for column in shown.columns if column.key in theirs]
    assert len(ours) == len(shown.columns) - 4  # beside the name, a difference and both intervals
    for column in ours:
        assert shown.cells(column.key) == exported.cells(column.key)
        assert (column.decimals, column.kind) == (theirs[column.key].decimals, theirs[column.key].kind)
    compared = results(measured, SWEDISH)
    assert shown.cells(DIFFERENCE) == compared.cells(DIFFERENCE)
    lows = [SWEDISH.number(low, 1) for low in compared.cells(f"{DIFFERENCE}_lag")[:4]]
    assert [text.split(" till ")[0] for text in shown.cells(f"{DIFFERENCE}_lag")[:4]] == lows
    assert shown.cells(f"{DIFFERENCE}_lag")[4:] == [None] * 3
    ends = zip(*(exported.cells(f"{passed.column}_{end}") for end in ("lag", "hog")))
    said = [
        None if low is None else f"{SWEDISH.number(low, 1)}\N{EN DASH}{SWEDISH.number(high, 1)}" for low, high in ends
    ]
    assert shown.cells(f"{passed.column}_intervall") == said
    assert sum(text is None for text in said) == 1, "of schools without an area type"


def test_columns_have_short_labels_and_long_meanings(national):
    sheet = for_dock(national, MERIT, ENGLISH)
    columns = {column.key: column for column in sheet.columns}
    assert columns["meritvarde"].label == "Mean"
    assert columns["meritvarde"].meaning == "Mean of the chosen result over areas of this type"
    first = ["grupp", "meritvarde", "meritvarde_intervall", "meritvarde_n", "omraden", "skolor"]
    assert [column.key for column in sheet.columns[:6]] == first
    assert all(column.meaning for column in sheet.columns[1:])
    assert sheet.cells("grupp")[0] == "1\N{NO-BREAK SPACE}Areas with major socioeconomic challenges"
    assert sheet.cells("grupp")[5:] == ["Without area type", "All"]


def test_without_what_takes_long_the_rest_is_there(national):
    quick = for_dock(national, MERIT, ENGLISH)
    whole = for_dock(national, MERIT, ENGLISH, (), national.types_compared(MERIT))
    later = [column.key for column in whole.columns if column not in quick.columns]
    assert later == [DIFFERENCE, f"{DIFFERENCE}_lag"]
    for column in quick.columns:
        assert quick.cells(column.key) == whole.cells(column.key)


def test_the_clipboard_has_what_is_shown_and_the_notes(national):
    first, *rows, blank, note = as_text(for_dock(national, None, SWEDISH, ["Alla län"]), SWEDISH).splitlines()
    assert first.split("\t")[:4] == ["Områdestyp", "Områden", "Skolor", "Elever"]
    assert [row.split("\t")[1] for row in rows] == ["162", "293", "835", "1780", "292", "1", "3363"]
    assert (blank, note) == ("", "Alla län")


def test_what_is_hidden_is_hidden_in_every_column_drawn_from_it(national):
    measure = replace(own("nojda", "andel", "svar"), public=False)
    schools = schools_with([1] * 2 + [5] * 4, nojda=[50.0] * 6, nojda_bas=[2.0] * 2 + [50.0] * 4)
    summary = summary_of(schools, [measure]).reset_index()
    assert summary["eget_nojda_dold"].iloc[0]
    compared = pd.DataFrame({"resultat": "eget_nojda", "grupp": summary["grupp"], DIFFERENCE: -1.0})
    compared = compared.assign(**{f"{DIFFERENCE}_lag": -2.0, f"{DIFFERENCE}_hog": 0.5, "anledning": message("")})
    study = replace(
        national,
        schools=schools.assign(placering="inom"),
        summary_area_type=summary,
        own_measures=(measure,),
        results_area_type=compared,
    )
    sheet = for_dock(study, measure, ENGLISH, (), compared)
    for key in ("eget_nojda", "eget_nojda_intervall", DIFFERENCE, f"{DIFFERENCE}_lag"):
        assert [cell == ".." for cell in sheet.cells(key)] == list(summary["eget_nojda_dold"].astype(bool)), key
    assert "-2.0 to 0.5" in sheet.cells(f"{DIFFERENCE}_lag")


def test_a_missing_difference_says_why(national):
    compared = national.within("17", "").types_compared(MERIT)
    sheet = for_dock(national.within("17", ""), MERIT, ENGLISH, (), compared)
    place = [column.key for column in sheet.columns].index(DIFFERENCE)
    said = [explained(sheet, row, place, ENGLISH) for row in range(len(sheet.rows))]
    assert said[4:] == ["the type that the others are compared with", "Nothing known", "all area types together"]
    assert all(text.startswith("too few values in type") for text in said[:4])


def test_what_a_value_rests_on_is_remarked(national):
    summary = national.summary_area_type
    measure = next(one for one in national.measures if summary[f"{one.column}_avrundade"].any())
    assert for_dock(national, measure, ENGLISH).remarks == {
        (row, f"{measure.column}_n"): f"Of these rounded by the source (~100): {count}"
        for row, count in enumerate(summary[f"{measure.column}_avrundade"])
        if count
    }


def test_a_study_without_schools_has_areas_alone(national):
    sheet = for_dock(replace(national, schools=None), None, ENGLISH)
    assert [column.key for column in sheet.columns] == ["grupp", "omraden"]


def test_places_are_called_by_their_name(national):
    other = replace(national, provenance={**national.provenance, "enheter": "clinics"})
    sheet = for_dock(other, MERIT, ENGLISH)
    assert [column.header for column in sheet.columns[4:6]] == ["Areas", "Clinics"]
    assert "elever" not in [column.key for column in sheet.columns]


def test_no_column_of_other_places_speaks_of_schools(measured, passed):
    other = replace(measured, provenance={**measured.provenance, "enheter": "clinics"})
    compared = measured.types_compared(passed)
    words = {one.key: one.meaning for one in for_dock(other, passed, ENGLISH, (), compared).columns}
    assert [key for key, meaning in words.items() if "school" in meaning.lower()] == []
    wanted = "for other clinics like these; none for fewer than 10"
    assert {key for key, meaning in words.items() if wanted in meaning} == {
        f"{passed.column}_intervall",
        f"{DIFFERENCE}_lag",
    }


def test_a_place_that_has_not_the_result_does_not_drop_out_unsaid(national):
    measure = own("besok", kind="antal")
    schools = schools_with([1] * 12 + [2] * 12 + [3] * 12, besok=[50.0] * 36)
    summary = summary_of(schools, [measure]).reset_index()
    study = replace(national, summary_area_type=summary, own_measures=(measure,))
    malmo = national.within("12", "1280")
    notes = for_dock(study, measure, ENGLISH, ["Sweden"], others=[malmo, study]).notes
    assert notes == ("Sweden", "Not available for Malmö: nobody has published it by municipality.")
    assert for_dock(national, MERIT, ENGLISH, ["Sweden"], others=[malmo]).notes == ("Sweden",)


def test_d_between_schools_stands_beside_that_between_areas(measured, passed):
    rows = measured.spread_over_schools(passed)
    sheet = segregation_for_dock(rows, measured, SWEDISH)
    assert sheet.title == "Segregation mellan skolor"
    assert [row[0] for row in sheet.rows] == ["Skolor (696)", "Områden (562)"]
    whole = segregation(measured, SWEDISH)
    of_d = [place for place, index in enumerate(whole.cells("matt")) if index == "Dissimilaritet (D)"]
    for key in ("varde", "slump", "korrigerat"):
        assert sheet.cells(key) == [whole.cells(key)[place] for place in of_d[:2]]
    assert as_text(sheet, SWEDISH).splitlines()[1:] == [
        "Skolor (696)\t0,31\t0,10\t0,29\t0,27\N{EN DASH}0,31",
        "Områden (562)\t0,29\t0,09\t0,28\t0,26\N{EN DASH}0,30",
    ]


def test_an_interval_that_is_not_known_is_none(measured, passed):
    rows = [row._replace(lag=float("nan"), hog=float("nan")) for row in measured.spread_over_schools(passed)]
    sheet = segregation_for_dock(rows, measured, ENGLISH)
    assert [column.key for column in sheet.columns if column.kind == INTERVAL] == ["lag"]
    assert sheet.cells("lag") == [None, None]


@pytest.mark.parametrize("words", [ENGLISH, SWEDISH], ids=["en", "sv"])
def test_of_a_mean_nothing_is_shown(national, words):
    assert segregation_for_dock(national.spread_over_schools(MERIT), national, words).rows == ()
