"""All that a study hands on, read together by somebody who wants to know what it hides."""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest
import shapely
from scipy import optimize
from wordings import ENGLISH

from segregation_plugin.domain.area_types import TYPES_BY
from segregation_plugin.domain.measures import Measure
from segregation_plugin.sheets.registry import TABLES
from segregation_plugin.study.background_figures import (
    by_background,
    models_of,
    parts_by_background,
    reach_of,
    types_of,
    variation_of,
)
from segregation_plugin.study.inputs import Inputs
from segregation_plugin.study.making import make
from segregation_plugin.study.years import at

CODES = [f"{municipality}R{number:03}" for municipality in ("0114", "0180", "1780") for number in range(1, 6)]
TYPES = [1, 2, 3, 4, 5] * 3
SCHOOLS = 45
KINDS = ("alla", "a", "b", "in", "out")
# What own measures are called; no other text has these words.
NAMES = ("trygga", "bidrag")


def own(name, kind="antal", weight=""):
    return Measure(f"eget_{name}", "", {"sv": name, "en": name}, kind=kind, weight=weight, public=False)


MEASURES = (own("alla"), own("a"), own("b"), own("trygga", "andel", "Svar"), own("bidrag", "belopp"))


@pytest.fixture(scope="module")
def areas():
    squares = [shapely.box(1000 * place, 0, 1000 * place + 1000, 1000) for place in range(len(CODES))]
    return pd.DataFrame(
        {"regsokod": CODES, "regsonamn": CODES, "version": "2020", "geometry": np.array(squares, dtype=object)}
    )


@pytest.fixture(scope="module")
def index():
    years = [
        pd.DataFrame(
            {
                "regsokod": CODES,
                "regsonamn": None,
                "index_ar": year,
                "omradestyp": pd.array(TYPES[turned:] + TYPES[:turned], dtype="Int64"),
                **dict.fromkeys(
                    ("socioekonomiskt_index", "andel_lag_ekonomisk_standard", "andel_forgymnasial"), np.nan
                ),
                "andel_bistand_arbetsloshet": np.nan,
                "omrade": None,
                "fil": "index.csv",
                "rad": range(2, 2 + len(CODES)),
            }
        )
        for turned, year in enumerate((2023, 2022))
    ]
    return pd.concat(years, ignore_index=True)


def secret(seed):
    """Return what nobody has published of each school: a total and its parts, a share of it, and an amount."""
    rng = np.random.default_rng(seed)
    size = rng.choice([0.4, 2.0, 9.0, 30.0], SCHOOLS, p=[0.2, 0.2, 0.3, 0.3])
    a, b = rng.poisson(size), rng.poisson(size * rng.choice([0.1, 1.0]))
    inside = rng.binomial(a + b, rng.choice([0.03, 0.3, 0.95]))
    return pd.DataFrame(
        {
            "area": rng.integers(0, len(CODES), SCHOOLS),
            "alla": a + b,
            "a": a,
            "b": b,
            "in": inside,
            "out": a + b - inside,
            "bidrag": rng.integers(1, 9000, SCHOOLS),
        }
    ).astype(float)


@pytest.fixture(scope="module")
def made(areas, index, reference):
    """Gives the study made of the secret figures of a seed, and these: once for all tests, nobody changes it."""
    return cache(lambda seed: study_of_secrets(seed, areas, index, reference))


def study_of_secrets(seed, areas, index, reference):
    figures = secret(seed)
    codes = [f"{10_000_000 + number}" for number in range(SCHOOLS)]
    results = pd.DataFrame({"skolenhetskod": codes, "lasar": "2024", "fil": "own.csv"})
    share = 100 * figures["in"] / figures["alla"].where(figures["alla"] > 0)
    for name, values in {**{one: figures[one] for one in ("alla", "a", "b", "bidrag")}, "trygga": share}.items():
        results[f"eget_{name}"] = values
        results[f"eget_{name}_status"] = np.where(values.notna(), "finns", "saknas")
    results["eget_trygga_bas"] = figures["alla"]
    places = pd.DataFrame({"skolenhetskod": codes, "namn": codes}).assign(
        huvudmannatyp="Kommunal",
        skolformer="GR",
        kommunkod="",
        elever=300.0,
        x=1000 * figures["area"] + 500.0,
        y=500.0,
        koordinat="",
        kalla="",
        fil="schools.csv",
        elever_egna=False,
    )
    inputs = Inputs(areas, index, None, places, [results], MEASURES)
    return make(inputs, reference), figures.assign(grupp=[str(TYPES[int(area)]) for area in figures["area"]])


def with_types(schools):
    """Return schools to which Skolverket gives types of its own."""
    return schools.assign(omradestyp_skolverket=(schools["omradestyp"] % 5 + 1).astype("Int64"))


