"""The link between background and results, from a real study: tables, figures, and what is not shown."""

from __future__ import annotations

import math
import shutil

import pandas as pd
import pytest
from inqgis import Listener, field_types, memory_layer, refusal, rows, run, undocumented
from qgis.core import QgsVectorLayer

from segregation_plugin.analysis.schools.home_areas import read_homes
from segregation_plugin.disclosure.homes import protected_homes
from segregation_plugin.domain.descriptions import Description, OwnMeasure, dump
from segregation_plugin.layers.study_points import area_points, school_points
from segregation_plugin.layers.study_reading import read_study

TABLES = {"OUTPUT": "memory:", "SCHOOLS": "memory:", "REGRESSION": "memory:"}
FIELDS = {"SCHOOL_FIELD": "skola", "AREA_FIELD": "hem", "PUPILS_FIELD": "antal"}
KINDS = ("1", "2", "3", "4", "5", "utan", "alla")


@pytest.fixture(scope="module")
def study(demo_run):
    return read_study(demo_run["OUTPUT"])


@pytest.fixture(scope="module")
def linked(demo_run):
    return run("linkresults", STUDY=demo_run["OUTPUT"], ITERATIONS=100, **TABLES)


def homes_of(cells):
    """A table without geometry: school unit, home area, number of pupils as text (``..`` where hidden)."""
    fields = {"skola": "string", "hem": "string", "antal": "string"}
    features = [(None, {"skola": school, "hem": area, "antal": str(count)}) for school, area, count in cells]
    return memory_layer("None", "", fields, features, name="Hemområden")


def linked_homes(demo_run, cells, *tables, iterations=1):
    """Return what the algorithm gives for pupils' homes, with these tables too, and what it says."""
    listener = Listener()
    study, outputs = demo_run["OUTPUT"], dict.fromkeys(("OUTPUT", *tables), "memory:")
    homes = {"HOME_AREAS": homes_of(cells), **FIELDS}
    return run("linkresults", listener, STUDY=study, ITERATIONS=iterations, **homes, **outputs), listener.said


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_by_type_says_what_the_study_says_and_more(linked, study):
    table = rows(linked["OUTPUT"])
    summary = study.summary_area_type.set_index("grupp")

    assert [row["grupp"] for row in table] == list(KINDS)
    for row in table:
        for column in ("skolor", "skolor_enskild", "meritvarde_n", "meritvarde_dolda"):
            assert row[column] == summary.loc[row["grupp"], column], column
        expected = summary.loc[row["grupp"], "meritvarde"]
        assert row["meritvarde"] == (None if math.isnan(expected) else pytest.approx(expected))
    one, five = table[0], table[4]
    assert one["namn"] == "Areas with major socioeconomic challenges"
    assert (round(one["meritvarde"], 1), round(five["meritvarde"], 1)) == (214.2, 256.8)
    assert one["meritvarde_skillnad"] == pytest.approx(one["meritvarde"] - five["meritvarde"])
    assert one["meritvarde_skillnad_lag"] < one["meritvarde_skillnad"] < one["meritvarde_skillnad_hog"] < 0
    assert (five["meritvarde_skillnad"], five["anledning"]) == (None, "the type that the others are compared with")
    kinds = field_types(linked["OUTPUT"])
    assert undocumented(linked["OUTPUT"]) == []
    assert (kinds["meritvarde_n"], kinds["meritvarde_spridning"], kinds["anledning"]) == ("integer", "real", "text")


