"""What of means by area type, and of differences between them, may be shown."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from linked import MERIT, schools_of

from segregation_plugin.analysis.schools.comparisons import compare_types
from segregation_plugin.analysis.schools.summaries import by_area_type
from segregation_plugin.disclosure.means import as_one_result, shown_types, types_compared
from segregation_plugin.disclosure.own_sums import alike_together, hidden_groups
from segregation_plugin.disclosure.shown_summaries import shown
from segregation_plugin.domain.measures import SHARE, Measure

OWN = Measure("eget_trygga", "%", {"sv": "Trygga", "en": "Safe"}, weight="Svar", public=False)
X = OWN.column


def own_schools(types, answers):
    """Return schools of these types with a value each, and so many answers behind it."""
    table = schools_of([50.0 + place * 1.37 for place in range(len(types))], omradestyp=types)
    renamed = table.rename(columns=lambda name: name.replace("meritvarde", X))
    return renamed.assign(**{f"{X}_bas": [float(number) for number in answers]})


def compared(table):
    found = shown_types(compare_types(table, OWN, iterations=20, seed=1), OWN, hidden_groups(table, [OWN]))
    return found.set_index("grupp")


def test_of_an_unpublished_measure_no_single_school_shows():
    table = compared(own_schools([1] * 9 + [2] * 12 + [5] * 12, [20] * 33))

    assert table[[f"{X}_{name}" for name in ("kvartil_1", "median", "kvartil_3")]].isna().all(axis=None)
    assert table.loc["1", [f"{X}_spridning", f"{X}_skillnad_lag"]].isna().all()
    assert table.loc["2", [f"{X}_spridning", f"{X}_skillnad_lag"]].notna().all()
    assert math.isnan(table.loc["alla", f"{X}_spridning"]), "less those of the others it is that of nine"
    assert table.loc["1", f"{X}_skillnad"] == pytest.approx(table.loc["1", X] - table.loc["5", X])
    numbers = table[[X, f"{X}_spridning", f"{X}_skillnad_lag", f"{X}_skillnad_hog"]]
    assert numbers.equals(numbers.round(1))


@pytest.mark.parametrize("places", [1, 2])
def test_what_nobody_publishes_of_a_place_is_not_shown_as_that_of_its_type(places):
    """Many answers at one or two places, so that nothing is said of a person, but each place is."""
    table = compared(own_schools([1] * places + [3] * (8 - places) + [5] * 4, [40] * 12))
    assert table[f"{X}_dold"].to_dict() == {"1": True, "3": False, "5": True, "alla": False}
    assert table.loc[["1", "5"], X].isna().all()


def test_a_hidden_mean_takes_all_beside_it_along():
    # Type 5 rests on nine answers: neither it, nor what is left of the total without it, nor a difference is shown.
    table = compared(own_schools([1] * 12 + [5] * 3, [20] * 12 + [3] * 3))
    assert table[f"{X}_dold"].tolist() == [True, True, False]
    assert table.loc[["1", "5"], [X, f"{X}_spridning"]].isna().all(axis=None)
    assert math.isnan(table.loc["1", f"{X}_skillnad"])
    assert {str(reason) for reason in table.loc[["1", "5"], "anledning"]} == {
        "not shown: the mean of the type or of type 5 is hidden"
    }
    assert table.loc["alla", f"{X}_spridning"] > 0


def test_the_spread_of_all_needs_ten_places_that_are_hidden_together():
    table = compared(own_schools([1] * 12 + [2] * 3 + [5] * 3, [20] * 12 + [3] * 3 + [20] * 3))
    assert table[f"{X}_dold"].tolist() == [False, True, True, False]
    assert math.isnan(table.loc["alla", f"{X}_spridning"])


@pytest.mark.parametrize("is_alike", [True, False])
def test_places_hidden_together_are_not_seen_to_be_alike(is_alike):
    """Types 1 and 2 are hidden: their number, mean and spread are those of all less those of the types shown."""
    types = [1] * 2 + [2] * 9 + [3] * 14 + [4] * 15 + [5] * 16
    table = own_schools(types, [20] * len(types))
    if is_alike:
        table.loc[table["omradestyp"] <= 2, X] = 60.0
    hidden = hidden_groups(table, [OWN])
    assert hidden[X] == {"1", "2"}
    assert alike_together(table, [OWN], hidden) == ({X} if is_alike else set())
    found = types_compared(table, [OWN], hidden).set_index("grupp")
    areas = table[["regsokod", "omradestyp"]].drop_duplicates("regsokod")
    summary = shown(by_area_type(areas, table, measures=[OWN]), hidden, [OWN], alike_together(table, [OWN], hidden))
    assert found.loc[["3", "4", "5"], ["varde", "spridning", "lag"]].notna().all(axis=None)
    ends = summary.set_index("grupp").loc["alla", [f"{X}_lag", f"{X}_hog"]]
    if is_alike:
        assert found.loc["alla", ["lag", "hog", "spridning"]].isna().all()
        assert ends.isna().all()
        assert found.loc["alla", "varde"] > 0
    else:
        assert found.loc["alla", ["lag", "hog", "spridning"]].notna().all()
        assert ends.notna().all()
        # What is found by subtraction, as far as one decimal allows: about the variance of the hidden places.
        others = found.loc[["3", "4", "5"]]
        squares = others["n"] * (others["spridning"] ** 2 + others["varde"] ** 2)
        whole = found.loc["alla"]
        left = whole["n"] * (whole["spridning"] ** 2 + whole["varde"] ** 2) - squares.sum()
        mean = table.loc[table["omradestyp"] <= 2, X].mean()
        assert left / 11 - mean**2 == pytest.approx(table.loc[table["omradestyp"] <= 2, X].var(ddof=0), abs=15)


def test_published_results_are_shown_as_they_are(national):
    table = compare_types(national.schools, MERIT, ["huvudmannatyp"], iterations=5, seed=1)
    found = shown_types(table, MERIT)
    assert not found["meritvarde_dold"].any()
    pd.testing.assert_frame_equal(found[list(table)], table, check_dtype=False)


def test_a_part_is_put_together_as_the_whole_is():
    """Most schools have no known weight: the mean of the whole, and so of each part, has none."""
    values = list(200.0 + np.arange(40) * 7 % 31)
    schools = schools_of(values, omradestyp=[1 + place % 5 for place in range(40)])
    of_part = schools.index < 10
    schools["elever_ak9"] = np.where(of_part, np.arange(40) + 10.0, np.nan)
    part = schools[of_part]
    (row,) = types_compared(part, [MERIT], whole=schools).query("grupp == 'alla'").to_dict("records")
    assert row["varde"] == pytest.approx(part["meritvarde"].mean())
    (alone,) = types_compared(part, [MERIT]).query("grupp == 'alla'").to_dict("records")
    assert alone["varde"] == pytest.approx(np.average(part["meritvarde"], weights=part["elever_ak9"]))


def test_the_tables_of_a_study_say_of_one_result_what_comparing_does():
    table = own_schools([1] * 12 + [2] * 12 + [5] * 12, [20] * 36)
    hidden = hidden_groups(table, [OWN])
    areas = table[["regsokod", "omradestyp"]].drop_duplicates("regsokod")
    summary = shown(by_area_type(areas, table, measures=[OWN, MERIT]), hidden, [OWN])
    found = as_one_result(summary, types_compared(table, [OWN], hidden), OWN)
    direct = shown_types(compare_types(table, OWN, iterations=500, seed=1), OWN, hidden)
    assert set(found) == set(direct)
    columns = [name for name in direct if name != "anledning"]
    pd.testing.assert_frame_equal(found[columns], direct[columns], check_dtype=False)
    assert [str(one) for one in found["anledning"]] == [str(one) for one in direct["anledning"]]


def test_an_interval_of_an_unpublished_mean_is_around_what_is_shown_and_no_narrower():
    schools = own_schools([1] * 12 + [2] * 11 + [5] * 14, range(20, 57))
    exact = by_area_type(schools[["regsokod", "omradestyp"]], schools, measures=[OWN]).set_index("grupp")
    table = shown(exact.reset_index(), hidden_groups(schools, [OWN]), [OWN]).set_index("grupp")
    table = table.loc[["1", "2", "5", "alla"]]
    exact = exact.loc[table.index]
    low, high = table[f"{X}_lag"], table[f"{X}_hog"]
    assert ((low + high) / 2).to_numpy() == pytest.approx(table[X].to_numpy(), abs=1e-9)
    further = (high - low) - (exact[f"{X}_hog"] - exact[f"{X}_lag"])
    assert further.between(-1e-9, 0.2 + 1e-9).all()
    assert low.equals(low.round(1))


def test_an_interval_says_no_more_of_places_that_count_alike_than_their_mean_and_spread():
    """Of two places that are not known, both figures have to leave many values possible, and so the interval."""
    known = [10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0]
    tables = []
    for one, other, third in ((40.0, 70.0, 70.0), (50.0, 50.0, 80.0)):  # the same sum, and sum of squares
        schools = own_schools([1] * 11, [50] * 11).assign(**{X: [*known, one, other, third]})
        tables.append(compared(schools)[[X, f"{X}_spridning", f"{X}_lag", f"{X}_hog"]])
    assert tables[0].notna().all(axis=None)
    assert tables[0].equals(tables[1])


def test_few_places_have_no_interval_nor_all_where_theirs_would_follow():
    ends = [f"{X}_lag", f"{X}_hog"]
    table = compared(own_schools([1] * 9 + [2] * 12 + [5] * 12, [20] * 33))
    assert table[ends].notna().all(axis=1).to_dict() == {"1": False, "2": True, "5": True, "alla": False}
    # Types hidden together are six places: of all less those that are shown it would be the interval of these.
    table = compared(own_schools([1] * 12 + [2] * 3 + [5] * 3, [20] * 12 + [3] * 3 + [20] * 3))
    assert table[ends].notna().all(axis=1).to_dict() == {"1": True, "2": False, "5": False, "alla": False}
    # Two places: who is one of them would know the other by the mean and the interval.
    table = compared(own_schools([1] * 2 + [3] * 6 + [5] * 4, [40] * 12))
    assert table[ends].isna().all(axis=None)


def test_where_results_stand_below_each_other_a_mean_has_the_interval_of_the_summary():
    schools = schools_of(np.linspace(180, 260, 24), omradestyp=[1] * 12 + [5] * 12)
    summary = by_area_type(schools[["regsokod", "omradestyp"]], schools).set_index("grupp").loc[["1", "5", "alla"]]
    found = types_compared(schools, [MERIT]).set_index("grupp").loc[summary.index]
    for ours, theirs in (("varde", ""), ("lag", "_lag"), ("hog", "_hog")):
        assert found[ours].tolist() == pytest.approx(summary[f"meritvarde{theirs}"].tolist())
    assert (found["lag"] < found["varde"]).all()


ALIKE = [20.0] * 10
APART = [30.0 + place for place in range(12)]


@pytest.mark.parametrize("near", [ALIKE, [20.0] * 9 + [20.5]])
def test_no_spread_nor_interval_says_that_places_are_as_good_as_alike(near):
    """With a spread of nothing the mean is the value of every single place, which nobody has published."""
    schools = own_schools([1] * 10 + [2] * 12 + [5] * 12, [20] * 34).assign(**{X: [*near, *APART, *APART]})
    table = compared(schools)
    beside = [f"{X}_{name}" for name in ("lag", "hog", "spridning")]
    # That of all less the others would be theirs again.
    assert table[beside].notna().all(axis=1).to_dict() == {"1": False, "2": True, "5": True, "alla": False}
    assert table.loc[["1", "alla"], beside].isna().all(axis=None)
    assert table.loc["1", [f"{X}_skillnad_lag", f"{X}_skillnad_hog"]].isna().all()
    assert str(table.loc["1", "anledning"]) == "no interval: it would reveal values of single places"
    assert str(table.loc["2", "anledning"]) == ""
    assert table[X].notna().all()
    summary = by_area_type(schools[["regsokod", "omradestyp"]], schools, measures=[OWN])
    ends = shown(summary, hidden_groups(schools, [OWN]), [OWN]).set_index("grupp")[[f"{X}_lag", f"{X}_hog"]]
    assert ends.notna().any(axis=1)[lambda known: known].index.tolist() == ["2", "5"]


def test_where_type_5_is_as_good_as_alike_no_difference_has_an_interval():
    schools = own_schools([1] * 12 + [5] * 10, [20] * 22).assign(**{X: [*APART, *ALIKE]})
    table = compared(schools)
    assert table[[f"{X}_skillnad_lag", f"{X}_skillnad_hog"]].isna().all(axis=None)
    assert table.loc["1", f"{X}_skillnad"] == pytest.approx(15.5)


@pytest.mark.parametrize("from_above", [False, True])
def test_no_interval_of_a_share_goes_beyond_what_a_share_can_be(from_above):
    """It ends just above 0: rounding mean and width would bring it below."""
    share, values = replace(OWN, kind=SHARE), np.array([4.4, 1.7, 26.5, 6.1, 23.0, 37.7, 0.0, 0.0, 0.0, 0.0])
    schools = own_schools([1] * 10 + [5] * 12, [20] * 22).assign(
        **{X: [*(100 - values if from_above else values), *APART]}
    )
    exact = by_area_type(schools[["regsokod", "omradestyp"]], schools, measures=[share])
    table = shown(exact, hidden_groups(schools, [share]), [share]).set_index("grupp")
    low, high = table.loc["1", [f"{X}_lag", f"{X}_hog"]]
    assert (low, high) == ((80.1, 100.0) if from_above else (0.0, 19.9))
