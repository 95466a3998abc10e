"""The link put together, and what of it may be shown."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from linked import MERIT, schools_of

from segregation_plugin.analysis.comparisons import compare_types
from segregation_plugin.analysis.link import link, regression_row, types_compared
from segregation_plugin.disclosure.link import hides, protected, without_hidden_schools
from segregation_plugin.disclosure.study import hidden_in
from segregation_plugin.disclosure.summaries import Hidden
from segregation_plugin.domain.measures import Measure

OWN = Measure("eget_trygga", "%", {"sv": "Trygga", "en": "Safe"}, kind="andel", weight="Svar", public=False)


def forty_schools():
    number = np.arange(40)
    areas = pd.DataFrame(
        {
            "regsokod": [f"{1000 + place % 8}R{place:03}" for place in range(40)],
            "omradestyp": pd.array(1 + number % 5, dtype="Int64"),
            "socioekonomiskt_index": 25.0 - 5 * (number % 5) - number / 40,
        }
    )
    schools = schools_of(
        list(200.0 + number * 7 % 31),
        regsokod=areas["regsokod"].tolist(),
        kommunkod=[code[:4] for code in areas["regsokod"]],
        omradestyp=areas["omradestyp"].tolist(),
    )
    return schools, areas


def test_a_school_stands_beside_its_municipality_and_its_area():
    schools, areas = forty_schools()
    found = link(schools, areas, MERIT, limit=5, near=2, iterations=20, seed=1)

    assert len(found.schools) == 40
    school = found.schools.iloc[7]
    mates = schools[schools["kommunkod"] == school["kommunkod"]]
    assert school["meritvarde_kommun"] == pytest.approx(mates["meritvarde"].mean())
    assert school["flagga"] == ("over" if school["meritvarde_avvikelse"] >= 5 else "inom")
    assert school["socioekonomiskt_index"] == areas["socioekonomiskt_index"].iloc[7]
    line = found.regression.intercept + found.regression.slope.value * school["socioekonomiskt_index"]
    assert school["meritvarde_residual"] == pytest.approx(school["meritvarde"] - line)
    # Types end and begin 5 index points apart, less the 0.9 that they spread: 3 lies in 11.. to 15.
    assert school["nasta_typ"] in (2, 4)
    row = regression_row(found.regression, MERIT).iloc[0]
    assert row[["resultat", "skolor", "omraden", "kommuner"]].tolist() == ["meritvarde", 40, 40, 8]
    assert row["lutning"] == found.regression.slope.value
    assert 0 < row["andel_index_mellan"] < 100


def test_the_order_of_schools_keeps_rows_together():
    schools, areas = forty_schools()
    mixed = schools.sample(frac=1, random_state=3)
    pd.testing.assert_frame_equal(
        link(mixed, areas, MERIT, seed=1).schools.sort_index(), link(schools, areas, MERIT, seed=1).schools
    )


def own_schools(answers):
    table = schools_of([50.0 + place for place in range(len(answers))], omradestyp=1)
    renamed = table.rename(columns=lambda name: name.replace("meritvarde", OWN.column))
    return renamed.assign(**{f"{OWN.column}_bas": answers})


def hidden_of(schools):
    return hidden_in(schools[["regsokod", "omradestyp"]].drop_duplicates("regsokod"), schools, [OWN])


def test_of_an_unpublished_measure_no_single_school_shows():
    table = pd.concat([own_schools([20.0] * 9), own_schools([20.0] * 12).assign(omradestyp=2)], ignore_index=True)
    table = table.assign(skolenhetskod=[f"{number:08}" for number in range(len(table))])
    table["omradestyp"] = table["omradestyp"].astype("Int64")
    five = own_schools([20.0] * 12).assign(omradestyp=5, skolenhetskod=[f"{number + 50:08}" for number in range(12)])
    table = pd.concat([table, five], ignore_index=True)
    shown = protected(compare_types(table, OWN, iterations=20, seed=1), OWN, (), hidden_of(table)).set_index("grupp")

    quartiles = [f"{OWN.column}_{name}" for name in ("kvartil_1", "median", "kvartil_3")]
    assert shown[quartiles].isna().all(axis=None)
    spread = [f"{OWN.column}_spridning", f"{OWN.column}_skillnad_lag"]
    assert shown.loc["1", spread].isna().all()
    assert shown.loc["2", spread].notna().all()
    assert shown.loc["1", f"{OWN.column}_skillnad"] == pytest.approx(4 - 5.5)


@pytest.mark.parametrize("places", [1, 2])
def test_what_nobody_publishes_of_a_place_is_not_shown_as_that_of_its_type(places):
    """Many answers at one or two places, so that no person is told of, but each place is."""
    table = own_schools([40.0] * 12)
    types = [1] * places + [3] * (8 - places) + [5] * 4
    table = table.assign(omradestyp=pd.array(types, dtype="Int64"), skolenhetskod=[f"{n:08}" for n in range(12)])
    shown = protected(compare_types(table, OWN, iterations=20, seed=1), OWN, (), hidden_of(table)).set_index("grupp")

    # With one hidden alone, the smallest beside it would give it away.
    assert shown[f"{OWN.column}_dold"].to_dict() == {"1": True, "3": False, "5": True, "alla": False}
    assert shown.loc[["1", "5"], OWN.column].isna().all()


def test_a_hidden_mean_takes_all_beside_it_along():
    # Type 5 rests on nine answers: neither it, nor what is left of the total without it, nor a difference is shown.
    answers = [20.0] * 12 + [3.0] * 3
    table = own_schools(answers).assign(omradestyp=pd.array([1] * 12 + [5] * 3, dtype="Int64"))
    shown = protected(compare_types(table, OWN, iterations=20, seed=1), OWN, (), hidden_of(table)).set_index("grupp")

    assert shown[f"{OWN.column}_dold"].tolist() == [True, True, False]
    assert shown.loc[["1", "5"], [OWN.column, f"{OWN.column}_spridning"]].isna().all(axis=None)
    assert math.isnan(shown.loc["1", f"{OWN.column}_skillnad"])


def test_published_results_stay(national):
    table = compare_types(national.schools, MERIT, ["huvudmannatyp"], iterations=5, seed=1)
    shown = protected(table, MERIT, ["huvudmannatyp"], Hidden())

    many = table["meritvarde_n"] >= 10
    assert many.any()
    assert shown.loc[~many, "meritvarde_median"].isna().all()
    assert shown["meritvarde"].equals(table["meritvarde"])
    pd.testing.assert_series_equal(shown.loc[many, "meritvarde_median"], table.loc[many, "meritvarde_median"])


def test_all_but_the_mean_is_reckoned_without_a_hidden_school():
    """So nothing tells of it: its municipality's mean and the line are those of the schools that are shown."""
    schools, areas = forty_schools()
    code = schools["skolenhetskod"][3]
    as_if = without_hidden_schools(schools, MERIT, Hidden(schools={"meritvarde": frozenset({code})}))
    assert as_if.loc[3, ["meritvarde", "meritvarde_status"]].tolist() == [pytest.approx(math.nan, nan_ok=True), "dold"]
    found = link(schools, areas, MERIT, iterations=5, seed=1, hidden=Hidden(schools={"meritvarde": frozenset({code})}))
    without = link(as_if, areas, MERIT, iterations=5, seed=1)
    pd.testing.assert_frame_equal(found.schools, without.schools)
    assert found.regression.slope == without.regression.slope
    beside = [f"meritvarde_{name}" for name in ("spridning", "median", "skillnad_lag", "skillnad_hog")]
    pd.testing.assert_frame_equal(found.by_type[beside], without.by_type[beside])
    # The mean is the summary's, which is hidden where it would tell.
    assert found.by_type["meritvarde"].equals(link(schools, areas, MERIT, iterations=5).by_type["meritvarde"])


def test_a_study_with_anything_hidden_says_so():
    assert not hides(Hidden(), "meritvarde")
    assert hides(Hidden(schools={"meritvarde": frozenset({"1"})}), "meritvarde")
    assert hides(Hidden({"meritvarde": frozenset({("01", "1")})}), "meritvarde")
    assert not hides(Hidden({"meritvarde": frozenset()}), "meritvarde")


def test_a_part_is_put_together_as_the_whole_is():
    """Most schools have no known weight: the mean of the whole, and so of each part, has none."""
    schools, _ = forty_schools()
    of_part = schools["kommunkod"].isin(["1001", "1002"])
    schools["elever_ak9"] = np.where(of_part, np.arange(40) + 10.0, np.nan)
    part = schools[of_part]
    (row,) = types_compared(part, [MERIT], Hidden(), "10", schools).query("grupp == 'alla'").to_dict("records")
    assert row["varde"] == pytest.approx(part["meritvarde"].mean())
    (alone,) = types_compared(part, [MERIT], Hidden(), "10").query("grupp == 'alla'").to_dict("records")
    assert alone["varde"] == pytest.approx(np.average(part["meritvarde"], weights=part["elever_ak9"]))