def test_schools_stand_beside_their_municipality(linked, study):
    layer = linked["SCHOOLS"]
    table = {row["skolenhetskod"]: row for row in rows(layer)}

    assert len(table) == len(study.schools) == 2281
    assert layer.crs().authid() == "EPSG:3006"
    assert sum(feature.hasGeometry() for feature in layer.getFeatures()) == 2271
    kinds = field_types(layer)
    assert undocumented(layer) == []
    assert (kinds["nasta_typ"], kinds["meritvarde_kommun_n"], kinds["avstand_till_grans"]) == (
        "integer",
        "integer",
        "real",
    )
    flags = [row["flagga"] for row in table.values()]
    assert {flag: flags.count(flag) for flag in set(flags)} == {"": 1652, "inom": 404, "under": 116, "over": 109}
    solna = [row for row in table.values() if (row["regsokod"] or "").startswith("0184") and row["meritvarde"]]
    assert {round(row["meritvarde_kommun"], 2) for row in solna} == {240.95}
    # Area types alone, as in 2023, say nothing of how near a limit is.
    assert {row["nara_grans"] for row in table.values()} == {""}
    assert {row["meritvarde_residual"] for row in table.values()} == {None}


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_a_lower_limit_lets_more_schools_stand_out(demo_run):
    flags = {}
    for limit in (5, 20):
        layer = run("linkresults", STUDY=demo_run["OUTPUT"], ITERATIONS=1, LIMIT=limit, **TABLES)["SCHOOLS"]
        flags[limit] = sum(row["flagga"] in ("over", "under") for row in rows(layer))

    assert flags[5] > flags[20] == 225


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_karlstad_2024_has_too_few_schools_for_a_line(small_inputs, demo, tmp_path):
    made = run(
        "study",
        **small_inputs,
        YEAR=2024,
        SCHOOLS=[str(demo / "schools.csv")],
        RESULTS=[str(demo / "slutbetyg_ak9_2025.csv"), str(demo / "statistics_gr_2024_25.json")],
        MUNICIPALITY="1780",
        OUTPUT=str(tmp_path / "karlstad.gpkg"),
    )
    listener = Listener()

    found = run("linkresults", listener, STUDY=made["OUTPUT"], ITERATIONS=10, **TABLES)

    (row,) = rows(found["REGRESSION"])
    assert undocumented(found["REGRESSION"]) == []
    assert (row["resultat"], row["skolor"], row["lutning_anledning"]) == ("meritvarde", 4, "too few (4)")
    assert row["lutning_inom_kommun_anledning"] == "too few (4)"
    assert (row["lutning"], row["r2"], row["andel_index_mellan"]) == (None, None, None)
    assert "Line on the index, of schools with a result and an index: too few (4)" in listener.said
    schools = [row for row in rows(found["SCHOOLS"]) if row["regsokod"]]
    assert all(row["socioekonomiskt_index"] > 0 and row["nasta_typ"] in (1, 2, 3, 4, 5) for row in schools)
    assert {row["nara_grans"] for row in schools} <= {"ja", "nej", "kanske"}
    by_type = rows(found["OUTPUT"])
    assert any("too few values" in row["anledning"] for row in by_type)


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_by_operator_and_school_type(demo_run, study):
    table = rows(
        run("linkresults", STUDY=demo_run["OUTPUT"], GROUP_BY=[0, 1], ITERATIONS=10, OUTPUT="memory:")["OUTPUT"]
    )

    whole = [row for row in table if row["grupp"] == "alla"]
    assert sum(row["skolor"] for row in whole) == 2281
    assert sum(row["meritvarde_n"] for row in whole) == 724
    municipal = {row["grupp"]: row for row in table if (row["huvudmannatyp"], row["skolformer"]) == ("Kommunal", "GR")}
    assert municipal["1"]["meritvarde_skillnad"] == pytest.approx(
        municipal["1"]["meritvarde"] - municipal["5"]["meritvarde"]
    )


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_by_grades(demo_run):
    table = rows(run("linkresults", STUDY=demo_run["OUTPUT"], GROUP_BY=[2], ITERATIONS=10, OUTPUT="memory:")["OUTPUT"])
    found = {row["arskurser"]: row for row in table if row["grupp"] == "alla"}
    assert sum(row["skolor"] for row in found.values()) == 2281
    assert found["7-9"]["skolor"] == 152
    # Whoever has no grade 9 has no results of it; the register is of 2020, so a few do.
    assert found["F-3"]["meritvarde_n"] < 5 < found["7-9"]["meritvarde_n"]


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize("more", [{"GROUP_BY": [0]}, {"SITES": 50}])
def test_published_results_may_be_grouped_however_few_are_behind_one(demo_run, tmp_path, sqlite_as_gdal, more):
    path = tmp_path / "few.gpkg"
    shutil.copyfile(demo_run["OUTPUT"], path)
    with sqlite_as_gdal(path) as database:
        database.execute("UPDATE schools SET elever = 4 WHERE skolenhetskod = '10023937'")
    found = run("linkresults", STUDY=str(path), ITERATIONS=5, OUTPUT="memory:", SCHOOLS="memory:", **more)
    assert not any(row["meritvarde_dold"] for row in rows(found["OUTPUT"]))
    (school,) = [row for row in rows(found["SCHOOLS"]) if "10023937" in row["skolenhetskod"]]
    assert school["meritvarde"] is not None


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_units_at_one_site_count_once(demo_run):
    listener = Listener()
    found = run("linkresults", listener, STUDY=demo_run["OUTPUT"], SITES=50, ITERATIONS=10, **TABLES)

    schools = rows(found["SCHOOLS"])
    assert (len(schools), sum(row["enheter"] for row in schools)) == (2071, 2281)
    assert sum(row["enheter_dolda"] for row in schools) == 47
    assert rows(found["OUTPUT"])[-1]["skolor"] == 2071
    assert any("2,281 units at 2,071 sites" in text for text in listener.said)


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_another_result_by_its_column(demo_run):
    table = rows(
        run("linkresults", STUDY=demo_run["OUTPUT"], RESULT="andel_alla_amnen", ITERATIONS=10, OUTPUT="memory:")[
            "OUTPUT"
        ]
    )

    assert table[0]["andel_alla_amnen"] < table[4]["andel_alla_amnen"]
    assert "meritvarde" not in table[0]


