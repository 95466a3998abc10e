"""Figures of pupils' background by school year: each rests on the units of that year's file."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from backgrounds import FOREIGN, PUPILS, YEAR, plain
from making import document, schools_at, squares

from segregation_plugin.analysis.schools.background_segregation import (
    COUNTRY,
    MUNICIPALITIES,
    background_segregation,
)
from segregation_plugin.analysis.segregation import dissimilarity
from segregation_plugin.domain.measures import BACKGROUNDS
from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.recognise import read_index
from segregation_plugin.study import background_figures
from segregation_plugin.study.background_figures import (
    background_by_year,
    by_background,
)
from segregation_plugin.study.inputs import Inputs
from segregation_plugin.study.making import make
from segregation_plugin.study.stored import study_of, tables_of


@pytest.fixture(scope="module")
def inputs(inputs):
    """The demo data of the municipalities that these tests speak of: the rest of the country is in no figure here."""
    codes, names = ("0114", "1480", "1780", "1785"), ("Upplands Väsby", "Göteborg", "Karlstad", "Säffle")
    areas, index, schools = inputs.areas, inputs.index, inputs.schools
    return replace(
        inputs,
        areas=areas[areas["regsokod"].str.startswith(codes)],
        index=index[index["omrade"].fillna("").str.startswith(names)],
        schools=schools[schools["kommunkod"].isin(codes)],
    )


# Of six schools.
SHARES = [10.0, 20.0, 40.0, 50.0, 70.0, 90.0]


def pupils(year, *units):
    """A file of pupils by grade as it is read, of units (code, municipality, operator, grades, pupils, share)."""
    rows = [
        {
            "skolenhetskod": code,
            "namn": f"School {code}",
            "kommunkod": municipality,
            "huvudmannatyp": operator,
            "arskurser": grades,
            "omradestyp_skolverket": 3,
            "lasar": year,
            PUPILS: float(count),
            f"{PUPILS}_status": "finns",
            FOREIGN.column: share,
            f"{FOREIGN.column}_status": "dold" if np.isnan(share) else "finns",
            "fil": f"pupils_{year[:4]}.csv",
        }
        for code, municipality, operator, grades, count, share in units
    ]
    return pd.DataFrame(rows).astype({"omradestyp_skolverket": "Int64"})


@pytest.mark.parametrize("is_read", [False, True])
def test_each_year_rests_on_the_units_of_that_year(inputs, reference, is_read):
    """Two schools have closed since, one of them in another municipality; by hand from the file of their year."""
    stays, closed, elsewhere, opened = "70000001", "70000002", "70000003", "70000004"
    older = pupils(
        "2024/25",
        (stays, "1780", "Kommunal", "1-6", 100, 20.0),
        (closed, "1780", "Enskild", "7-9", 200, 70.0),
        (elsewhere, "1785", "Enskild", "7-9", 50, np.nan),
    )
    newer = pupils(
        "2025/26", (stays, "1780", "Kommunal", "1-6", 110, 30.0), (opened, "1780", "Kommunal", "1-9", 300, 10.0)
    )
    whole = make(replace(inputs, results=[older, newer]), reference, 2023)
    alone = make(replace(inputs, results=[older, newer]), reference, 2023, municipality="1780")
    if is_read:
        whole, alone = (study_of(tables_of(study, "en", str, {}), "study.gpkg") for study in (whole, alone))
    assert not set(whole.schools["skolenhetskod"]) & {closed, elsewhere}
    assert whole.other_units["skolenhetskod"].tolist() == [closed, elsewhere]
    assert alone.other_units["skolenhetskod"].tolist() == [closed]
    d = abs(20 / 160 - 80 / 140)  # of 20 and 140 in the group, 80 and 60 others
    for study in (whole.within("", "1780"), alone):
        found = background_segregation(background_by_year(study), [FOREIGN], place="1780")
        row = {(row.lasar, row.niva, row.matt, row.plats): row for row in found}
        then = row["2024/25", MUNICIPALITIES, "dissimilarity", "1780"]
        assert (then.varde, then.enheter, then.personer) == (pytest.approx(d), 2, 300)
        assert row["2024/25", "huvudman", "dissimilarity", "Enskild"].alla_enheter == 1
        assert row["2024/25", "arskurser", "dissimilarity", "7-9"].alla_enheter == 1
        now = row["2025/26", MUNICIPALITIES, "dissimilarity", "1780"]
        assert (now.enheter, now.personer) == (2, 410)
    country = background_segregation(background_by_year(whole), [FOREIGN], levels=[COUNTRY])
    assert {(row.lasar, row.alla_enheter, row.dolda) for row in country} == {("2024/25", 3, 1), ("2025/26", 2, 0)}
    assert whole.summary_area_type.set_index("grupp").loc["alla", f"{FOREIGN.column}_n"] == 2


@pytest.mark.parametrize("as_located", [True, False])
def test_a_municipality_has_the_schools_that_lie_there_made_alone_too(reference, as_located):
    """Two schools are registered in each other's municipality, and two of different ones stand at one office."""
    codes = [f"{10_000_000 + number}" for number in range(6)]
    registered = ["0180", "0114", "0114", "0180", "0114", "0180"]
    places = [(20.0, 50.0), (120.0, 50.0), (60.0, 50.0), (160.0, 50.0), (190.0, 90.0), (190.0, 90.0)]
    index = read_index(
        [document("regsokod,index_ar,omradestyp,index\n0114R001,2023,1,\n0180R001,2023,5,", "index.csv")]
    )
    inputs = Inputs(
        squares(["0114R001", "0180R001"]).assign(version="2025"),
        index[0],
        schools=schools_at(places, kommunkod=registered),
        results=[
            pupils(
                YEAR,
                *((code, own, "Kommunal", "1-6", 100, share) for code, own, share in zip(codes, registered, SHARES)),
            )
        ],
    )
    whole = make(inputs, reference, 2023, as_located=as_located)
    among_all = by_background(whole, [MUNICIPALITIES])
    # Of the office's two one is registered in each municipality.
    expected = {"0114": [0, 2] if as_located else [0, 2, 4], "0180": [1, 3, 4, 5] if as_located else [1, 3, 5]}
    for code, inside in expected.items():
        alone = make(inputs, reference, 2023, municipality=code, as_located=as_located)
        rows = [row for row in among_all if row.plats == code]
        for study in (alone, whole.within("", code)):
            assert plain(by_background(study, [MUNICIPALITIES])) == plain(rows)
        by_hand = dissimilarity(np.array([(SHARES[one], 100 - SHARES[one]) for one in inside]), 0)
        assert (rows[0].alla_enheter, rows[0].varde) == (len(inside), pytest.approx(by_hand, abs=1e-4))


