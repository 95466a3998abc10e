"""Small numbers planted in random tables: who knows the rules and solves programmes comes no nearer than promised."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from attackers import Attacker

from segregation_plugin.disclosure.engine import Layout, audit, protect, protect_tables

SEEDS = range(36)
PROMISED = 9
PLACES = {"0114": "01", "0180": "01", "0184": "01", "0380": "03", "0381": "03"}


def parts_by_total(parents):
    """Totals with their parts, the innermost first."""
    return sorted(
        ((total, [part for part, own in parents.items() if own == total]) for total in set(parents.values())),
        key=lambda pair: (pair[0] == "alla", pair[0]),
    )


def with_label(key, place, label):
    return (*key[:place], label, *key[place + 1 :])


def made_up(seed):
    """A table with totals of two or three dimensions, counties and now and then noise; and its sums, cell by cell."""
    random = np.random.default_rng(seed)
    dimensions = [dict.fromkeys(PLACES), dict.fromkeys("123"[: random.integers(2, 4)])]
    parents = [dict(PLACES, **dict.fromkeys(["01", "03"], "alla")), dict.fromkeys(dimensions[1], "alla")]
    if seed % 3 == 0:
        parents.append(dict.fromkeys("fp", "alla"))
    if seed % 2:
        # Counties are no rows of their own.
        parents[0] = dict.fromkeys(PLACES, "alla")
    leaves = [sorted(set(one) - set(one.values())) for one in parents]
    shape = [len(one) for one in leaves]
    counts = np.where(
        random.random(shape) < 0.3, random.integers(0, 4, shape), random.negative_binomial(1, 0.03, shape)
    )
    if seed % 5 == 4:
        counts = np.minimum(counts, 2)
    cells = {key: float(count) for key, count in zip(itertools.product(*leaves), counts.ravel())}
    for place, of_dimension in enumerate(parents):
        for total, parts in parts_by_total(of_dimension):
            for key in [key for key in cells if key[place] == parts[0]]:
                cells[with_label(key, place, total)] = sum(cells[with_label(key, place, part)] for part in parts)
    sums = [
        (key, [with_label(key, place, part) for part in parts])
        for place, of_dimension in enumerate(parents)
        for total, parts in parts_by_total(of_dimension)
        for key in cells
        if key[place] == total
    ]
    names = ["kommunkod", "grupp", "kon"][: len(parents)]
    noise = 2.0 if seed % 4 == 3 else 0.0
    if noise:
        cells = {key: count + random.integers(-1, 2) * (count > 20) for key, count in cells.items()}
        # So that no sum is off by more than the source says.
        noise = max(abs(cells[total] - sum(cells[part] for part in parts)) for total, parts in sums)
    table = pd.DataFrame([(*key, count) for key, count in cells.items()], columns=[*names, "elever"])
    place_of = {key: place for place, key in enumerate(cells)}
    rules = [(place_of[total], [place_of[part] for part in parts]) for total, parts in sums]
    return table, Layout(by=names, counts=("elever",)), rules, noise


@pytest.mark.parametrize("seed", SEEDS)
def test_no_hidden_number_lies_in_less_than_is_promised(seed):
    table, layout, sums, noise = made_up(seed)
    shown = protect(table, layout=layout, tolerance=noise)["elever"]
    assert not ((shown > 0) & (shown < 10)).any()
    assert Attacker(shown, sums, noise).narrowest() >= PROMISED


def of_places(*counts, total):
    labels = [*(f"p{number}" for number in range(len(counts))), "alla"]
    return pd.DataFrame({"plats": labels, "elever": [*counts, total]}, dtype=object).astype({"elever": float})


OF_PLACES = Layout(by=("plats",), counts=("elever",))
X = np.nan


def test_nine_that_sum_to_nine_are_each_one():
    found = audit(of_places(*[X] * 9, total=9), layout=OF_PLACES).set_index("plats")
    assert found.loc["p0", ["lagst", "hogst", "skal"]].tolist() == [1, 1, "exakt"]
    for total in (9, 14):
        shown = protect(of_places(*[1] * 8, total - 8, total=total), layout=OF_PLACES)
        assert not audit(shown, layout=OF_PLACES)["avslojad"].any()
        assert shown["elever"].isna().all()


def test_two_hidden_with_ten_together_lie_in_eight_and_not_nine():
    found = audit(of_places(X, X, total=10), layout=OF_PLACES).set_index("plats")
    assert found.loc["p0", ["lagst", "hogst", "skal"]].tolist() == [1, 9, "nara"]
    found = audit(of_places(X, X, total=11), layout=OF_PLACES).set_index("plats")
    assert found.loc["p0", ["lagst", "hogst", "avslojad"]].tolist() == [1, 10, False]


def test_a_source_that_hides_zeros_too_is_believed():
    found = audit(of_places(X, X, 30, total=31), layout=OF_PLACES).set_index("plats")
    assert found.loc["p0", ["lagst", "hogst", "skal"]].tolist() == [0, 1, "nara"]


def test_zeros_that_are_hidden_leave_zero_open():
    """Where all of a group are in one category, the zeros beside it are hidden too: then one hidden may be none."""
    layout = Layout(by=("skola", "betyg"), counts=("elever",), attributes=("betyg",))
    rows = [("x", "A", 60), ("x", "B", 0), ("x", "alla", 60), ("y", "A", 40), ("y", "B", 30), ("y", "alla", 70)]
    shown = protect(pd.DataFrame(rows, columns=["skola", "betyg", "elever"]), layout=layout)
    found = audit(shown, layout=layout)
    assert found[["skola", "betyg", "lagst", "hogst"]].values.tolist() == [["x", "A", 0, 60], ["x", "B", 0, 60]]
    assert not found["avslojad"].any()


def test_that_counts_are_whole_is_known():
    """By halves each of three hidden pairs is open; by whole numbers the parity of their sums leaves less."""
    # Each two of a, b and c in a table of their own, as overlapping classes are: 2a = 31 + 32 - 45.
    labels = {"ab": ("a", "b"), "ac": ("a", "c"), "bc": ("b", "c")}
    counts = {"a": 9.0, "b": 22.0, "c": 23.0, "d": 15.0}
    table = pd.DataFrame(
        [{"plats": "x", **counts, **{one: sum(counts[p] for p in two) for one, two in labels.items()}}]
    )
    layout = Layout(by=("plats",), counts=(*counts, *labels), sums=list(labels.items()))
    shown = protect(table, layout=layout)
    places = {one: place for place, one in enumerate(layout.counts)}
    sums = [(places[one], [places[part] for part in parts]) for one, parts in labels.items()]
    assert shown["a_dold"].all()
    assert Attacker(shown[list(layout.counts)].to_numpy()[0], sums).narrowest() >= PROMISED


@pytest.mark.parametrize("seed", range(6))
def test_the_audit_finds_what_the_attacker_finds(seed):
    """Cells hidden without thought: the audit's intervals are those of integer programmes."""
    table, layout, sums, _ = made_up(12 * seed)
    hidden = table.assign(elever=table["elever"].where((table["elever"] == 0) | (table["elever"] >= 10)))
    found = audit(hidden, layout=layout)
    attacker = Attacker(hidden["elever"], sums)
    by_key = found.set_index(list(layout.by))
    keys = list(zip(*(table[name] for name in layout.by)))
    for cell in attacker.hidden:
        row = by_key.loc[keys[cell]]
        assert [row["lagst"], row["hogst"]] == pytest.approx(attacker.interval(cell))