@pytest.fixture(scope="module")
def cells(study):
    """Pupils of forty schools: 60 from the school's own area, 30 from the next in the table, some hidden."""
    codes = study.areas["regsokod"].tolist()
    schools = study.schools[study.schools["omradestyp"].notna()].sort_values("skolenhetskod").head(40)
    found = []
    for number, school in enumerate(schools.itertuples()):
        neighbour = codes[(codes.index(school.regsokod) + 1) % len(codes)]
        found += [(school.skolenhetskod, school.regsokod, 60), (school.skolenhetskod, neighbour, 30)]
        if number % 5 == 0:
            further = [codes[(codes.index(school.regsokod) + place) % len(codes)] for place in range(2, 7)]
            found += [(school.skolenhetskod, area, "..") for area in further]
    return found


def test_home_areas_against_schools(demo_run, study, cells):
    odd = [("99999999", "0114R001", 20), (cells[0][0], "9999R001", 12)]
    found, said = linked_homes(demo_run, [*cells, *odd], "HOME", iterations=10)

    table = {row["grupp"]: row for row in rows(found["HOME"])}
    assert list(table) == list(KINDS)
    assert table["5"]["namn"] == "Areas with very good socioeconomic conditions"
    types = study.areas.drop_duplicates("regsokod").set_index("regsokod")["omradestyp"]
    own = study.schools.set_index("skolenhetskod")["omradestyp"]
    # Of a type with fewer than three schools with hidden numbers, or ten such numbers, these are left out.
    of_hidden = {code for code, _, count in cells if count == ".."}
    homes = pd.DataFrame([*cells, (cells[0][0], "9999R001", 12)], columns=["skolenhetskod", "regsokod", "elever"])
    read = read_homes(homes, study.schools, study.areas)
    shown = protected_homes(read.table, study.schools, study.areas)
    left_out, alone = shown.left_out, shown.alone
    assert left_out >= {code for code in of_hidden if sum(own[other] == own[code] for other in of_hidden) < 3}
    assert any(line.startswith(f"{len(alone)} schools with hidden numbers are left out") for line in said)
    assert any(line.startswith(f"{len(of_hidden - left_out)} schools with hidden numbers stand in") for line in said)
    shown_numbers = 0
    for row in ("1", "2", "3", "4", "5"):
        for home in ("1", "2", "3", "4", "5"):
            behind = [
                count
                for code, area, count in cells
                if (own[code], types[area]) == (int(row), int(home)) and code not in left_out
            ]
            known = sum(count for count in behind if count != "..")
            assert table[row][f"hem_{home}_dolda"] == behind.count("..")
            assert table[row][f"hem_{home}"] in ((None,) if table[row][f"hem_{home}_dold"] else (known,))
            shown_numbers += table[row][f"hem_{home}_dold"] == 0 and known > 0
    assert shown_numbers > 0
    assert any("1 rows are of 1 school units that the study does not hold, like 99999999" in line for line in said)
    assert any("1 rows are of 1 home areas that the study does not hold, like 9999R001" in line for line in said)
    assert any("40 numbers of pupils are hidden" in line for line in said)
    assert 0 <= found["OTHER_TYPE_MIN"] <= found["OTHER_TYPE_MAX"] <= 100
    for which in ("", "_CORRECTED"):
        apart = found[f"DISSIMILARITY{which}"] - found[f"NEAREST_DISSIMILARITY{which}"]
        assert found[f"EXCESS{which}"] == pytest.approx(apart, abs=0.011)
    assert 0 < found["DISSIMILARITY_BY_CHANCE"] < found["DISSIMILARITY"]
    assert any(f"({found['DISSIMILARITY_BY_CHANCE']} expected if random," in line for line in said)


