"""Segregation by background in 2025/26: figures worked out here again from the file, without the plugin."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache

import pytest
from backgrounds import COLUMNS, FOREIGN, PARENTS, YEAR, school_table, units_of_file

from segregation_plugin.analysis.schools.background_parts import background_parts, school_contributions
from segregation_plugin.analysis.schools.background_segregation import background_segregation

KNOWN = {FOREIGN.column: (4016, 612, 5, 0.4175), PARENTS.column: (4579, 49, 80, 0.2987)}
BOTH = pytest.mark.parametrize("measure", [FOREIGN, PARENTS], ids=["foreign background", "parents' education"])


@pytest.fixture(scope="module")
def units(demo):
    """The rows of school units in the file: dictionaries of its own texts."""
    return units_of_file(demo)


def pupils_of(unit):
    return int(re.sub(r"\D", "", unit["Elever, årskurs 1-9"]))


def share_of(unit, measure):
    return unit[COLUMNS[measure.column]].replace(",", ".")


def schools_of(units, measure, municipality=True):
    rows = [
        (share_of(unit, measure), pupils_of(unit), unit["Kommun-kod"] if municipality else "", unit["Typ av huvudman"])
        for unit in units
    ]
    return school_table([(*row, "1-9") for row in rows], measure)


def persons(units, measure, hidden=None, nearly=0):
    """Pupils in the group and others: ``hidden`` gives those of a hidden share, None leaves such schools out."""
    found = []
    for unit in units:
        n, share = pupils_of(unit), share_of(unit, measure)
        if share == "..":
            if hidden is not None:
                own = min(n, hidden(n))
                found.append((own, n - own))
        elif share == "~100":
            found.append((n - min(n, nearly), min(n, nearly)))
        else:
            own = round(float(share) * n / 100)
            found.append((own, n - own))
    return found


def d_of(table):
    own, rest = (sum(column) for column in zip(*table))
    return sum(abs(x / own - y / rest) for x, y in table) / 2


def h_of(table):
    def mix(x, y):
        return -sum(part * math.log(part / (x + y)) for part in (x, y) if part)

    own, rest = (sum(column) for column in zip(*table))
    return 1 - sum(mix(x, y) for x, y in table) / mix(own, rest)


def rows_of(schools, measure):
    found = background_segregation({YEAR: schools}, [measure], iterations=25)
    return {(row.plats, row.matt, row.grupp): row for row in found}


@pytest.fixture(scope="module")
def country(units):
    """Gives the rows of the whole country by a share's column, worked out once for each."""
    measures = {one.column: one for one in (FOREIGN, PARENTS)}
    return cache(lambda column: rows_of(schools_of(units, measures[column], municipality=False), measures[column]))


@BOTH
def test_the_country_by_hand(units, country, measure):
    count, hidden, rounded, d = KNOWN[measure.column]
    group = measure.column.removeprefix("andel_")
    table = persons(units, measure)
    found = country(measure.column)
    row = found["00", "dissimilarity", group]
    assert d_of(table) == pytest.approx(d, abs=0.00005)
    assert row.varde == pytest.approx(d_of(table), abs=1e-9)
    assert found["00", "theil_h", group].varde == pytest.approx(h_of(table), abs=1e-9)
    own = sum(x for x, _ in table)
    isolation = sum(x / own * x / (x + y) for x, y in table)
    assert found["00", "isolation", group].varde == pytest.approx(isolation, abs=1e-9)
    assert (row.enheter, row.dolda, row.avrundade, row.alla_enheter) == (count, hidden, rounded, 4628)
    assert row.alla_personer == sum(pupils_of(unit) for unit in units) == 1_094_731


@BOTH
def test_the_limits_of_the_country_hold_what_hidden_shares_may_be_and_are_near_it(units, country, measure):
    group = measure.column.removeprefix("andel_")
    found = country(measure.column)
    row = found["00", "dissimilarity", group]
    share = sum(x for x, _ in persons(units, measure, lambda _: 2)) / 1_094_731
    ways = [
        *(lambda _: 0, lambda _: 4, lambda n: n % 5),
        # As near to the mean as the school may be, and as far from it.
        lambda n: min(4, round(n * share)),
        lambda n: 0 if n * share > 2 else 4,
    ]
    every = [persons(units, measure, hidden, nearly) for hidden in ways for nearly in (0, 4)]
    values = [d_of(table) for table in every]
    assert row.lagst <= min(values) <= row.lagst + 2e-4
    assert row.hogst - 2e-4 <= max(values) <= row.hogst
    of_h = [h_of(table) for table in every]
    row = found["00", "theil_h", group]
    assert row.lagst <= min(of_h) <= row.lagst + 5e-4
    assert row.hogst - 5e-4 <= max(of_h) <= row.hogst


def test_a_municipality_is_its_schools_and_contributions_add_up(units):
    inside = [unit for unit in units if unit["Kommun-kod"] == "1480"]
    found = rows_of(schools_of(inside, FOREIGN), FOREIGN)
    by_hand = d_of(persons(inside, FOREIGN))
    assert found["1480", "dissimilarity", "utlandsk_bakgrund"].varde == pytest.approx(by_hand, abs=1e-9)
    added = school_contributions(schools_of(units, FOREIGN), [FOREIGN], YEAR)
    assert added["bidrag"].sum() == pytest.approx(d_of(persons(units, FOREIGN)), abs=1e-9)
    of_place = added.groupby("kommunkod")["bidrag_kommun"].sum()
    assert of_place["1480"] == pytest.approx(by_hand, abs=1e-9)


def test_what_lies_between_municipalities_and_operators_by_hand(units):
    table = persons(units, FOREIGN)
    published = [unit for unit in units if share_of(unit, FOREIGN) != ".."]
    rows = {row.mellan: row for row in background_parts({YEAR: schools_of(units, FOREIGN)}, [FOREIGN], iterations=25)}
    for kind, column in (("kommun", "Kommun-kod"), ("huvudman", "Typ av huvudman")):
        own, rest = Counter(), Counter()
        for unit, (x, y) in zip(published, table):
            own[unit[column]] += x
            rest[unit[column]] += y
        between = h_of([(own[code], rest[code]) for code in own])
        assert rows[kind].h_mellan == pytest.approx(between, abs=1e-9)
        assert rows[kind].h == pytest.approx(h_of(table), abs=1e-9)
        assert rows[kind].antal == len(own)
    assert 20 < rows["kommun"].andel < 30
    # Of all units, those that hide their share too: nobody, or four, in each are among what is allowed.
    row = rows["kommun"]
    assert (row.alla_enheter, row.dolda) == (4628, 612)
    for few in (0, 4):
        everybody = persons(units, FOREIGN, hidden=lambda _, few=few: few, nearly=few)
        own = Counter()
        for unit, (x, y) in zip(units, everybody):
            own[unit["Kommun-kod"], "x"] += x
            own[unit["Kommun-kod"], "y"] += y
        between = h_of([(own[code, "x"], own[code, "y"]) for code in {code for code, _ in own}])
        assert row.mellan_lagst <= between <= row.mellan_hogst
        assert row.inom_lagst <= h_of(everybody) - between <= row.inom_hogst
        assert row.andel_lagst <= 100 * between / h_of(everybody) <= row.andel_hogst
    assert row.mellan_hogst - row.mellan_lagst < 0.003
