"""A study's tables, today's and another day's, laid beside each other."""

from __future__ import annotations

import pandas as pd
from hypothesis import given, settings
from random_study import STUDIES

from segregation_plugin.analysis.summaries import by_area_type, by_municipality_and_type
from segregation_plugin.disclosure.engine import Layout, audit_tables
from segregation_plugin.disclosure.study import hidden_in
from segregation_plugin.disclosure.summaries import NOWHERE, WHOLE, Hidden, hide
from segregation_plugin.domain.measures import YEAR_9_RESULTS

FEW = settings(max_examples=25)


def with_codes(study):
    areas, schools = study
    return areas, schools.assign(skolenhetskod=[f"{number:08}" for number in range(len(schools))])


def shown_everywhere(areas, schools, hidden, column):
    """Every summary that can be had of a study, one after the other."""
    tables = []
    for place in (WHOLE, "01", "17", "0114", "0180", "1780"):
        county = place if len(place) == 2 else None
        municipality = place if place.isdigit() and len(place) == 4 else None
        tables.append(hide(by_area_type(areas, schools, county, municipality), hidden, place).assign(plats=place))
    tables.append(hide(by_municipality_and_type(areas, schools), hidden))
    tables[-1]["plats"] = tables[-1]["kommunkod"].where(tables[-1]["kommunkod"] != "", NOWHERE)
    marked = column + "_dold" if column == "elever" else column.replace("_elever", "_dold")
    return [
        table[["plats", "grupp"]].assign(antal=table[column].where(table[marked] | table[column].notna(), 0.0))
        for table in tables
    ]


@FEW
@given(STUDIES)
def test_no_hidden_number_can_be_reckoned_from_all_tables_together(study):
    areas, schools = with_codes(study)
    hidden = hidden_in(areas, schools, YEAR_9_RESULTS)
    for column in ("elever", "meritvarde_elever"):
        if hide(by_area_type(areas, schools), hidden)[column].isna().all():
            continue  # unweighted, or without the sums behind means
        tables = shown_everywhere(areas, schools, hidden, column)
        found = audit_tables(
            tables, Layout(by=("plats", "grupp"), counts=("antal",), parents={"plats": {NOWHERE: WHOLE}})
        )
        assert not found["avslojad"].any(), found[found["avslojad"]]


def test_a_hidden_municipality_type_is_not_told_by_the_county():
    areas = pd.DataFrame({"regsokod": ["0114R001", "0180R001"], "omradestyp": pd.array([1, 1], "Int64")})
    schools = pd.DataFrame(
        {
            "skolenhetskod": ["1", "2"],
            "regsokod": ["0114R001", "0180R001"],
            "kommunkod": ["0114", "0180"],
            "omradestyp": pd.array([1, 1], "Int64"),
            "huvudmannatyp": "",
            "elever": [5.0, 300.0],
        }
    )
    hidden = hidden_in(areas, schools, ())
    shown = hide(by_municipality_and_type(areas, schools), hidden)
    assert shown["elever_dold"].all()
    assert hidden.school("2", "elever"), "the other school would tell what the county's total leaves"
    assert not hide(by_area_type(areas, schools), hidden)["elever_dold"].any(), "the total is shown"


def five_with_few_in_the_last(shares, statuses):
    """One area with five schools, of which the last has five pupils in grade 9; all have a merit rating."""
    areas = pd.DataFrame({"regsokod": ["0114R001"], "omradestyp": pd.array([1], "Int64")})
    schools = pd.DataFrame(
        {
            "skolenhetskod": list("12345"),
            "regsokod": "0114R001",
            "kommunkod": "0114",
            "omradestyp": pd.array([1] * 5, "Int64"),
            "huvudmannatyp": "",
            "elever": [200.0, 300, 400, 500, 600],
            "elever_ak9": [40.0, 30, 50, 60, 5],
            "meritvarde": [200.0, 210, 220, 230, 240],
            "meritvarde_status": "finns",
            "andel_alla_amnen": shares,
            "andel_alla_amnen_status": statuses,
        }
    )
    return areas, schools


def test_results_of_the_same_pupils_hide_the_same_schools_and_tell_no_sums():
    """The fifth school has few pupils, and the second no share: its companions differ, and a difference would tell."""
    areas, schools = five_with_few_in_the_last([50.0, None, 60, 70, 80], ["finns", "saknas", "finns", "finns", "finns"])
    hidden = hidden_in(areas, schools, YEAR_9_RESULTS)
    assert hidden.schools["meritvarde"] == {"1", "2", "5"}
    assert hidden.schools["andel_alla_amnen"] == {"1", "5"}, "what it lacks need not be hidden"
    shown = hide(by_area_type(areas, schools), hidden)
    for result in ("meritvarde", "andel_alla_amnen"):
        assert shown[f"{result}_elever"].isna().all()
        assert shown.loc[shown["grupp"] == "alla", result].notna().all()


def test_a_companion_of_one_result_is_not_alone_in_another():
    """The fifth has few pupils and a merit rating alone: its companion's other result would be what the mean lacks."""
    areas, schools = five_with_few_in_the_last([50.0, 55, 60, 70, None], ["finns", "finns", "finns", "finns", "dold"])
    hidden = hidden_in(areas, schools, YEAR_9_RESULTS).schools
    assert hidden["meritvarde"] >= {"2", "5"}
    assert len(hidden["andel_alla_amnen"]) > 1


def test_the_share_of_hidden_pupils_is_not_told_where_a_number_of_pupils_is_hidden():
    """100 per cent x 6 / (6 + 194): with the pupils of all schools it gives the six."""
    areas = pd.DataFrame({"regsokod": ["0114R001"], "omradestyp": pd.array([1], "Int64")})
    schools = pd.DataFrame(
        {
            "skolenhetskod": list("123"),
            "regsokod": "0114R001",
            "kommunkod": "0114",
            "omradestyp": pd.array([1] * 3, "Int64"),
            "huvudmannatyp": "",
            "elever": [6.0, 94, 100],
            "elever_ak9": [None, 20.0, 30.0],
            "meritvarde": [None, 210.0, 220],
            "meritvarde_status": ["dold", "finns", "finns"],
        }
    )
    hidden = hidden_in(areas, schools, YEAR_9_RESULTS)
    shown = hide(by_area_type(areas, schools), hidden)
    assert shown["meritvarde_dolda_andel"].isna().all()
    assert not shown["elever_dold"].any()


def test_switched_off_hides_only_what_the_users_own_numbers_are_missing_from():
    areas = pd.DataFrame({"regsokod": ["0114R001", "0180R001"], "omradestyp": pd.array([1, 2], "Int64")})
    schools = pd.DataFrame(
        {
            "skolenhetskod": ["1", "2"],
            "regsokod": ["0114R001", "0180R001"],
            "kommunkod": ["0114", "0180"],
            "omradestyp": pd.array([1, 2], "Int64"),
            "huvudmannatyp": "",
            "elever": [5.0, 300.0],
            "elever_egna": [False, True],
        }
    )
    shown = hide(by_area_type(areas, schools), hidden_in(areas, schools, (), protected=False))
    assert shown.loc[shown["elever_dold"], "grupp"].tolist() == ["2", "alla"]
    assert shown.loc[shown["grupp"] == "1", "elever"].tolist() == [5]


def test_the_demo_hides_nothing(national):
    hidden = hidden_in(national.areas, national.schools, YEAR_9_RESULTS)
    assert not any(hidden.cells.values())
    assert not any(hidden.schools.values())


def test_a_study_without_schools_hides_nothing(national):
    assert hidden_in(national.areas, None, ()) == Hidden()
