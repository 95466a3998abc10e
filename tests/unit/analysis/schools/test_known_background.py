"""Skolverket's pupils of 2025/26 by background: figures worked out here again from the file, without the plugin."""

from __future__ import annotations

import itertools
import re

import pytest
from backgrounds import COLUMNS, FOREIGN, PARENTS, TYPES, schools_of, units_of_file

from segregation_plugin.analysis.schools.reach import CHALLENGED, OTHERS, PARTS, UNTYPED, reach, shares_of_cut
from segregation_plugin.analysis.schools.type_variation import variation

NAMES = {
    "Områden med stora socioekonomiska utmaningar": 1,
    "Områden med socioekonomiska utmaningar": 2,
    "Socioekonomiskt blandade områden": 3,
    "Områden med goda socioekonomiska förutsättningar": 4,
    "Områden med mycket goda socioekonomiska förutsättningar": 5,
}


@pytest.fixture(scope="module")
def units(demo):
    """The rows of school units in the file: dictionaries of its own texts."""
    return units_of_file(demo)


def part_of(unit):
    number = NAMES.get(unit["Socioekonomisk områdestyp"].strip())
    return UNTYPED if number is None else CHALLENGED if number <= 2 else OTHERS


def pupils_of(unit):
    return int(re.sub(r"\D", "", unit["Elever, årskurs 1-9"]))


def published(units, measure):
    """Units with a published share, as (share, pupils, part)."""
    shares = [(unit, unit[COLUMNS[measure.column]].strip("~").replace(",", ".")) for unit in units]
    return [(float(share), pupils_of(unit), part_of(unit)) for unit, share in shares if share != ".."]


def table_of(units, measure):
    shares = [unit[COLUMNS[measure.column]].replace(",", ".") for unit in units]
    types = [NAMES.get(unit["Socioekonomisk områdestyp"].strip(), 0) for unit in units]
    table = schools_of(shares, [pupils_of(unit) for unit in units], types, measure)
    return table.assign(skolenhetskod=[unit["Skol-enhetskod"] for unit in units])


@pytest.mark.parametrize(
    ("measure", "sign", "count", "hidden", "expected"),
    [
        (FOREIGN, -1, 4016, 612, {10: (56.40, 43.04, 0.55), 25: (35.13, 62.81, 2.05), 50: (22.89, 74.33, 2.78)}),
        (PARENTS, 1, 4579, 49, {10: (55.83, 40.16, 4.01), 25: (35.30, 60.05, 4.65), 50: (22.20, 73.02, 4.78)}),
    ],
    ids=["foreign background", "parents' education"],
)
def test_reach_of_the_most_exposed(units, measure, sign, count, hidden, expected):
    """School by school, the most exposed first; at the cut those of the same share together, in proportion."""
    rows = sorted(published(units, measure), key=lambda row: sign * row[0])
    everybody = sum(pupils for _, pupils, _ in rows)
    found = reach(table_of(units, measure), measure, TYPES, "2025/26", lowest_first=sign == 1, iterations=50)
    for cut, published_shares in expected.items():
        taken, left = dict.fromkeys(PARTS, 0.0), cut / 100 * everybody
        for _, group in itertools.groupby(rows, key=lambda row: row[0]):
            equal = list(group)
            together = sum(pupils for _, pupils, _ in equal)
            for _, pupils, part in equal:
                taken[part] += min(1, left / together) * pupils
            left = max(0, left - together)
        of_cut = shares_of_cut(found, cut)
        by_hand = [100 * taken[part] / (cut / 100 * everybody) for part in PARTS]
        assert [row.varde for row in of_cut.values()] == pytest.approx(by_hand, abs=1e-6)
        assert tuple(by_hand) == pytest.approx(published_shares, abs=0.005)
        assert (of_cut[CHALLENGED].skolor, of_cut[CHALLENGED].dolda) == (count, hidden)
        outside = sum(pupils for _, pupils, part in rows if part == CHALLENGED) - taken[CHALLENGED]
        assert of_cut[CHALLENGED].utanfor == pytest.approx(outside)


def test_whatever_the_order_of_schools_of_the_same_share_it_is_within_the_bounds(units):
    """Of parents' education nine schools have the share at the tenth: 55.6 with types 1 and 2 last, 56.2 with first."""
    rows = published(units, PARENTS)
    wanted = sum(pupils for _, pupils, _ in rows) / 10
    found = []
    for first in (True, False):
        left, taken = wanted, 0.0
        for _, pupils, part in sorted(rows, key=lambda row: (row[0], (row[2] == CHALLENGED) != first)):
            taken += min(pupils, left) * (part == CHALLENGED)
            left -= min(pupils, left)
        found.append(100 * taken / wanted)
    assert found == pytest.approx([56.20, 55.56], abs=0.005)
    table = table_of(units, PARENTS)
    row = shares_of_cut(reach(table, PARENTS, TYPES, "2025/26", lowest_first=True, iterations=1), 10)[CHALLENGED]
    assert row.lagst < found[1] < row.varde < found[0]
    assert row.hogst > row.varde


def test_pupils_by_type_of_all_units(units):
    pupils = dict.fromkeys(PARTS, 0)
    for unit in units:
        pupils[part_of(unit)] += pupils_of(unit)
    assert pupils == {CHALLENGED: 137_166, OTHERS: 913_994, UNTYPED: 43_571}
    found = reach(table_of(units, FOREIGN), FOREIGN, TYPES, "2025/26", iterations=1)
    shares = {row.grupp: row.alla for row in found}
    assert shares == pytest.approx({part: 100 * count / 1_094_731 for part, count in pupils.items()})
    assert shares[CHALLENGED] == pytest.approx(12.53, abs=0.005)


@pytest.mark.parametrize(("measure", "of_schools", "of_pupils"), [(FOREIGN, 0.2985, 0.3076), (PARENTS, 0.3481, 0.4079)])
def test_eta_squared(units, measure, of_schools, of_pupils):
    """Sums of squares between types by those of all schools with a type, in plain Python."""
    values = {}
    for unit in units:
        share = unit[COLUMNS[measure.column]].strip("~").replace(",", ".")
        kind = NAMES.get(unit["Socioekonomisk områdestyp"].strip())
        if share != ".." and kind:
            values.setdefault(kind, []).append((float(share), pupils_of(unit)))
    for row, expected in zip(
        variation(table_of(units, measure), measure, TYPES, "2025/26", 20), (of_schools, of_pupils)
    ):
        weighed = {
            kind: [(share, 1 if row.vikt == "skolor" else pupils) for share, pupils in own]
            for kind, own in values.items()
        }
        total = sum(weight for own in weighed.values() for _, weight in own)
        mean = sum(share * weight for own in weighed.values() for share, weight in own) / total
        between = within = 0.0
        for own in weighed.values():
            of_type = sum(weight for _, weight in own)
            own_mean = sum(share * weight for share, weight in own) / of_type
            between += of_type * (own_mean - mean) ** 2
            within += sum(weight * (share - own_mean) ** 2 for share, weight in own)
        assert row.varde == pytest.approx(between / (between + within))
        assert row.varde == pytest.approx(expected, abs=0.00005)
        assert row.lag < row.varde < row.hog
