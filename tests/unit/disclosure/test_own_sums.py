"""Own figures that nobody has published: what few people or places have is hidden, and follows from nothing shown."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from own_figures import own, schools_with, summary_of
from scipy import optimize

from segregation_plugin.disclosure.own_sums import hidden_groups, may_be_measured, what_is_hidden
from segregation_plugin.domain.measures import YEAR_9_RESULTS

# Three schools of each of five types.
FIFTEEN = [kind for kind in (1, 2, 3, 4, 5) for _ in range(3)]


def spread(*sums):
    """Return numbers of three schools a type that add up to these."""
    return [part for total in sums for part in (total - 2 * (total // 3), total // 3, total // 3)]


def hidden(schools, *measures):
    return {column: set(groups) for column, groups in hidden_groups(schools, list(measures)).items()}


def test_published_results_and_a_study_without_schools_hide_nothing(national):
    assert hidden_groups(national.schools, YEAR_9_RESULTS) == {}
    assert hidden_groups(None, ()) == {}


def test_many_of_everything_hides_nothing():
    schools = schools_with(FIFTEEN, besok=spread(100, 90, 80, 70, 60))
    assert hidden(schools, own("besok")) == {"eget_besok": set()}
    assert summary_of(schools, [own("besok")]).loc["alla", "eget_besok"] == 400


def test_a_count_under_ten_takes_the_smallest_other_type_along():
    schools = schools_with(FIFTEEN, besok=spread(5, 90, 30, 70, 60))
    assert hidden(schools, own("besok")) == {"eget_besok": {"1", "3"}}
    table = summary_of(schools, [own("besok")])
    assert table.loc["alla", "eget_besok"] == 255
    assert table["eget_besok_dold"].tolist() == [True, False, True, False, False, False, False]


def test_two_counts_under_ten_that_are_together_too_few_take_one_more():
    schools = schools_with(FIFTEEN, besok=spread(5, 5, 30, 70, 60))
    assert hidden(schools, own("besok")) == {"eget_besok": {"1", "2", "3"}}
    schools = schools_with(FIFTEEN, besok=spread(9, 9, 30, 70, 60))
    assert hidden(schools, own("besok")) == {"eget_besok": {"1", "2"}}


def test_where_nothing_helps_nothing_is_shown():
    assert "alla" in hidden(schools_with([1, 1, 1], besok=[2, 2, 3]), own("besok"))["eget_besok"]
    assert "alla" in hidden(schools_with([1, 2], bidrag=[200.0, 900.0]), own("bidrag", "belopp"))["eget_bidrag"]


def test_a_total_and_its_parts_hide_the_same_types():
    """96 - 91 = 5: each alone, the total and one part would be shown."""
    schools = schools_with(
        FIFTEEN, alla=spread(96, 200, 300, 120, 150), a=spread(91, 150, 200, 60, 90), b=spread(5, 50, 100, 60, 60)
    )
    found = hidden(schools, own("alla"), own("a"), own("b"))
    assert found["eget_alla"] == found["eget_a"] == found["eget_b"]
    assert "1" in found["eget_b"]
    assert len(found["eget_b"]) == 2


def test_what_is_left_of_a_total_that_has_no_column_is_protected_too():
    schools = schools_with(FIFTEEN, alla=spread(96, 200, 300, 120, 150), a=spread(91, 150, 200, 60, 90))
    found = hidden(schools, own("alla"), own("a"))
    assert found["eget_alla"] == found["eget_a"]
    assert "1" in found["eget_a"]


def test_what_is_left_of_published_pupils_is_protected_too():
    schools = schools_with(FIFTEEN, flickor=spread(94, 100, 140, 60, 70))
    schools["elever_ak9"] = spread(100, 200, 300, 120, 150)
    assert "1" in hidden(schools, own("flickor"))["eget_flickor"]


def test_many_parts_of_a_total_hang_together():
    sizes = [
        (96, 200, 300, 120, 150),
        (45, 60, 70, 80, 90),
        (30, 30, 40, 50, 60),
        (20, 21, 22, 23, 24),
        (7, 80, 9, 1, 2),
    ]
    parts = {name: spread(*row) for name, row in zip("abcde", sizes)}
    schools = schools_with(FIFTEEN * 3, **{name: [*values, *values[::-1], *values] for name, values in parts.items()})
    for name in "abcde":
        schools[f"eget_{name}"] = schools[f"eget_{name}"] + np.random.default_rng(ord(name)).integers(0, 9, 45)
    schools["eget_alla"] = schools[[f"eget_{name}" for name in "abcde"]].sum(axis=1)
    schools["eget_alla_status"] = "finns"
    schools.loc[schools["omradestyp"] == 4, "eget_e"] = [1.0, 0, 1, 0, 0, 1, 0, 0, 1]
    schools["eget_alla"] = schools[[f"eget_{name}" for name in "abcde"]].sum(axis=1)
    found = hidden(schools, *(own(name) for name in ("alla", *"abcde")))
    assert len({frozenset(groups) for groups in found.values()}) == 1
    assert "4" in found["eget_a"]


def test_a_slip_at_one_school_does_not_part_a_total_from_its_parts():
    a, b = spread(91, 150, 200, 60, 90), spread(5, 50, 100, 60, 60)
    total = [one + other for one, other in zip(a, b)]
    total[4] += 1
    found = hidden(schools_with(FIFTEEN, alla=total, a=a, b=b), own("alla"), own("a"), own("b"))
    assert found["eget_alla"] == found["eget_a"] == found["eget_b"]


def test_a_part_that_is_hidden_in_the_file_is_not_told_by_the_others():
    a, b = spread(91, 150, 200, 60, 90), spread(60, 50, 100, 60, 60)
    total = [one + other for one, other in zip(a, b)]
    a[4], b[4], total[4] = 50, 4, 54
    schools = schools_with(FIFTEEN, alla=total, a=a, b=[*b[:4], None, *b[5:]])
    found = hidden(schools, own("alla"), own("a"), own("b"))
    assert "2" in found["eget_b"]
    assert found["eget_alla"] == found["eget_a"] == found["eget_b"]


@pytest.mark.parametrize("share", [3.3, 96.7, 0.0, 100.0])
def test_a_share_with_few_on_either_side_or_nobody_is_hidden(share):
    shares = [share] * 3 + [40.0] * 12
    schools = schools_with(FIFTEEN, trygga=shares, trygga_bas=[20.0] * 15)
    found = hidden(schools, own("trygga", "andel", "Svar"))
    assert "1" in found["eget_trygga"]
    assert len(found["eget_trygga"]) == 2


def test_a_share_of_few_in_all_is_not_shown_at_all():
    schools = schools_with(FIFTEEN, trygga=[2.0] * 15, trygga_bas=[20.0] * 15)
    assert "alla" in hidden(schools, own("trygga", "andel", "Svar"))["eget_trygga"]


def test_an_unweighted_share_that_is_the_same_everywhere_is_hidden():
    schools = schools_with(FIFTEEN, trygga=[100.0] * 3 + [40.0] * 12)
    assert "1" in hidden(schools, own("trygga", "andel"))["eget_trygga"]


def test_shares_of_the_same_people_hide_the_same_types():
    schools = schools_with(
        FIFTEEN,
        trygga=[10.0] * 3 + [40.0] * 12,
        trygga_bas=[20.0] * 15,
        nojda=[50.0] * 15,
        nojda_bas=[20.0] * 15,
    )
    found = hidden(schools, own("trygga", "andel", "Svar"), own("nojda", "andel", "Svar"))
    assert found["eget_trygga"] == found["eget_nojda"] != set()


def test_figures_that_have_nothing_to_do_with_each_other_are_hidden_each_for_itself():
    rng = np.random.default_rng(3)
    schools = schools_with(FIFTEEN * 4, a=list(rng.integers(100, 900, 60)), bidrag=list(rng.integers(1, 9999, 60)))
    schools.loc[schools["omradestyp"] == 1, "eget_bidrag"] = np.nan
    schools.loc[0, "eget_bidrag"] = 700.0
    found = hidden(schools, own("a"), own("bidrag", "belopp"))
    assert found["eget_a"] == set()
    assert "1" in found["eget_bidrag"]


def test_a_place_that_is_alone_in_its_type_does_not_learn_of_another():
    """The one of type 1 subtracts its own: two hidden types would leave it the few of the other."""
    types = [1, *[2] * 3, *[3] * 3, *[4] * 3]
    schools = schools_with(types, besok=[50, 2, 3, 3, 30, 30, 30, 90, 90, 90])
    found = hidden(schools, own("besok"))["eget_besok"]
    assert found == {"1", "2", "3"}


def test_the_same_schools_in_another_order_hide_the_same():
    schools = schools_with(FIFTEEN, a=spread(91, 150, 200, 60, 90), b=spread(5, 50, 100, 60, 60))
    mixed = schools.sample(frac=1, random_state=1).reset_index(drop=True)
    assert hidden(schools, own("a"), own("b")) == hidden(mixed, own("b"), own("a"))


def test_segregation_is_measured_where_nothing_is_hidden():
    share = own("trygga", "andel", "Svar")
    assert may_be_measured(YEAR_9_RESULTS[1], {})
    assert may_be_measured(share, {share.column: frozenset()})
    assert not may_be_measured(share, {share.column: frozenset({"1", "2"})})


def test_whoever_makes_the_study_is_said_what_is_hidden_and_what_not_to_do():
    measures = [own("a"), own("b"), own("c")]
    groups = {"eget_a": frozenset(), "eget_b": frozenset("12"), "eget_c": frozenset({"1", "alla"})}
    said = [str(one) for one in what_is_hidden(measures, groups)]
    assert len(said) == 3
    assert "another year" in said[0]
    assert "Make one study" in said[0]
    assert "'b' is not shown for area types 1, 2" in said[1]
    assert "'c' is not shown:" in said[2]
    assert what_is_hidden([YEAR_9_RESULTS[0]], {}) == []


def random_figures(seed):
    """Three counts of which one is the sum of the others, and a share of the sum, with few here and there."""
    rng = np.random.default_rng(seed)
    types = list(rng.integers(1, 6, 40))
    a, b = rng.poisson(rng.choice([0.3, 1.0, 6.0, 20.0], 40)), rng.poisson(rng.choice([0.2, 2.0, 15.0], 40))
    inside = rng.binomial(a + b, rng.choice([0.02, 0.3, 0.9]))
    share = np.where(a + b > 0, 100 * inside / np.maximum(a + b, 1), np.nan)
    return schools_with(
        types, alla=list(a + b), a=list(a), b=list(b), trygga=list(share), trygga_bas=list((a + b).astype(float))
    )


RANDOM = [own("alla"), own("a"), own("b"), own("trygga", "andel", "Svar")]


@pytest.mark.parametrize("seed", range(20))
def test_no_hidden_number_can_be_derived_from_all_that_is_shown(seed):
    """By linear programming, with all sums that hold between columns and groups, and weights as if they were shown."""
    schools = random_figures(seed)
    table = summary_of(schools, RANDOM)
    groups = [group for group in ("1", "2", "3", "4", "5") if table.loc[group, "skolor"] > 0]
    inside = np.rint(schools["eget_trygga"] * schools["eget_trygga_bas"] / 100).fillna(0)
    columns = {
        "alla": schools["eget_alla"],
        "a": schools["eget_a"],
        "b": schools["eget_b"],
        "in": inside,
        "out": schools["eget_trygga_bas"] - inside,
    }
    marks = {name: "eget_trygga_dold" if name in ("in", "out") else f"eget_{name}_dold" for name in columns}
    of_type = schools["omradestyp"].astype(str)
    cells = list(itertools.product(columns, [*groups, "alla"]))
    place = {cell: number for number, cell in enumerate(cells)}
    true = [float(columns[name][(of_type == group) | (group == "alla")].sum()) for name, group in cells]
    out = {cell for cell in cells if table.loc[cell[1], marks[cell[0]]]}
    equations, right = [], []

    def equation(signs, value):
        row = np.zeros(len(cells))
        for cell, sign in signs.items():
            row[place[cell]] = sign
        equations.append(row)
        right.append(value)

    for name in columns:
        equation({**{(name, group): 1 for group in groups}, (name, "alla"): -1}, 0)
    for group in (*groups, "alla"):
        equation({("a", group): 1, ("b", group): 1, ("alla", group): -1}, 0)
        equation({("in", group): 1, ("out", group): 1, ("alla", group): -1}, 0)
    for cell in cells:
        if cell not in out:
            equation({cell: 1}, true[place[cell]])
            assert true[place[cell]] == 0 or true[place[cell]] >= 10, (cell, true[place[cell]])
    for cell in out:
        ends = []
        for sign in (1, -1):
            goal = np.zeros(len(cells))
            goal[place[cell]] = sign
            found = optimize.linprog(goal, A_eq=np.array(equations), b_eq=right, bounds=(0, None), method="highs")
            ends.append(np.inf if found.status == 3 else found.x[place[cell]])
        assert abs(ends[1] - ends[0]) >= 9 - 1e-6 or true[place[cell]] == 0, (cell, true[place[cell]], ends)


@pytest.mark.parametrize("first", [(100.0, 0.0, 0.0), (0.0, 100.0, 100.0)])
def test_a_share_where_one_place_has_everybody_on_a_side_is_hidden(first):
    """The place with all twenty who are in the group sees in the mean that nobody else is: then all others are out."""
    people = [20.0] * 15
    schools = schools_with(FIFTEEN, trygga=[*first, *[40.0] * 12], trygga_bas=people)
    found = hidden(schools, own("trygga", "andel", "Svar"))
    assert "1" in found["eget_trygga"]
    assert len(found["eget_trygga"]) == 2
    # Together with another type others are on both sides.
    both = schools_with(FIFTEEN, trygga=[50.0, 100.0, 0.0, *[40.0] * 12], trygga_bas=people)
    assert hidden(both, own("trygga", "andel", "Svar"))["eget_trygga"] == set()


def test_what_is_hidden_together_is_not_one_place_on_a_side_either():
    shares = [0.0] * 3 + [100.0, 0.0, 0.0] + [0.0] * 3 + [40.0] * 6
    found = hidden(schools_with(FIFTEEN, trygga=shares, trygga_bas=[20.0] * 15), own("trygga", "andel", "Svar"))
    assert {"1", "2", "3"} < found["eget_trygga"]


def test_an_unweighted_share_of_one_place_on_a_side_is_hidden_too():
    schools = schools_with(FIFTEEN, trygga=[30.0, 0.0, 0.0, *[40.0] * 12])
    assert "1" in hidden(schools, own("trygga", "andel"))["eget_trygga"]


@pytest.mark.parametrize("nobody", [np.nan, 0.0])
def test_published_numbers_of_nobody_are_no_part_of_a_total(nobody):
    """Health centres have no pupils: those listed at them are not their patients and no pupils."""
    schools = schools_with(
        [1] * 2 + [3] * 5 + [4] * 5,
        listade=[9000.0, 8000, 9100, 7000, 6000, 9900, 8800, 7700, 6600, 9300, 8500, 7100],
        nojda=[58.0, 60, 71, 66, 75, 63, 70, 82, 84, 77, 73, 85],
    )
    schools["eget_nojda_bas"] = schools["eget_listade"]
    schools["elever"] = nobody
    found = hidden(schools, own("listade"), own("nojda", "andel", weight="listade"))
    assert found == {"eget_listade": {"1", "4"}, "eget_nojda": {"1", "4"}}
