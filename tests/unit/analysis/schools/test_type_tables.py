"""Tables of how area types find pupils: by place, by whose types, and beside the area's index."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from backgrounds import FOREIGN, PARENTS, PUPILS, drawn

from segregation_plugin.analysis.schools.background_results import on_background
from segregation_plugin.analysis.schools.reach import CHALLENGED, CUTS, PARTS, reach
from segregation_plugin.analysis.schools.type_tables import (
    COUNTRY,
    COUNTY,
    INDEX,
    LOCATION,
    MUNICIPALITY,
    SKOLVERKET,
    exposures,
    has_background,
    lowest_first,
    model_table,
    overlap_table,
    places_of,
    reach_table,
    sources_of,
    type_table,
    variation_table,
)

YEAR = "2025/26"
YEARS = {FOREIGN.column: YEAR}


@pytest.fixture
def schools():
    """Sixty schools in municipality 0114 and twenty in 0380, half of them in an area; ten without any place."""
    table = drawn(90, 3)
    places = ["0114"] * 60 + ["0380"] * 20 + [""] * 10
    lies = [f"{place}R{number % 9 + 1:03}" if place and number % 2 else None for number, place in enumerate(places)]
    types = table["omradestyp_skolverket"].where(pd.Series(lies).notna())
    return table.assign(kommunkod=places, regsokod=lies, omradestyp=types)


@pytest.fixture
def areas():
    codes = [f"{place}R{number:03}" for place in ("0114", "0380") for number in range(1, 10)]
    return pd.DataFrame({"regsokod": codes, "socioekonomiskt_index": np.arange(len(codes), dtype=float)})


def test_shares_of_background_alone_expose_schools():
    girls = replace(FOREIGN, column="andel_flickor")
    assert exposures([FOREIGN, girls, PARENTS, replace(FOREIGN, public=False)]) == [FOREIGN, PARENTS]
    assert (lowest_first(FOREIGN), lowest_first(PARENTS)) == (False, True)


def test_places_with_too_few_schools_are_counted(schools):
    assert {code: len(own) for code, own in places_of(schools, MUNICIPALITY).schools.items()} == {"0114": 60}
    assert places_of(schools, MUNICIPALITY).too_few == 1
    assert list(places_of(schools, COUNTY).schools) == ["01"]
    # All of them, however few.
    assert len(places_of(schools.head(3), COUNTRY).schools["00"]) == 3


def test_each_place_share_and_whose_types_have_every_cut_and_part(schools, areas):
    table = reach_table(places_of(schools, COUNTRY).schools, areas, [FOREIGN], YEARS, iterations=20)

    assert list(table["typer"].unique()) == [SKOLVERKET, LOCATION, INDEX]
    assert (table.groupby("typer").size() == len(CUTS) * len(PARTS)).all()
    of_types = table[table["typer"] == SKOLVERKET]
    alone = reach(schools, FOREIGN, "omradestyp_skolverket", YEAR, iterations=20)
    assert of_types["varde"].tolist() == pytest.approx([row.varde for row in alone])


def test_the_index_takes_as_many_pupils_as_types_1_and_2(schools, areas):
    table = reach_table({"00": schools}, areas, [FOREIGN], YEARS, cuts=(10,), iterations=1)
    shares = table[table["grupp"] == CHALLENGED].set_index("typer")["alla"]
    assert shares[INDEX] == pytest.approx(shares[LOCATION])
    assert shares[INDEX] < shares[SKOLVERKET]


def test_what_is_not_known_of_any_school_has_no_rows(schools, areas):
    bare = schools.drop(columns="omradestyp_skolverket")
    assert sources_of(bare) == [LOCATION]
    unknown = schools.assign(omradestyp=pd.NA)
    assert sources_of(unknown) == [SKOLVERKET]
    assert set(reach_table({"00": unknown}, areas, [FOREIGN], YEARS, iterations=1)["typer"]) == {SKOLVERKET}
    no_index = areas.assign(socioekonomiskt_index=np.nan)
    assert INDEX not in set(reach_table({"00": schools}, no_index, [FOREIGN], YEARS, iterations=1)["typer"])


def test_other_tables_have_rows_of_both_types(schools):
    assert len(type_table(schools, [FOREIGN], YEARS)) == 2 * 7
    assert len(overlap_table(schools, [FOREIGN], 10)) == 2 * 11
    variations = variation_table(schools, [FOREIGN], YEARS, 10)
    assert variations[["typer", "vikt"]].to_numpy().tolist() == [
        [SKOLVERKET, "skolor"],
        [SKOLVERKET, "elever"],
        [LOCATION, "skolor"],
        [LOCATION, "elever"],
    ]


def test_what_is_done_only_rises_to_all(schools, areas):
    done = []
    reach_table({"00": schools}, areas, [FOREIGN], YEARS, iterations=30, progress=done.append)
    assert done == sorted(done)
    assert done[-1] == pytest.approx(1)


def test_models_are_rows(schools):
    random = np.random.default_rng(1)
    table = schools.assign(
        meritvarde=200 + random.normal(0, 20, len(schools)),
        meritvarde_status="finns",
        elever_ak9=50.0,
        **{PARENTS.column: random.uniform(20, 90, len(schools)), f"{PARENTS.column}_status": "finns"},
    )
    from linked import MERIT

    found = on_background(table, MERIT, PARENTS, FOREIGN, "omradestyp_skolverket", iterations=20)
    rows = model_table(found).set_index("modell")

    assert len(rows) == 7
    assert rows.loc["bakgrund", "r2"] == found.models["bakgrund"].r2
    assert rows.loc["bakgrund", "foraldrar"] == found.models["bakgrund"].slopes["foraldrar"].value
    assert np.isnan(rows.loc["omradestyp", "foraldrar"])
    assert rows.loc["omradestyp_utover_bakgrund", "r2_lag"] == found.added["omradestyp_utover_bakgrund"].low
    none = model_table(on_background(table.head(5), MERIT, PARENTS, FOREIGN, "omradestyp_skolverket"))
    assert none["r2"].isna().all()
    assert set(none["anledning"].map(str)) == {"fewer than 30 schools with a result, background and a type"}


def test_a_study_without_background_has_none(schools):
    assert has_background(schools, [FOREIGN])
    assert not has_background(schools, [PARENTS] if PARENTS.column in schools else [])
    assert not has_background(schools.assign(**{f"{FOREIGN.column}_status": "dold"}), [FOREIGN])
    assert PUPILS in schools