def test_linked_tables_are_attacked_together():
    """The table of one dimension less is of the total in it: both are read as one."""
    table, layout, sums, _ = made_up(6)
    parts = table[table["kon"] != "alla"]
    whole = table[table["kon"] == "alla"].drop(columns="kon")
    found = protect_tables([parts, whole], layout).tables
    shown = table["elever"].to_numpy(dtype=float, copy=True)
    shown[(table["kon"] != "alla").to_numpy()] = found[0]["elever"]
    shown[(table["kon"] == "alla").to_numpy()] = found[1]["elever"]
    assert Attacker(shown, sums).narrowest() >= PROMISED


@pytest.mark.parametrize("seed", range(12))
def test_columns_that_are_sums_are_attacked_with_the_rows(seed):
    """Pupils, girls and boys by school and class, with the school's own totals, and classes that hold each other."""
    random = np.random.default_rng(seed)
    names = ("elever", "flickor", "pojkar", "yngre", "aldre")
    cells, sums = {}, []
    for school in "ABCD":
        for grade in "789":
            girls, boys = (int(number) for number in random.choice([0, 1, 3, 8, 15, 40, 90], 2))
            young = int(random.integers(0, girls + boys + 1))
            row = zip(names, (girls + boys, girls, boys, young, girls + boys - young))
            cells |= {(school, grade, name): float(count) for name, count in row}
    for place, labels in ((0, "ABCD"), (1, "789")):
        for key in [key for key in cells if key[place] == labels[0]]:
            of_key = [with_label(key, place, label) for label in labels]
            cells[with_label(key, place, "alla")] = sum(cells[one] for one in of_key)
            sums.append((with_label(key, place, "alla"), of_key))
    sums += [
        ((*place, "elever"), [(*place, part) for part in parts])
        for place in {key[:2]: None for key in cells}
        for parts in (("flickor", "pojkar"), ("yngre", "aldre"))
    ]
    table = pd.Series(cells).unstack().rename_axis(["skola", "arskurs"]).reset_index()
    layout = Layout(by=("skola", "arskurs"), counts=names, sums=[("elever", names[1:3]), ("elever", names[3:])])
    shown = protect(table, layout=layout).set_index(["skola", "arskurs"])
    place_of = {key: place for place, key in enumerate(cells)}
    rules = [(place_of[total], [place_of[part] for part in parts]) for total, parts in sums]
    seen = [shown.loc[key[:2], key[2]] for key in cells]
    # Where both parts of all are hidden all may be in one of them: either may be zero.
    least = np.ones(len(cells))
    for _, parts in rules[-2 * len(shown) :]:
        if np.isnan([seen[part] for part in parts]).all():
            least[parts] = 0.0
    assert Attacker(seen, rules, least=least).narrowest() >= PROMISED


@pytest.mark.parametrize("seed", range(8))
def test_categories_of_people_are_attacked_knowing_when_zeros_are_hidden(seed):
    """Where all categories of a place are hidden each may be zero; everywhere else none is."""
    table, layout, sums, noise = made_up(6 * seed + 1)
    layout = replace(layout, attributes=("grupp",))
    shown = protect(table, layout=layout, tolerance=noise)["elever"].to_numpy()
    by_group = table.groupby([name for name in layout.by if name != "grupp"])["grupp"]
    least = np.ones(len(table))
    for rows in by_group.groups.values():
        parts = [row for row in rows if table.loc[row, "grupp"] != "alla"]
        if np.isnan(shown[parts]).all():
            least[parts] = 0.0
    assert Attacker(shown, sums, noise, least).narrowest() >= PROMISED
