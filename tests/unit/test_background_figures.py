"""Figures of pupils' background that a study keeps: the same in the whole, in a part, from a store and from a file."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from backgrounds import FOREIGN, PARENTS, PUPILS, YEAR, plain, school_table
from making import Kept
from wordings import ENGLISH

from segregation_plugin.analysis.schools.background_segregation import (
    COUNTRY,
    LEVELS,
    MUNICIPALITIES,
)
from segregation_plugin.analysis.schools.summaries import ways_of
from segregation_plugin.domain.measures import BACKGROUNDS
from segregation_plugin.domain.messages import Cancelled
from segregation_plugin.domain.placing import LOCATED
from segregation_plugin.domain.school_filter import REGISTERED, SchoolFilter
from segregation_plugin.sheets.background_notes import about_background
from segregation_plugin.study import background_figures, figure_tables
from segregation_plugin.study.all_figures import with_background
from segregation_plugin.study.background_figures import (
    by_background,
    models_of,
    own_level,
    parts_by_background,
    place_by_background,
    reach_of,
    types_of,
    variation_of,
)
from segregation_plugin.study.model import Study
from segregation_plugin.study.stored import normal

AREAS = ["0180R001", "0180R002", "1480R001", "1480R002"]
# A school that is registered in Stockholm and lies in Göteborg.
ELSEWHERE = 3


@pytest.fixture
def study():
    """Eighty schools of two municipalities, with both shares, a result and types, some of the shares hidden."""
    random = np.random.default_rng(3)
    rows = []
    for number in range(80):
        share = ".." if number % 9 == 0 else round(100 * random.beta(2, 4), 1)
        operator = "Enskild" if number % 4 == 0 else "Kommunal"
        rows.append((share, int(random.integers(90, 300)), ("0180", "1480")[number % 2], operator, "1-6"))
    schools = school_table(rows)
    parents = school_table([(round(100 - (row[1] % 60), 1), row[1]) for row in rows], PARENTS)
    code = [AREAS[number % 2 * 2 + number // 2 % 2] for number in range(80)]
    code[ELSEWHERE - 1] = AREAS[2]
    schools = schools.assign(
        **{name: parents[name] for name in (PARENTS.column, f"{PARENTS.column}_status")},
        namn="",
        regsokod=code,
        omradestyp=pd.array([1 + number % 5 for number in range(80)], dtype="Int64"),
        placering=next(iter(LOCATED)),
        elever=100,
        elever_egna=0,
        skolformer="GR",
        lasar="2024/25",
        kalla="",
        meritvarde=150.0 + np.arange(80) % 37 * 3,
        meritvarde_status="finns",
        elever_ak9=20,
    )
    areas = pd.DataFrame({"regsokod": AREAS, "regsonamn": AREAS, "kommunnamn": "", "lanskod": "01"}).assign(
        kommunkod=[code[:4] for code in AREAS],
        omradestyp=pd.array([1, 2, 4, 5], dtype="Int64"),
        socioekonomiskt_index=[30, 20, 9, 3.0],
    )
    provenance = {"index_ar": "2023", "bakgrund_lasar": YEAR}
    nothing = pd.DataFrame({"kommunkod": pd.Series(dtype=object)})
    return Study(areas, schools, nothing, nothing, (), provenance, kept=Kept())


def part_of(study, place):
    """The study of a county or municipality, without its summaries."""
    inside = study.schools["regsokod"].str.startswith(place)
    known = {**study.provenance, "kommunkod": place}
    return replace(study, schools=study.schools[inside], provenance=known, whole=study, background=None)


def said(table):
    return table.assign(anledning=table["anledning"].map(str)) if "anledning" in table else table


def never(*_anything, **_named):
    raise AssertionError("it was worked out again")


def test_they_are_worked_out_once(study, monkeypatch):
    tables = reach_of, types_of, variation_of, lambda one: models_of(one, one.measures[0])
    first = [table(study) for table in tables]
    rows, parts = by_background(study), parts_by_background(study)
    assert {row.niva for row in rows} == set(LEVELS)
    assert len(parts) == 5 * 2
    for name in ("shown_background", "shown_background_parts", "reach_table", "type_table", "variation_table"):
        monkeypatch.setattr(background_figures, name, never)
    monkeypatch.setattr(background_figures, "on_background", never)
    assert plain(by_background(study)) == plain(rows)
    assert [type(value) for value in by_background(study)[0]] == [type(value) for value in rows[0]]
    assert plain(parts_by_background(study)) == plain(parts)
    for table, before in zip(tables, first):
        pd.testing.assert_frame_equal(said(table(study)), said(before))


@pytest.mark.parametrize("column", [FOREIGN.column, f"{FOREIGN.column}_status", PUPILS, "kommunkod", "huvudmannatyp"])
def test_what_they_rest_on_is_in_the_key(study, column):
    by_background(study, [COUNTRY])
    before = len(study.kept)
    schools = study.schools.copy()
    other = {f"{FOREIGN.column}_status": "avrundad", "kommunkod": "1480", "huvudmannatyp": "Region"}
    schools.loc[2, column] = other.get(column) or schools.loc[2, column] + 1
    by_background(replace(study, schools=schools), [COUNTRY])
    assert len(study.kept) == before + 1
    by_background(replace(study, schools=schools.assign(namn="another")), [COUNTRY])
    assert len(study.kept) == before + 1
    by_background(replace(study, provenance={**study.provenance, "bakgrund_lasar": "2023/24"}), [COUNTRY])
    assert len(study.kept) == before + 2


def test_grades_are_in_the_key(study):
    """Schools with grades 7-9 are measured alone, and what lies between spans of grades."""
    once = study, replace(study, schools=study.schools.assign(arskurser=["1-6", "7-9"] * 40))
    assert [{row.plats for row in by_background(one, ["arskurser"])} for one in once] == [{"1-6"}, {"1-6", "7-9"}]
    reasons = [{row.anledning.text for row in parts_by_background(one) if row.mellan == "arskurser"} for one in once]
    assert reasons == [{"all schools belong to one"}, {""}]


def test_models_of_a_part_are_weighted_as_its_means(study):
    """In the whole nine schools of ten have pupils of grade 9, in a municipality fewer: those that have them count."""
    known = study.schools["elever_ak9"].astype("float64")
    few = known.where((study.schools["kommunkod"] != "1480") | (study.schools.index % 40 > 6))
    whole = replace(study, schools=study.schools.assign(elever_ak9=few))
    part = part_of(whole, "1480")
    result = study.measures[0]
    assert ways_of(whole.counted, [result])[result.column].weight == "elever_ak9"
    assert ways_of(part.counted, [result])[result.column].weight == ""
    with_weight = part.schools["elever_ak9"].notna() & (part.schools[f"{FOREIGN.column}_status"] == "finns")
    assert set(models_of(part, result)["skolor"]) == {int(with_weight.sum())}


def test_a_place_says_the_same_alone_and_among_all(study):
    """A school is in the municipality where it lies, and in no other, wherever it is registered."""
    stockholm = part_of(study, "0180")
    assert own_level(study) == COUNTRY
    assert own_level(stockholm) == MUNICIPALITIES
    among_all = [row for row in by_background(study, [MUNICIPALITIES]) if row.plats == "0180"]
    alone = by_background(stockholm, [own_level(stockholm)])
    assert plain(alone) == plain(among_all)
    assert alone[0].alla_enheter == 39
    # Every place of the part lies in it.
    assert {row.plats for row in by_background(stockholm) if row.niva in (COUNTRY, "lan", "kommun")} == {"0180"}


def test_rows_of_the_file_are_taken_where_it_has_them(study, monkeypatch):
    filled = with_background(study)
    rows = by_background(study)
    stockholm = plain(by_background(part_of(study, "0180")))
    assert set(filled.background) == {column.name for column in figure_tables.BACKGROUND.columns}
    read = replace(study, background=normal(figure_tables.BACKGROUND, filled.background), kept=None)
    assert plain(by_background(part_of(read, "0180"))) == stockholm
    monkeypatch.setattr(background_figures, "shown_background", never)
    assert plain(by_background(read)) == plain(rows)
    assert plain(by_background(part_of(read, "0180"), [MUNICIPALITIES])) == [
        row for row in plain(rows) if row[0] == "0180"
    ]


def test_rows_of_another_school_year_are_not_taken(study):
    older = with_background(study)
    newer = replace(older, provenance={**study.provenance, "bakgrund_lasar": "2026/27"})
    assert {row.lasar for row in by_background(newer, [COUNTRY])} == {"2026/27"}


def test_progress_reaches_the_end_and_can_stop_the_work(study):
    seen = []
    by_background(replace(study, kept=None), progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == pytest.approx(1)

    def stop(share):
        if share > 0.2:
            raise Cancelled

    with pytest.raises(Cancelled):
        by_background(study, progress=stop)


def test_a_study_without_background_has_none(study):
    bare = replace(study, schools=study.schools.drop(columns=[FOREIGN.column, PARENTS.column]))
    assert by_background(bare) == parts_by_background(bare) == []
    assert reach_of(bare) is types_of(bare) is variation_of(bare) is models_of(bare, FOREIGN) is None
    assert with_background(bare).background is None
    assert by_background(replace(study, schools=None)) == []


def test_every_index_of_a_place(study):
    """D is that of all places, and exposure what isolation leaves."""
    for part in (study, part_of(study, "0180")):
        rows = place_by_background(part)
        assert plain([row for row in rows if row.matt == "dissimilarity"]) == plain(
            by_background(part, [own_level(part)])
        )
        found = {(row.grupp, row.matt): row for row in rows}
        assert len(found) == len(rows) == 2 * 6
        for group in ("utlandsk_bakgrund", "foraldrar_utan_eftergymnasial"):
            isolation, exposure = (found[group, name] for name in ("isolation", "interaction"))
            assert isolation.varde + exposure.varde == pytest.approx(1, abs=1e-3)
            assert isolation.lagst + exposure.hogst == pytest.approx(1, abs=2e-3)


def test_each_share_is_of_its_own_school_year(study):
    """Upper secondary school's file may be a year older or newer: neither share stands back for the other."""
    upper = BACKGROUNDS[1].measures[0]
    one = study.schools[FOREIGN.column].where(study.schools[f"{FOREIGN.column}_status"] == "finns")
    columns = {upper.column: one, f"{upper.column}_status": study.schools[f"{FOREIGN.column}_status"]}
    schools = study.schools.assign(**columns, **{upper.weight_column: study.schools[PUPILS]})
    values = [
        schools[["skolenhetskod"]].assign(
            vad=measure if is_value else share.weight_column,
            ar=year,
            varde=schools[measure if is_value else share.weight_column].astype("float64"),
            status=schools[f"{measure}_status"] if is_value else "finns",
        )
        for share, year in ((FOREIGN, YEAR), (PARENTS, YEAR), (upper, "2024/25"))
        for measure, is_value in ((share.column, True), (share.column, False))
    ]
    table = pd.concat(values, ignore_index=True).rename(columns={"skolenhetskod": "kod"})
    both = replace(
        study,
        schools=schools,
        school_values=table.drop_duplicates(["vad", "kod", "ar"]),
        provenance={**study.provenance, "bakgrund_gy_lasar": "2024/25"},
    )
    for found in (by_background(both), place_by_background(both), parts_by_background(both)):
        assert {(row.grupp, row.lasar) for row in found if not row.grupp.startswith(("svensk", "foraldrar_utan"))} == {
            ("utlandsk_bakgrund", YEAR),
            ("foraldrar_eftergymnasial", YEAR),
            ("utlandsk_bakgrund_gy", "2024/25"),
        }
    notes = about_background(both, ENGLISH)
    assert notes[0] == "Background: pupils of grades 1-9 in October of school year 2025/26."
    assert notes[1] == "Background in upper secondary school: October of the school year 2024/25."


def test_it_is_kept_whatever_area_types_schools_count_by(study, monkeypatch):
    rows = place_by_background(study)
    monkeypatch.setattr(background_figures, "shown_background", never)
    other = study.schools.assign(omradestyp=pd.array([5] * len(study.schools), dtype="Int64"))
    assert plain(place_by_background(replace(study, schools=other))) == plain(rows)


def test_where_schools_are_registered_they_are_measured_there(study):
    """One of Stockholm's schools lies in Göteborg: it is one of Stockholm's all the same, and of no other place."""
    nothing = pd.DataFrame({"kommunkod": pd.Series(dtype=object), "kommunnamn": ""})
    chosen = SchoolFilter(placing=REGISTERED)
    whole = replace(study, summary_municipality_type=nothing)
    part = whole.part(("0180",), chosen)
    rows = [row for row in by_background(part, [MUNICIPALITIES]) if row.grupp == "utlandsk_bakgrund"]
    assert [(row.plats, row.alla_enheter) for row in rows] == [("0180", 40)]