def test_each_school_stands_beside_the_homes_of_its_pupils(demo_run, study):
    codes = study.areas.dropna(subset=["omradestyp"]).drop_duplicates("omradestyp").set_index("omradestyp")["regsokod"]
    schools = study.schools[study.schools["omradestyp"] == 3].sort_values("skolenhetskod").head(20)
    cells = []
    for number, code in enumerate(schools["skolenhetskod"]):
        counts = {3: 30 + number, 4: 25, 5: 20 if number else 4, 2: 15 if number > 1 else 6}
        cells += [(code, codes[kind], count) for kind, count in counts.items()]

    found, _ = linked_homes(demo_run, cells, "HOME", "HOMES_BY_SCHOOL")

    table = rows(found["HOMES_BY_SCHOOL"])
    assert undocumented(found["HOMES_BY_SCHOOL"]) == []
    assert [row["skolenhetskod"] for row in table] == schools["skolenhetskod"].tolist()
    first, last = table[0], table[-1]
    assert (last["hem_3"], last["hem_4"], last["hem_5"], last["hem_2"], last["hem_alla"]) == (49, 25, 20, 15, 109)
    assert (last["namn"], last["omradestyp"], last["mest_annan_typ"]) == (schools["namn"].iloc[-1], 3, "ja")
    assert last["andel_annan_typ"] == pytest.approx(100 * 60 / 109)
    # Two small numbers, and nothing that reveals them; how many pupils the school has is published anyhow.
    assert (first["hem_5"], first["hem_5_dold"], first["hem_2"], first["hem_alla"]) == (None, 1, None, 65)
    assert table[1]["hem_2"] is None
    numbers = [row[f"hem_{kind}"] for row in table for kind in KINDS]
    assert not any(0 < (value or 0) < 10 for value in numbers)
    crossed = {row["grupp"]: row for row in rows(found["HOME"])}
    assert crossed["3"]["hem_alla"] == sum(count for _, _, count in cells)
    assert all(feature.hasGeometry() for feature in found["HOMES_BY_SCHOOL"].getFeatures())


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_pupils_who_all_go_to_the_nearest_school_are_not_beyond_it(demo_run, study):
    places = school_points(demo_run["OUTPUT"]).dropna().sort_values("skolenhetskod").head(60)
    areas = area_points(demo_run["OUTPUT"]).drop_duplicates("regsokod").sort_values("regsokod").iloc[::50]
    cells = []
    for area in areas.itertuples():
        distance = (places["x"] - area.x) ** 2 + (places["y"] - area.y) ** 2
        cells.append((places["skolenhetskod"].loc[distance.idxmin()], area.regsokod, 40))

    found, _ = linked_homes(demo_run, cells)

    assert found["EXCESS"] == pytest.approx(0, abs=1e-12)
    assert 0 < found["DISSIMILARITY"] <= 1


def test_home_areas_may_be_a_file_of_numbers(demo_run, study, tmp_path):
    path = tmp_path / "homes.csv"
    of_type = study.areas.drop_duplicates("omradestyp").set_index("omradestyp")["regsokod"]
    schools = study.schools[["skolenhetskod", "regsokod", "omradestyp"]].dropna().head(200)
    lines = [f"{code},{area},25\n{code},{of_type[kind % 5 + 1]},15\n" for code, area, kind in schools.to_numpy()]
    path.write_text("skola,hem,antal\n" + "".join(lines))

    listener = Listener()
    study_file = {"STUDY": demo_run["OUTPUT"], "OUTPUT": "memory:"}
    found = run("linkresults", listener, ITERATIONS=1, HOME_AREAS=str(path), **FIELDS, **study_file)

    assert any("The same pupils by the area types of another year" in text for text in listener.warned)
    assert (found["OTHER_TYPE_MIN"], found["OTHER_TYPE_MAX"]) == (0, 0)


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"RESULT": "betyg"}, "The study has no result 'betyg'. It has meritvarde, andel_alla_amnen,"),
        ({"HOME": "memory:"}, "The layer or file for 'Pupils by school and home area' cannot be opened."),
    ],
)
def test_what_is_not_there_is_said(demo_run, parameters, reason):
    assert reason in refusal("linkresults", STUDY=demo_run["OUTPUT"], **{"OUTPUT": "memory:", **parameters})


