"""Sheets and sentences of how well area types find pupils, in both languages."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from backgrounds import FOREIGN, PARENTS, TYPES, drawn
from wordings import ENGLISH, SWEDISH

from segregation_plugin.analysis.schools.background_results import on_background
from segregation_plugin.analysis.schools.reach import PARTS, ReachRow
from segregation_plugin.analysis.schools.type_tables import INDEX, SKOLVERKET, model_table, variation_table
from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.domain.messages import message
from segregation_plugin.domain.school_filter import SchoolFilter
from segregation_plugin.sheets.reach_sheet import (
    area_type_background,
    area_type_reach,
    background_results,
)
from segregation_plugin.sheets.reach_words import (
    models_in_words,
    reach_in_words,
    variation_in_words,
    variations_in_words,
)
from segregation_plugin.sheets.registry import TABLES
from segregation_plugin.study.background_figures import school_years_of, schools_of, variation_of
from segregation_plugin.study.years import at

NAN = float("nan")
MERIT = YEAR_9_RESULTS[0]


@pytest.fixture(scope="module")
def study(national):
    """The national study with the background of pupils at its schools, drawn so that it goes with Skolverket's type."""
    schools = national.schools
    background = drawn(len(schools), 1)
    parents = (100 - background[FOREIGN.column]).round(1)
    columns = {
        **{name: background[name].to_numpy() for name in background.columns if name != "skolenhetskod"},
        PARENTS.column: parents.to_numpy(),
        f"{PARENTS.column}_status": "finns",
    }
    known = {**national.provenance, "bakgrund_lasar": "2025/26", "omradestyp_skolverket_ar": "2023"}
    return replace(
        national,
        schools=schools.assign(**columns),
        own_measures=(FOREIGN, PARENTS),
        school_values=None,
        provenance=known,
    )


def rows(first, others, unknown, everywhere=12.53, outside=76_979.0, share=56.2, cut=10):
    values = dict(zip(PARTS, (first, others, unknown)))
    return {
        part: ReachRow(
            cut, part, value, NAN, NAN, NAN, NAN, everywhere, 13.7, 100, outside, share, NAN, NAN, 4016, 1e6, 612
        )
        for part, value in values.items()
    }


def said_of(study, found, measure, source, texts, place="Karlstad"):
    known = {**study.provenance, "omradestyp_skolverket_ar": "2023"}
    return reach_in_words(found, measure, source, place, replace(study, provenance=known), texts)


def test_what_is_found_in_a_sentence_that_is_whole_by_itself(study):
    said = said_of(study, rows(56.40, 43.04, 0.55), FOREIGN, SKOLVERKET, ENGLISH)
    assert said == (
        "Karlstad, school year 2025/26, Skolverket's types 2023: of the tenth of pupils in the schools with the "
        "largest share of pupils with foreign background, 56 per cent go to school in an area of type 1 or 2, 43 per "
        "cent in an area of another type and 1 per cent where the type is unknown. Of all pupils, 13 per cent go to "
        "school in types 1 and 2. Of the 137,000 pupils in types 1 and 2 at schools with a published share, 76,979 (56 "
        "per cent) go to other schools than those of that tenth."
    )
    svenska = said_of(study, rows(56.40, 43.04, 0.55), FOREIGN, SKOLVERKET, SWEDISH)
    assert svenska == (
        "Karlstad, läsåret 2025/26, Skolverkets typer 2023: av den tiondel av eleverna som går i skolorna med störst "
        "andel elever med utländsk bakgrund går 56 procent i en skola i områdestyp 1 eller 2, 43 procent i en annan "
        "områdestyp och 1 procent där typen är okänd. Av alla elever går 13 procent i skola i typ 1 och 2. Av de "
        "137\N{NO-BREAK SPACE}000 elever i typ 1 och 2 som går i skolor med publicerad andel går "
        "76\N{NO-BREAK SPACE}979 (56 procent) i andra skolor än dem i den tiondelen."
    )


@pytest.mark.parametrize("outside", [0.0, 0.3])
def test_where_all_are_found_it_says_so(study, outside):
    """Of half of all pupils those in types 1 and 2 may be there one and all: "0 pupils are not" is no sentence."""
    found = rows(23, 76, 1, outside=outside, share=0, cut=50)
    assert said_of(study, found, FOREIGN, SKOLVERKET, ENGLISH).endswith(
        " All 137,000 pupils in types 1 and 2 at schools with a published share go to the schools of that half."
    )
    assert said_of(study, found, FOREIGN, SKOLVERKET, SWEDISH).endswith(
        " Alla 137\N{NO-BREAK SPACE}000 elever i typ 1 och 2 som går i skolor med publicerad andel går i skolorna i "
        "den hälften."
    )