def test_a_later_year_of_one_municipality_is_not_the_year_of_the_country(inputs, reference):
    """Its types, units and shares would else stand for all."""
    codes = [str(70000001 + number) for number in range(8)]
    whole = pupils(
        "2025/26",
        *(
            (code, ("1780", "1480")[place % 2], "Kommunal", "1-6", 100, 10.0 * place)
            for place, code in enumerate(codes)
        ),
    )
    later = pupils("2026/27", (codes[0], "1780", "Kommunal", "1-6", 100, 90.0))
    one = make(replace(inputs, results=[whole]), reference, 2023)
    both = make(replace(inputs, results=[whole, later]), reference, 2023)
    assert both.schools["omradestyp_skolverket"].equals(one.schools["omradestyp_skolverket"])
    assert both.schools[FOREIGN.column].equals(one.schools[FOREIGN.column])
    assert plain(by_background(both)) == plain(by_background(one))
    assert list(background_by_year(both)) == ["2025/26"]
    assert background_figures.school_years_of(both) == background_figures.school_years_of(one)
    assert list(background_by_year(both.within("", "1480"))) == ["2025/26"]
    nobody = both.within("", "0114")
    assert background_by_year(nobody) == {}
    assert by_background(nobody) == []


@pytest.mark.parametrize(
    ("column", "value"), [("omradestyp_skolverket", 5), ("kommunkod", "0180"), ("huvudmannatyp", "Enskild")]
)
def test_two_files_that_say_two_things_of_a_unit_are_refused(inputs, reference, column, value):
    one = pupils("2025/26", ("70000001", "1780", "Kommunal", "1-6", 100, 20.0))
    other = one.assign(fil="other.csv", **{column: value}).astype({"omradestyp_skolverket": "Int64"})
    with pytest.raises(InputError, match=rf"70000001 has two values of {column} for 2025/26: .*other\.csv"):
        make(replace(inputs, results=[one, other]), reference, 2023)
    lacking = one.assign(fil="other.csv", **{column: None}).astype({"omradestyp_skolverket": "Int64"})
    for tables in ([one, lacking], [lacking, one]):
        made = make(replace(inputs, results=tables), reference, 2023).schools.set_index("skolenhetskod")
        assert made.loc["70000001", column] == one[column][0]


def test_a_file_with_figures_has_both_school_years(inputs, reference):
    upper = BACKGROUNDS[1].measures[0]
    compulsory = pupils(
        "2025/26", *((str(70000001 + place), "1780", "Kommunal", "1-6", 100, 10.0 * place) for place in range(8))
    )
    older = pupils(
        "2024/25", *((str(70000001 + place), "1780", "Kommunal", "", 100, 9.0 * place) for place in range(8))
    )
    older = older.rename(
        columns=lambda name: name.replace(FOREIGN.column, upper.column).replace(PUPILS, upper.weight_column)
    )
    made = make(replace(inputs, results=[compulsory, older]), reference, 2023, figures=True)
    read = study_of(tables_of(made, "en", str, {}), "study.gpkg")
    rows = by_background(replace(made, background=None))
    assert {row.lasar for row in rows} == {"2025/26", "2024/25"}
    assert plain(by_background(read)) == plain(by_background(made)) == plain(rows)