def test_a_field_that_is_not_named_is_said(demo_run, cells):
    text = refusal(
        "linkresults",
        STUDY=demo_run["OUTPUT"],
        HOME_AREAS=homes_of(cells),
        SCHOOL_FIELD="skola",
        PUPILS_FIELD="antal",
        OUTPUT="memory:",
    )

    assert "has no column '' for regsokod. Its columns are skola, hem, antal." in text


def test_a_field_that_is_chosen_twice_is_said(demo_run, cells):
    fields = {**FIELDS, "PUPILS_FIELD": "skola"}
    text = refusal("linkresults", STUDY=demo_run["OUTPUT"], HOME_AREAS=homes_of(cells), **fields, OUTPUT="memory:")

    assert "One field of 'Pupils by school and home area' is chosen twice." in text


def test_a_study_without_results_has_no_link(small_study):
    assert "The study has no results." in refusal("linkresults", STUDY=str(small_study), OUTPUT="memory:")


@pytest.fixture(scope="module")
def own_study(demo_inputs, study, tmp_path_factory, qgis_processing):
    """A study of Stockholms län with a measure that nobody has published, and an amount."""
    folder = tmp_path_factory.mktemp("own")
    path = folder / "own.csv"
    codes = study.schools.loc[study.schools["regsokod"].str.startswith("01", na=False), "skolenhetskod"]
    lines = [f"{code};{40 + number % 50};{number % 30 + 1};{number}" for number, code in enumerate(codes)]
    path.write_text("kod;Trygga;Svar;Bidrag\n" + "\n".join(lines) + "\n")
    measures = (OwnMeasure("Trygga", "Trygga", "%", "andel", "Svar"), OwnMeasure("Bidrag", "Bidrag", "tkr", "belopp"))
    header = ("kod", "Trygga", "Svar", "Bidrag")
    columns = dump([Description(header, "results", {"skolenhetskod": "kod"}, measures=measures)])
    results = {**demo_inputs, "COUNTY": "01", "RESULTS": [*demo_inputs["RESULTS"], str(path)]}
    return run("study", **results, COLUMNS=columns, OUTPUT=str(folder / "own.gpkg"))["OUTPUT"]


def test_unpublished_measures_are_shown_by_type_without_what_would_be_a_schools(own_study):
    table = rows(run("linkresults", STUDY=own_study, RESULT="eget_trygga", ITERATIONS=50, OUTPUT="memory:")["OUTPUT"])

    assert all(row["eget_trygga"] is not None for row in table if row["eget_trygga_n"] > 3)
    assert all(row["eget_trygga_median"] is row["eget_trygga_kvartil_1"] is None for row in table)
    assert table[0]["eget_trygga_skillnad_lag"] is not None
    assert {row["eget_trygga_vikt"] for row in table} == {"egen_vikt"}
    assert all(row["eget_trygga_elever"] is row["eget_trygga_dolda_andel"] is None for row in table)


@pytest.mark.first_elsewhere("what may be shown is judged without QGIS")
@pytest.mark.parametrize(
    ("more", "which"),
    [
        ({"SCHOOLS": "memory:"}, "Schools beside their municipality and the index"),
        ({"GROUP_BY": [0]}, "Also by"),
        ({"SITES": 50}, "Count school units so near each other as one (metres, 0 for not)"),
        ({"REGRESSION": "memory:"}, "Line on the index"),
    ],
)
def test_unpublished_measures_are_shown_in_no_other_way(own_study, more, which):
    text = refusal("linkresults", STUDY=own_study, RESULT="eget_trygga", OUTPUT="memory:", **more)

    assert "Not available for own figures: nobody has published 'eget_trygga' of single places" in text
    assert f"Leave '{which}' empty or 0." in text


def test_an_amount_has_no_mean_by_type(own_study):
    text = refusal("linkresults", STUDY=own_study, RESULT="eget_bidrag", OUTPUT="memory:")

    assert "'eget_bidrag' is a number or an amount: it has a sum, and no mean to compare." in text


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_tables_may_be_files(demo_run, tmp_path):
    path = str(tmp_path / "link.gpkg")

    found = run(
        "linkresults", STUDY=demo_run["OUTPUT"], ITERATIONS=10, OUTPUT=path, SCHOOLS=str(tmp_path / "schools.csv")
    )

    assert QgsVectorLayer(found["OUTPUT"], "link", "ogr").featureCount() == 7
    assert QgsVectorLayer(found["SCHOOLS"], "schools", "ogr").featureCount() == 2281