def test_the_school_year_of_a_sentence_is_left_out_where_it_is_unknown(study):
    unknown = replace(study, provenance={**study.provenance, "bakgrund_lasar": ""})
    said = said_of(unknown, rows(56.40, 43.04, 0.55), FOREIGN, SKOLVERKET, ENGLISH)
    assert said.startswith("Karlstad, Skolverket's types 2023: of the tenth")


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ((50.1, 50.3), "50 per cent of that tenth go to school in types 1 and 2."),
        ((50.1, 52.3), "50\N{EN DASH}52 per cent of that tenth go to school in types 1 and 2."),
        ((55.9, 55.95), ""),
        ((50.1, 56.2), ""),
    ],
)
def test_a_value_that_all_schools_cannot_have_is_not_said_alone(study, limits, said):
    """Hidden shares are of many schools in some places: in all of Umeå six percentage points less are found."""
    found = rows(56.40, 43.04, 0.55)
    found["1-2"] = found["1-2"]._replace(lagst=limits[0], hogst=limits[1])
    text = said_of(study, found, FOREIGN, SKOLVERKET, ENGLISH)
    end = f" With the schools whose share is hidden counted too, {said}" if said else "than those of that tenth."
    assert text.endswith(end)
    swedish = said_of(study, found, FOREIGN, SKOLVERKET, SWEDISH)
    assert ("Om även skolor med dold andel räknas med" in swedish) == bool(said)


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ((55.29, 44.34, 0.37), ("55", "44", "less than 1")),
        # Each as it would be read alone: 26 and 26, though they then are more than all.
        ((25.63, 25.59, 48.78), ("26", "26", "49")),
        ((33.4, 33.3, 33.3), ("33", "33", "33")),
        ((99.7, 0.3, 0), ("more than 99", "less than 1", "0")),
        ((100, 0, 0), ("100", "0", "0")),
    ],
)
def test_each_share_that_is_said_is_rounded_on_its_own(study, shares, said):
    text = said_of(study, rows(*shares), FOREIGN, SKOLVERKET, ENGLISH)
    first, others, unknown = said
    assert f"{first} per cent go to school in an area of type 1 or 2, {others} per cent in an area of another" in text
    assert f"and {unknown} per cent where the type is unknown" in text


def test_parents_are_the_smallest_share_and_the_index_has_words_of_its_own(study):
    parents = said_of(study, rows(35, 60, 5, cut=25), PARENTS, SKOLVERKET, ENGLISH)
    assert parents.startswith(
        "Karlstad, school year 2025/26, Skolverket's types 2023: of the quarter of pupils in the schools with the "
        "smallest share of pupils with parents with post-secondary education, 35 per cent go to school in an area of "
        "type 1 or 2"
    )
    index = said_of(study, rows(35, 60, 5), FOREIGN, INDEX, ENGLISH)
    assert "in the areas with the highest index, which have as many pupils as types 1 and 2" in index
    assert "Of all pupils, 13 per cent go to school in the areas with the highest index." in index
    assert "at schools with a published share" not in index


def test_what_is_unknown_or_no_simple_part_has_no_sentence(study):
    assert said_of(study, rows(NAN, NAN, NAN), FOREIGN, SKOLVERKET, ENGLISH) == ""
    assert said_of(study, rows(35, 60, 5, cut=33), FOREIGN, SKOLVERKET, ENGLISH) == ""
    assert variation_in_words(NAN, FOREIGN, ENGLISH) == ""


def test_variation_in_a_sentence():
    assert variation_in_words(0.3076, FOREIGN, ENGLISH) == (
        "Of the variation between schools in the share of pupils with foreign background, 31 per cent lies between "
        "area types and 69 per cent between schools of the same type."
    )


