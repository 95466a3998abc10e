"""By which area types schools count, in ``summarise`` and on maps: where they lie, as Skolverket says, or both."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from inqgis import Listener, memory_layer, refusal, rows, run, undocumented
from qgis.core import QgsVectorLayer
from wordings import ENGLISH

from segregation_plugin.charts.chart_registry import CHARTS
from segregation_plugin.domain.area_types import OFFICIAL_NAMES
from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.sheets.registry import TABLES
from segregation_plugin.study.model import AS_LOCATED
from segregation_plugin.study.parts import YES
from segregation_plugin.study.years import at

LOCATION, SKOLVERKET, BOTH = "location", "skolverket", "location_else_skolverket"
AREA_FIELDS = {"regsokod": "string", "index_ar": "integer", "omradestyp": "integer", "omradestyp_2022": "integer"}
SCHOOL_FIELDS = {"skolenhetskod": "string", "kommunkod": "string", "omradestyp_skolverket": "integer"}
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's tools are not here")


def square(east: int) -> str:
    return f"POLYGON(({east} 6500000,{east + 1000} 6500000,{east + 1000} 6501000,{east} 6501000,{east} 6500000))"


@pytest.fixture
def areas(qgis_processing):
    """Two areas of Upplands Väsby, with the types of 2023 and 2022."""
    features = [
        (square(500000), {"regsokod": "0114R001", "index_ar": 2023, "omradestyp": 1, "omradestyp_2022": 3}),
        (square(501000), {"regsokod": "0114R002", "index_ar": 2023, "omradestyp": 4, "omradestyp_2022": 4}),
    ]
    return memory_layer("Polygon", "EPSG:3006", AREA_FIELDS, features)


def layer_of(*schools: tuple[int | None, int | None]) -> QgsVectorLayer:
    """Schools by the east of their point (None: nobody knows) and the type that Skolverket gives them."""
    features = [
        (
            None if east is None else f"POINT({east} 6500500)",
            {"skolenhetskod": f"1000000{number}", "kommunkod": "0114", "omradestyp_skolverket": official},
        )
        for number, (east, official) in enumerate(schools)
    ]
    return memory_layer("Point", "EPSG:3006", SCHOOL_FIELDS, features)


# Two lie in the area of type 1, one of them without Skolverket's type; one in that of type 4;
# two lie nowhere.
FIVE = ((500500, 1), (500600, None), (501500, 4), (None, 2), (None, None))


def counted(areas, schools, **parameters) -> tuple[list[int], list[str]]:
    """Schools of type 1 to 5 and without one, by ``summarise``, and what it says of their types."""
    listener = Listener()
    table = rows(run("summarise", listener, AREAS=areas, SCHOOLS=schools, OUTPUT="memory:", **parameters)["OUTPUT"])
    return [row["skolor"] for row in table][:6], [text for text in listener.said if "kolverket" in text]


@pytest.mark.parametrize(
    ("types_by", "expected", "said"),
    [
        (LOCATION, [2, 0, 0, 1, 0, 2], "3 by where they lie, 0 by the type that Skolverket gives them, 2 without"),
        (SKOLVERKET, [1, 1, 0, 1, 0, 2], "0 by where they lie, 3 by the type that Skolverket gives them, 2 without"),
        (BOTH, [2, 1, 0, 1, 0, 1], "3 by where they lie, 1 by the type that Skolverket gives them, 1 without"),
    ],
)
def test_summarise_counts_schools_by_the_types_that_are_chosen(areas, types_by, expected, said):
    found, texts = counted(areas, layer_of(*FIVE), TYPES=types_by)
    assert found == expected
    assert said in texts[0]


@pytest.mark.first_elsewhere("the same calls of QGIS as its first case")
@pytest.mark.parametrize("by", [0, 1])
@pytest.mark.parametrize(
    ("types_by", "expected"), [(LOCATION, [0] * 7), (SKOLVERKET, [1, 1, 0, 1, 0, 0, 3]), (BOTH, [0, 1, 0, 0, 0, 0, 1])]
)
def test_every_row_says_how_many_schools_count_by_skolverkets_types(areas, by, types_by, expected):
    made = run("summarise", AREAS=areas, SCHOOLS=layer_of(*FIVE), BY=by, TYPES=types_by, OUTPUT="memory:")
    found = {row["grupp"]: row["skolor_efter_skolverket"] for row in rows(made["OUTPUT"])}
    groups = dict(zip([*"12345", "utan", "alla"], expected))
    assert found == {group: groups[group] for group in found}
    assert sum(found.values()) == sum(expected)
    assert undocumented(made["OUTPUT"]) == []


def test_a_layer_without_skolverkets_types_has_no_such_column(areas):
    plain = [("POINT(500500 6500500)", {"skolenhetskod": "10000000"})]
    schools = memory_layer("Point", "EPSG:3006", {"skolenhetskod": "string"}, plain)
    made = run("summarise", AREAS=areas, SCHOOLS=schools, OUTPUT="memory:")
    assert "skolor_efter_skolverket" not in made["OUTPUT"].fields().names()


def test_summarise_uses_skolverkets_types_in_their_own_year_alone(areas):
    """They agree with 2023 in both schools that have two types, and with 2022 in one."""
    found, said = counted(areas, layer_of(*FIVE), TYPES=BOTH, YEAR=2022)
    assert found == [0, 0, 2, 1, 0, 2]
    assert said[1] == "Skolverket's types are those of 2023, and are used in that year alone."


def test_summarise_uses_no_types_whose_year_nobody_knows(areas):
    """One school agrees with 2023 alone, another with 2022 alone, or one of two with none."""
    found, said = counted(areas, layer_of((500500, 1), (500600, 3), (None, 2)), TYPES=BOTH)
    assert found == [2, 0, 0, 0, 0, 1]
    assert said[1] == "Of which year Skolverket's types are is not known: they are not used."
    found, said = counted(areas, layer_of((500500, 1), (501500, 5), (None, 2)), TYPES=BOTH)
    assert found == [1, 0, 0, 1, 0, 1]
    assert said[1] == "Of which year Skolverket's types are is not known: they are not used."


def test_summarise_refuses_a_type_that_there_is_none_of(areas):
    said = refusal("summarise", AREAS=areas, SCHOOLS=layer_of((500500, 6)), OUTPUT="memory:")
    assert "10000000" in said
    assert "omradestyp_skolverket" in said


@pytest.mark.first_elsewhere("what it counts is worked out without QGIS")
@pytest.mark.parametrize(("year", "types_by"), [(None, BOTH), (None, LOCATION), (None, SKOLVERKET), (2022, BOTH)])
def test_summarise_of_a_studys_layers_gives_what_the_study_has(county_run, year, types_by):
    path = county_run["OUTPUT"]
    study = at(read_study(path), year, types_by=types_by).summary_area_type
    layers = {name: f"{path}|layername={name.lower()}" for name in ("AREAS", "SCHOOLS")}
    table = rows(run("summarise", **layers, YEAR=year, TYPES=types_by, OUTPUT="memory:")["OUTPUT"])
    assert [row["skolor"] for row in table] == study["skolor"].tolist()
    assert [row["meritvarde_n"] for row in table] == study["meritvarde_n"].tolist()
    for row, mean in zip(table, study["meritvarde"]):
        assert row["meritvarde"] is None if mean != mean else row["meritvarde"] == pytest.approx(mean)


@pytest.mark.only_here("figures of a study, without QGIS")
@pytest.mark.parametrize("types_by", [SKOLVERKET, BOTH])
def test_no_table_and_no_chart_writes_into_the_schools_that_it_counts(county_run, types_by):
    """Counted by other types, schools share their other columns with the study."""
    whole = read_study(county_run["OUTPUT"])
    located = replace(whole, provenance={**whole.provenance, AS_LOCATED: YES})
    study = at(located, None, types_by=types_by).part(("1780",))
    assert np.shares_memory(study.counted["meritvarde"], study.schools["meritvarde"])
    given = {"schools": study.schools, "counted": study.counted}
    before = {name: table.copy() for name, table in given.items()}

    drawn = [one.sheet(study, ENGLISH) for one in TABLES]
    drawn += [one.table(study, study.measures[0], ENGLISH) for one in CHARTS]

    assert sum(sheet is not None for sheet in drawn) > 15
    for name, table in given.items():
        pd.testing.assert_frame_equal(table, before[name])


def words(pdf) -> str:
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True)
    return " ".join(unicodedata.normalize("NFKC", done.stdout).split())


def legend_of(study, tmp_path, **chosen) -> tuple[list[int], str]:
    """Schools by type 1 to 5 in the legend of Karlstad's map, and all that the page says."""
    output = str(tmp_path / "map.pdf")
    made = run("exportmap", STUDY=study, MUNICIPALITY="1780", LANGUAGE="en", DPI=60, OUTPUT=output, **chosen)
    text = words(made["OUTPUT"])
    return [int(text.split(OFFICIAL_NAMES["en"][kind])[1].split()[1]) for kind in range(1, 6)], text