class Reader:
    """Knows all that is shown, and what holds between the columns; looks for what is hidden."""

    def __init__(self, found, figures):
        summary = found.summary_area_type.set_index("grupp")
        self.groups = [group for group in "12345" if summary.loc[group, "skolor"] > 0]
        self.cells = list(itertools.product(KINDS, [*self.groups, "alla"]))
        self.true = {
            (name, group): float(figures.loc[(figures["grupp"] == group) | (group == "alla"), name].sum())
            for name, group in self.cells
        }
        self.equal, self.equal_to, self.most, self.most_to = [], [], [], []
        self.hidden = set()
        for name in KINDS:
            self._is({**{(name, group): 1.0 for group in self.groups}, (name, "alla"): -1.0}, 0.0)
        for group in (*self.groups, "alla"):
            self._is({("a", group): 1.0, ("b", group): 1.0, ("alla", group): -1.0}, 0.0)
            self._is({("in", group): 1.0, ("out", group): 1.0, ("alla", group): -1.0}, 0.0)
            for name in ("alla", "a", "b"):
                if summary.loc[group, f"eget_{name}_dold"]:
                    self.hidden.add((name, group))
                elif not np.isnan(summary.loc[group, f"eget_{name}"]):
                    self._is({(name, group): 1.0}, float(summary.loc[group, f"eget_{name}"]))
            if summary.loc[group, "eget_trygga_dold"]:
                self.hidden |= {("in", group), ("out", group)}
            else:
                self._within(group, float(summary.loc[group, "eget_trygga"]))

    def _row(self, signs):
        row = np.zeros(len(self.cells))
        for cell, sign in signs.items():
            row[self.cells.index(cell)] = sign
        return row

    def _is(self, signs, value):
        self.equal.append(self._row(signs))
        self.equal_to.append(value)

    def _within(self, group, mean):
        """A mean as it is rounded, with the number behind it, which is not shown, as if it were known."""
        behind = self.true["alla", group]
        self._is({("alla", group): 1.0}, behind)
        for sign in (1.0, -1.0):
            self.most.append(self._row({("in", group): sign}))
            self.most_to.append(sign * mean * behind / 100 + 0.0005001 * behind)

    def width(self, cell):
        ends = []
        for sign in (1.0, -1.0):
            found = optimize.linprog(
                self._row({cell: sign}),
                A_eq=np.array(self.equal),
                b_eq=self.equal_to,
                A_ub=np.array(self.most) if self.most else None,
                b_ub=self.most_to or None,
                bounds=(0, None),
                method="highs",
            )
            assert found.status in (0, 3), found.message
            ends.append(np.inf if found.status == 3 else sign * found.fun)
        return ends[1] - ends[0]


@pytest.mark.parametrize("seed", range(15))
def test_nothing_that_a_study_hands_on_tells_what_few_have(seed, made):
    found, figures = made(seed)
    reader = Reader(found, figures)
    for cell in reader.cells:
        value = reader.true[cell]
        if cell in reader.hidden:
            assert value == 0 or reader.width(cell) >= 9 - 1e-3, (cell, value, reader.width(cell))
        else:
            assert not 0 < value < 10, (cell, value)
    places = figures.groupby("grupp").size()
    summary = found.summary_area_type.set_index("grupp")
    for group, count in places.items():
        assert count >= 3 or summary.loc[group, [f"eget_{one}_dold" for one in ("bidrag", "alla")]].all()
    assert summary.loc[list("12345"), "eget_bidrag_dold"].sum() != 1


@pytest.mark.parametrize("seed", [0, 7])
def test_no_table_holds_what_nobody_has_published_of_a_place(seed, made):
    found, _ = made(seed)
    assert [column for column in found.schools if column.startswith("eget_")] == []
    assert [column for column in found.summary_municipality_type if column.startswith("eget_")] == []
    of_shares = found.results_area_type[found.results_area_type["resultat"] == "eget_trygga"]
    assert len(of_shares)
    assert of_shares[["kvartil_1", "median", "kvartil_3"]].isna().all(axis=None)
    numbers = of_shares[["varde", "spridning", "skillnad", "skillnad_lag", "skillnad_hog"]]
    assert numbers.round(1).equals(numbers)
    if found.hidden["eget_trygga"]:
        assert not (found.segregation["resultat"] == "eget_trygga").any()
    summary = found.summary_area_type
    assert summary[["eget_trygga_elever", "eget_bidrag_elever", "eget_trygga_dolda_andel"]].isna().all(axis=None)


# Sheets by area type of the whole study, with its own year and types: what is shown there is attacked above.
OF_OWN_STUDY = ("area_types", "results", "segregation")


@pytest.mark.parametrize("seed", [1, 4])
def test_own_background_of_pupils_is_in_no_other_figure(seed, made):
    """A share with people behind it, as foreign background is: of other years, types and places nothing is shown."""
    found, _ = made(seed)
    others = [at(found, 2022), *(found.within(*place) for place in (("01", ""), ("01", "0180"), ("", "1780")))]
    others += [
        at(replace(found, schools=with_types(found.schools)), None, None, types)
        for types in TYPES_BY
        if types != found.types_by
    ]
    for study in (found, *others):
        assert by_background(study) == parts_by_background(study) == []
        assert reach_of(study) is types_of(study) is variation_of(study) is None
        assert all(models_of(study, measure) is None for measure in MEASURES)
        for table in TABLES:
            sheet = table.sheet(study, ENGLISH)
            if sheet is not None and not (study is found and table.name in OF_OWN_STUDY):
                shown = [cell for column in sheet.columns if "eget_" in column.key for cell in sheet.cells(column.key)]
                assert set(shown) <= {None, "..", "not available for own figures"}, table.name
                assert not [row for row in sheet.rows if any(name in str(row) for name in NAMES)], table.name
    assert [one.column for one in at(found, 2022).not_available] == [one.column for one in MEASURES]