def test_sentences_are_without_what_chance_gives():
    """Of 40 schools of which nothing goes with anything a tenth would lie between five types, and be accounted for."""
    random = np.random.default_rng(11)
    schools = drawn(40, 5).assign(
        **{TYPES: pd.array([1 + number % 5 for number in range(40)], dtype="Int64")},
        **{PARENTS.column: random.uniform(20, 80, 40), f"{PARENTS.column}_status": "finns"},
        **{MERIT.column: random.normal(220, 20, 40), f"{MERIT.column}_status": "finns", MERIT.weight: 50.0},
    )
    schools = schools.assign(**{FOREIGN.column: random.uniform(5, 60, 40), f"{FOREIGN.column}_status": "finns"})
    found = variation_table(schools, [FOREIGN], {FOREIGN.column: "2025/26"}, iterations=200)
    of_pupils = found[(found["vikt"] == "elever")].iloc[0]
    inside = round(100 * max(0, of_pupils["korrigerat"]))
    assert inside != round(100 * of_pupils["varde"])
    (said,) = variations_in_words(found, {FOREIGN.column: FOREIGN}, ENGLISH)
    assert f"{inside} per cent lies between area types and {100 - inside} per cent between" in said
    models = model_table(on_background(schools, MERIT, PARENTS, FOREIGN, TYPES, iterations=20)).set_index("modell")
    both, alone = (round(100 * max(0, models["r2_justerat"][name])) for name in ("bakgrund", "omradestyp"))
    assert alone != round(100 * models["r2"]["omradestyp"])
    first, _ = models_in_words(models.reset_index(), MERIT, ENGLISH)
    assert f"account for {both} per cent, the area type alone for {alone} per cent." in first


