"""Segregation of schools by background: places, published shares beside limits, and what too few units leave out."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import pytest
from backgrounds import FOREIGN, YEAR, school_table

from segregation_plugin.analysis.schools.background_parts import background_parts, school_contributions
from segregation_plugin.analysis.schools.background_segregation import background_segregation, sides_of
from segregation_plugin.analysis.schools.background_years import background_years
from segregation_plugin.analysis.segregation import dissimilarity, infer
from segregation_plugin.disclosure.background_indices import (
    shown_background,
    shown_background_parts,
    shown_contributions,
)
from segregation_plugin.domain.messages import Cancelled, InputError

# Two municipalities of two counties. In the first 100 and 100 pupils, of whom 50 and 10; in the other one of 60 of 80,
# and one that hides how few of its 40.
SMALL = [(50, 100, "0180"), (10, 100, "0180"), (75, 80, "1480", "Enskild", "7-9"), ("..", 40, "1480", "Enskild", "1-6")]


def rows_of(schools, **more):
    return pd.DataFrame(background_segregation({YEAR: schools}, [FOREIGN], iterations=40, **more))


def of(rows, place, index="dissimilarity", group="utlandsk_bakgrund", year=YEAR):
    found = rows[(rows.plats == place) & (rows.matt == index) & (rows.grupp == group) & (rows.lasar == year)]
    return found.iloc[0]


def many(count, seed=0, municipality="0180"):
    random = np.random.default_rng(seed)
    return [(round(100 * random.beta(2, 5), 1), int(random.integers(80, 400)), municipality) for _ in range(count)]


def plain(row):
    """The figures of a row, less what arithmetic leaves."""
    return [f"{value:.12f}" if isinstance(value, float) else str(value) for value in row]


def test_published_shares_by_hand():
    rows = rows_of(school_table(SMALL))
    # 50, 10 and 60 of 120; 50, 90 and 20 of 160.
    by_hand = (abs(50 / 120 - 50 / 160) + abs(10 / 120 - 90 / 160) + abs(60 / 120 - 20 / 160)) / 2
    country = of(rows, "00")
    assert country.varde == pytest.approx(by_hand)
    assert (country.enheter, country.personer, country.dolda) == (3, 280, 1)
    assert (country.alla_enheter, country.alla_personer) == (4, 320)
    isolation = 50 / 120 * 0.5 + 10 / 120 * 0.1 + 60 / 120 * 0.75
    assert of(rows, "00", "isolation").varde == pytest.approx(isolation)
    assert of(rows, "00", "interaction").varde == pytest.approx(1 - isolation)
    exposed = 50 / 160 * 0.5 + 90 / 160 * 0.1 + 20 / 160 * 0.75
    assert of(rows, "00", "interaction", "svensk_bakgrund").varde == pytest.approx(exposed)
    assert of(rows, "00", "isolation", "svensk_bakgrund").varde == pytest.approx(1 - exposed)


def test_the_limits_hold_every_number_that_the_hidden_share_allows():
    rows = rows_of(school_table(SMALL))
    for place, others in (("00", [(50, 50), (10, 90), (60, 20)]), ("1480", [(60, 20)])):
        every = [dissimilarity(np.array([*others, (own, 40 - own)]), 0) for own in range(5)]
        found = of(rows, place)
        assert (found.lagst, found.hogst) == pytest.approx((min(every), max(every)), abs=1e-9)
        turned = of(rows, place, "interaction")
        isolation = of(rows, place, "isolation")
        assert (turned.lagst, turned.hogst) == pytest.approx((1 - isolation.hogst, 1 - isolation.lagst))


def test_the_country_is_first_then_counties_municipalities_operators_and_grades():
    rows = rows_of(school_table(SMALL))
    places = list(dict.fromkeys(zip(rows.niva, rows.plats)))
    assert places == [
        ("riket", "00"),
        *(("lan", "01"), ("lan", "14")),
        *(("kommun", "0180"), ("kommun", "1480")),
        *(("huvudman", "Kommunal"), ("huvudman", "Enskild")),
        *(("arskurser", "1-6"), ("arskurser", "7-9"), ("arskurser", "1-9")),
    ]
    assert list(rows.columns[:10]) == [
        *("plats", "matt", "grupp", "varde", "slump", "korrigerat", "lag", "hog", "enheter", "personer"),
    ]


def test_an_index_alone_is_as_it_is_among_others():
    schools = school_table([*many(12), *SMALL])
    every = background_segregation({YEAR: schools}, [FOREIGN], iterations=40)
    for index in ("dissimilarity", "interaction"):
        alone = background_segregation({YEAR: schools}, [FOREIGN], iterations=40, indices=[index])
        assert {row.matt for row in alone} == {index}
        assert [plain(row) for row in alone] == [plain(row) for row in every if row.matt == index]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("figures", [background_segregation, background_parts])
def test_the_order_in_which_units_stand_makes_no_difference(figures, seed):
    units = [*many(14), *many(13, 1, "1480"), *many(12, 2, "1280"), *SMALL]
    schools = school_table(units).assign(omradestyp=[1 + place % 5 for place in range(len(units))])
    shuffled = schools.sample(frac=1, random_state=seed)
    found, again = (figures({YEAR: own}, [FOREIGN], iterations=40) for own in (schools, shuffled))
    assert [plain(row) for row in again] == [plain(row) for row in found]


@pytest.mark.parametrize(("pupils", "is_known"), [(40, True), (60, False)])
@pytest.mark.parametrize("share", ["..", 20.0])
def test_parts_need_to_know_where_nine_pupils_of_ten_go_of_all_schools(share, pupils, is_known):
    """Schools that hide their share too: the limits are of these as well."""
    known = [(float(20 + 3 * number), 100, ("0180", "1480")[number % 2]) for number in range(10)]
    units = school_table([*known, (share, pupils, ""), (share, pupils, "")])
    row = next(row for row in background_parts({YEAR: units}, [FOREIGN], iterations=20) if row.mellan == "kommun")
    figures = [row.mellan_lagst, row.inom_hogst, row.andel_lagst, row.h_mellan, row.andel]
    assert (row.okanda, row.antal) == (2, 2)
    assert ("more than one pupil in ten" in str(row.anledning)) != is_known
    assert [math.isnan(value) for value in figures] == [not is_known] * 5


def test_parts_of_which_one_hides_all_its_shares_have_limits_alone():
    shown = [(float(20 + 3 * number), 100, "0180", "Kommunal") for number in range(10)]
    units = school_table([*shown, ("..", 40, "0180", "Enskild"), ("..", 30, "0180", "Enskild")])
    found = {row.mellan: row for row in background_parts({YEAR: units}, [FOREIGN], iterations=20)}
    operator, municipality = found["huvudman"], found["kommun"]
    assert 0 < operator.mellan_lagst < operator.mellan_hogst
    assert math.isnan(operator.h_mellan)
    assert str(operator.anledning) == "all schools with a published share belong to one"
    assert math.isnan(municipality.mellan_lagst)
    assert str(municipality.anledning) == "all schools belong to one"


def test_a_study_of_a_county_has_no_row_of_the_country():
    schools = school_table(SMALL[:2])
    assert list(dict.fromkeys(rows_of(schools, place="01").niva)) == ["lan", "kommun", "huvudman", "arskurser"]
    assert next(iter(rows_of(schools, place="0180").niva)) == "kommun"


def test_too_few_units_say_why_and_ten_have_an_interval():
    ten = [(float(share), 200, "1480") for share in range(10, 60, 5)]
    rows = rows_of(school_table([*many(9), *ten, ("..", 30, "0180")]))
    few, enough = of(rows, "0180"), of(rows, "1480")
    assert "fewer than ten units" in str(few.anledning)
    assert np.isnan([few.slump, few.korrigerat, few.lag, few.hog]).all()
    assert not math.isnan(few.varde)
    assert few.lagst <= few.hogst
    assert not str(enough.anledning)
    assert enough.slump > 0
    assert enough.lag < enough.korrigerat < enough.hog


def test_corrected_values_are_those_of_inference():
    schools = school_table(many(25))
    inside = np.rint(schools[FOREIGN.column] * schools[FOREIGN.weight] / 100)
    expected = infer(dissimilarity, np.stack([inside, schools[FOREIGN.weight] - inside], 1), 0, iterations=40, seed=1)
    found = of(rows_of(schools), "00")
    assert [found.varde, found.slump, found.p] == pytest.approx(
        [expected.estimate, expected.expected, expected.p_value]
    )
    assert [found.korrigerat, found.lag, found.hog] == pytest.approx(list(expected[2:5]))


def test_where_few_units_decide_there_is_no_interval():
    rows = rows_of(school_table([*((10.0, 200) for _ in range(15)), (95.0, 400)]))
    found = of(rows, "00")
    assert not math.isnan(found.korrigerat)
    assert np.isnan([found.lag, found.hog]).all()
    assert "no interval" in str(found.anmarkning)


def test_published_shares_that_mislead_are_said():
    # The units that hide their share are those with few of the group: without them schools look alike.
    found = of(rows_of(school_table([*((50.0, 100) for _ in range(10)), *(("..", 100) for _ in range(10))])), "00")
    assert found.varde == pytest.approx(0)
    assert found.lagst > 0.4
    assert "outside the limits of all schools" in str(found.anmarkning)


def test_everybody_in_one_group_has_no_index():
    found = of(rows_of(school_table([(0.0, 50), (0.0, 60)])), "00")
    assert math.isnan(found.varde)
    assert math.isnan(found.lagst)
    assert str(found.anledning)


def test_all_hidden_has_limits_alone():
    found = of(rows_of(school_table([("..", 50), ("..", 60)])), "00")
    assert math.isnan(found.varde)
    every = [
        dissimilarity(np.array([(one, 50 - one), (other, 60 - other)]), 0)
        for one, other in product(range(5), repeat=2)
        if one + other
    ]
    assert (found.lagst, found.hogst) == pytest.approx((min(every), max(every)), abs=1e-9)


def test_years_have_rows_each_by_their_own_rule():
    schools = school_table(SMALL)
    rows = pd.DataFrame(background_segregation({"2024/25": schools, YEAR: schools}, [FOREIGN], iterations=20))
    assert list(rows.lasar[:2]) == [YEAR, "2024/25"]
    now, before = of(rows, "00"), of(rows, "00", year="2024/25")
    assert now.varde == before.varde
    # At least one pupil of the hidden ones: what 0 allows is out.
    assert before.hogst < now.hogst
    assert before.lagst == pytest.approx(now.lagst)


def test_years_of_a_study_come_from_its_long_table():
    schools = school_table(SMALL)
    values = pd.DataFrame(
        [
            (FOREIGN.column, "10000000", "2024/25", 40.0, "finns"),
            (FOREIGN.column, "10000001", "2024/25", math.nan, "dold"),
            (FOREIGN.weight, "10000000", "2024/25", 90.0, "finns"),
            (FOREIGN.weight, "10000001", "2024/25", 80.0, "finns"),
            ("meritvarde", "10000000", "2023/24", 200.0, "finns"),
        ],
        columns=["vad", "kod", "ar", "varde", "status"],
    )
    years = background_years(schools, values, [FOREIGN])
    assert list(years) == ["2024/25"]
    found = years["2024/25"].set_index("skolenhetskod")
    assert found.loc["10000000", [FOREIGN.column, FOREIGN.weight]].tolist() == [40, 90]
    assert found[f"{FOREIGN.column}_status"].tolist() == ["finns", "dold", "saknas", "saknas"]
    assert found[FOREIGN.weight].isna().tolist() == [False, False, True, True]
    assert list(background_years(schools, None, [FOREIGN], YEAR)) == [YEAR]


def test_parts_add_up_and_the_share_between_is_known():
    """Every school is as its municipality, and in each is one of either operator."""
    schools = school_table(
        [
            (share, 200, code, operator, "1-9")
            for code, share in zip([f"{number:04}" for number in range(114, 134)], [10.0, 60.0] * 10)
            for operator in ("Kommunal", "Enskild")
        ]
    ).assign(omradestyp=pd.array([1, 2] * 20, dtype="Int64"))
    rows = pd.DataFrame(background_parts({YEAR: schools}, [FOREIGN], iterations=40)).set_index("mellan")
    of_operators = rows.loc[["kommun", "huvudman", "omradestyp"]]
    assert (of_operators.h_mellan + of_operators.h_inom).tolist() == pytest.approx(of_operators.h.tolist())
    assert rows.andel["kommun"] == pytest.approx(100, abs=1)
    assert rows.andel["huvudman"] == pytest.approx(0, abs=1)
    assert rows.andel["kommun"] + rows.andel_inom["kommun"] == pytest.approx(100)
    assert rows.antal[["lan", "kommun", "huvudman", "omradestyp"]].tolist() == [1, 20, 2, 2]
    # One county, and one span of grades: nothing lies between them.
    assert str(rows.anledning["lan"])
    assert math.isnan(rows.andel["lan"])


def test_many_schools_without_a_type_leave_no_share_by_type():
    schools = school_table(many(20)).assign(omradestyp=pd.array([1, 2, None, 3] * 5, dtype="Int64"))
    rows = pd.DataFrame(background_parts({YEAR: schools}, [FOREIGN], iterations=20)).set_index("mellan")
    assert "one pupil in ten" in str(rows.anledning["omradestyp"])
    assert rows.loc["omradestyp", ["mellan_lagst", "inom_hogst", "andel_lagst"]].isna().all()
    assert rows.okanda["omradestyp"] == 5
    assert math.isnan(rows.h_mellan["omradestyp"])


def test_contributions_add_up_to_d():
    schools = school_table(SMALL)
    table = school_contributions(schools, [FOREIGN], YEAR).set_index("skolenhetskod")
    rows = rows_of(schools)
    assert table.bidrag.sum() == pytest.approx(of(rows, "00").varde)
    assert table.bidrag_andel.sum() == pytest.approx(100)
    assert table.bidrag_kommun[:2].sum() == pytest.approx(of(rows, "0180").varde)
    assert table.over[:3].tolist() == [1, 0, 1]
    # What a school that hides its share adds is not known.
    hidden = table.iloc[3]
    assert table.status.tolist() == ["finns", "finns", "finns", "dold"]
    assert (hidden.personer, hidden.kommunkod) == (40, "1480")
    assert hidden[["andel_i_gruppen", "bidrag", "bidrag_andel", "bidrag_kommun", "over"]].isna().all()


def test_what_nobody_has_published_is_refused_everywhere():
    own = replace(FOREIGN, column="eget_bakgrund", weight="x", public=False)
    schools = school_table(SMALL, own)
    for made in (
        lambda: shown_background({YEAR: schools}, [own]),
        lambda: shown_background_parts({YEAR: schools}, [own]),
        lambda: shown_contributions(schools, [own], YEAR),
    ):
        with pytest.raises(InputError, match="not a published one"):
            made()


def test_shown_limits_are_rounded_outwards():
    schools = school_table(SMALL)
    plain = background_segregation({YEAR: schools}, [FOREIGN], iterations=20)
    for row, shown in zip(plain, shown_background({YEAR: schools}, [FOREIGN], iterations=20)):
        if not math.isnan(row.lagst):
            assert shown.lagst <= row.lagst + 1e-9
            assert row.hogst - 1e-9 <= shown.hogst
            assert shown.hogst - shown.lagst < row.hogst - row.lagst + 0.0002
            assert round(shown.lagst, 4) == shown.lagst


def test_progress_rises_to_one_and_cancels():
    seen = []
    rows_of(school_table(many(12)), progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == pytest.approx(1)

    def cancel(_share):
        raise Cancelled

    with pytest.raises(Cancelled):
        rows_of(school_table(many(12)), progress=cancel)


def test_both_sides_have_a_name():
    assert sides_of(FOREIGN) == ("utlandsk_bakgrund", "svensk_bakgrund")
    assert (
        sides_of(replace(FOREIGN, column="andel_foraldrar_eftergymnasial_gy"))[1] == "foraldrar_utan_eftergymnasial_gy"
    )
    assert sides_of(replace(FOREIGN, column="andel_annat")) == ("annat", "ovriga")