@needs_poppler
def test_a_map_counts_schools_by_the_types_that_are_chosen(county_run, tmp_path):
    path = county_run["OUTPUT"]
    schools = read_study(path).within("", "1780").schools
    lies, official = schools["omradestyp"], schools["omradestyp_skolverket"]
    both = lies.where(lies.notna(), official)
    sentence = "Area types of schools: {} by where they lie, {} by the type that Skolverket gives them."
    for types_by, types, by in (
        (LOCATION, lies, (lies.notna().sum(), 0)),
        (SKOLVERKET, official, (0, official.notna().sum())),
        (BOTH, both, (lies.notna().sum(), (both.notna() & lies.isna()).sum())),
    ):
        numbers, text = legend_of(path, tmp_path, TYPES=types_by)
        assert numbers == [int((types == kind).sum()) for kind in range(1, 6)], types_by
        assert sentence.format(*by) in text
    # As the study does, where nothing is chosen.
    assert legend_of(path, tmp_path)[0] == [int((both == kind).sum()) for kind in range(1, 6)]
    of_2022 = legend_of(path, tmp_path, YEAR=2022)[1]
    assert "Skolverket's types are those of 2023, and are used in that year alone." in of_2022


@pytest.mark.only_here("the same calls of QGIS as other tests")
@needs_poppler
def test_a_map_of_a_study_without_skolverkets_types_says_nothing_of_them(demo_run, tmp_path):
    assert "Area types of schools" not in legend_of(demo_run["OUTPUT"], tmp_path, TYPES=SKOLVERKET)[1]