def test_a_sheet_has_a_row_a_share_whose_types_and_cut(study):
    english, swedish = area_type_reach(study, ENGLISH), area_type_reach(study, SWEDISH)

    # Skolverket's types, those of where schools lie; the index where its values are held.
    assert len(english.rows) == len(swedish.rows)
    assert len(english.rows) % (2 * 3) == 0
    assert english.keys[: len(english.keys) // 2] == (FOREIGN.column,) * (len(english.keys) // 2)
    assert english.cells("andel")[:3] == [10, 25, 50]
    parts = [english.cells(f"varde_{part}") for part in PARTS]
    assert [sum(values) for values in zip(*parts)] == pytest.approx([100] * len(english.rows))
    for text, types in zip(english.cells("i_ord"), english.cells("typer")):
        assert text.startswith("Sweden, school year 2025/26, ")
        assert f", {types}: of the ".lower() in text.lower()
    assert all(text.startswith("Sverige, läsåret 2025/26, ") for text in swedish.cells("i_ord"))
    assert any("2025/26" in note for note in english.notes)
    # Nothing of results, which are not in it.
    assert not any("grade 9" in note or "2024/25" in note for note in english.notes)
    assert not any("Resultat" in note or "2024/25" in note for note in swedish.notes)
    # Where both ends read the same there is one number.
    ends = [cell.split("\N{EN DASH}") for cell in english.cells("lagst")]
    assert all(len(set(pair)) == len(pair) for pair in ends)
    assert any(len(pair) == 1 for pair in ends)


def test_background_by_type(study):
    sheet = area_type_background(study, ENGLISH)
    assert len(sheet.rows) == 2 * 2 * 7
    assert sheet.cells("medel")[0] > sheet.cells("medel")[4]
    assert sheet.keys[:7] == ("1", "2", "3", "4", "5", "utan", "alla")
    said = [note for note in sheet.notes if note.startswith("Of the variation between schools in the share of ")]
    assert len(said) == 2
    assert "pupils with foreign background" in said[0]


@pytest.fixture(scope="module")
def apart(study):
    """The same study where parents' education is more than what foreign background is not: it has its own slope."""
    random = np.random.default_rng(2)
    parents = (study.schools[PARENTS.column] + random.normal(0, 8, len(study.schools))).clip(0, 100)
    return replace(study, schools=study.schools.assign(**{PARENTS.column: parents}))


def test_results_on_background(apart):
    sheet = background_results(apart, ENGLISH)

    results = [measure for measure in apart.measures if measure in YEAR_9_RESULTS]
    assert len(sheet.rows) == 7 * len(results)
    assert sheet.keys[:7][-1] == "bakgrund_utover_omradestyp"
    # What a head of unit quotes: a sentence that begins with what it is of.
    assert any(note.startswith("Merit rating: of the differences between schools, ") for note in sheet.notes)
    found = on_background(apart.counted, results[0], PARENTS, FOREIGN, "omradestyp", iterations=20)
    assert sheet.cells("r2")[0] == pytest.approx(100 * found.models["foraldrar"].r2)
    assert models_in_words(model_table(found), results[0], ENGLISH)[1].endswith("and show no causes.")
    none = model_table(found._replace(models={}, added={}, reason=message("few")))
    assert models_in_words(none, results[0], ENGLISH) == []


@pytest.mark.parametrize(
    ("official_year", "why"),
    [
        ("2022", "Skolverket's types are those of 2022, and are used in that year alone."),
        ("", "Of which year Skolverket's types are is not known: they are not used."),
    ],
)
def test_skolverkets_types_are_used_in_their_own_year_alone(study, official_year, why):
    """In another year figures are by where schools lie, and tables say why."""
    assert "Skolverket's types 2023" in area_type_reach(study, ENGLISH).cells("typer")
    assert not any("used" in note for note in area_type_reach(study, ENGLISH).notes)
    other = replace(study, provenance={**study.provenance, "omradestyp_skolverket_ar": official_year})
    for made in (area_type_reach, area_type_background):
        sheet = made(other, ENGLISH)
        assert {row for row in sheet.cells("typer") if "index" not in row} == {
            "Types of the areas where schools lie 2023"
        }
        assert sheet.notes.count(why) == 1
    assert area_type_background(other, ENGLISH).notes[-1] == "By types of the areas where schools lie 2023."
    assert set(variation_of(other)["typer"]) == {"location"}


def test_models_hold_the_types_that_the_study_counts_by(apart):
    """As every other figure: in another year than Skolverket's a study by these types alone has none."""
    found = {}
    for types_by in ("location", "skolverket", "location_else_skolverket"):
        other = replace(apart, provenance={**apart.provenance, "omradestyp_enligt": types_by})
        sheet = background_results(other, ENGLISH)
        assert sum(note.startswith("Area types of schools: ") for note in sheet.notes) == 1
        counted = on_background(other.counted, MERIT, PARENTS, FOREIGN, "omradestyp", iterations=20)
        found[types_by] = sheet.cells("skolor")[0]
        assert found[types_by] == counted.n > 0
        assert sheet.cells("r2")[3] == pytest.approx(100 * counted.models["omradestyp"].r2)
    assert found["location_else_skolverket"] >= found["location"] > found["skolverket"]
    known = {**apart.provenance, "omradestyp_enligt": "skolverket", "omradestyp_skolverket_ar": "2022"}
    # Of what year background is stands there once.
    assert len([note for note in sheet.notes if "2025/26" in note and "grades 1-9 in October" in note]) == 1
    nothing = background_results(replace(apart, provenance=known), ENGLISH)
    assert set(nothing.cells("r2")) == {None}
    assert "fewer than 30 schools with a result, background and a type" in nothing.cells("anledning")
    assert "Skolverket's types are those of 2022, and are used in that year alone." in nothing.notes


def test_studies_without_background_have_no_such_sheets(national):
    background = [name for name in national.schools.columns if name.startswith(("andel_utl", "andel_for"))]
    other = replace(national, schools=national.schools.drop(columns=background))
    bare = replace(national, schools=None, school_values=None)
    for made in (area_type_reach, area_type_background, background_results):
        assert made(other, ENGLISH) is None
        assert made(bare, ENGLISH) is None
    assert set(school_years_of(bare).values()) == {""}
    assert schools_of(bare) is None


@pytest.mark.parametrize("name", ["background", "area_type_reach", "area_type_background", "background_results"])
def test_of_some_schools_it_says_of_which(study, name):
    """A sentence that can be quoted by itself says so too: it is not of all schools of the place."""
    part = study.part(("1280",) if name == "background" else (), SchoolFilter(operator="Kommunal"))
    sheet = next(table for table in TABLES if table.name == name).sheet(part, ENGLISH)
    assert sheet.title.endswith(", municipal schools")
    assert "Figures are of these alone: municipal schools." in sheet.notes
    if name == "area_type_reach":
        sentences = [said for said in sheet.cells("i_ord") if said]
        assert {said.partition(", school year")[0] for said in sentences} == {"Sweden, municipal schools"}


def test_where_no_school_has_a_type_there_is_no_sheet(study):
    """Of 2024 the demo has types of Karlstad's areas alone: Stockholm's schools have none."""
    part = at(study, 2024).part(("0180",))
    assert area_type_reach(part, ENGLISH) is None
    assert area_type_background(part, ENGLISH) is None
