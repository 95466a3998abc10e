"""The algorithm ``segregationindices``: its rows, what hides, and where units lie."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from inqgis import Listener, field_types, memory_layer, refusal, rows, run, undocumented
from qgis.core import QgsVectorLayer

from segregation_plugin.algorithms.segregationindices import SegregationIndices
from segregation_plugin.analysis import segregation
from segregation_plugin.domain.area_types import AREA_TYPES
from segregation_plugin.domain.segregation_indices import INDICES, USUAL

FIELDS = {
    **dict.fromkeys(["skolenhetskod", "kommun", "huvudman", "okand"], "string"),
    **dict.fromkeys(["elever", "utland", "inrikes"], "integer"),
}
COUNTS = pd.DataFrame(
    {"utland": [30, 10, 25, 40, 12], "inrikes": [10, 50, 35, 12, 80], "okand": [20, 20, 15, 60, 11]}, dtype=float
)
ROWS = {"matt": "text", "grupp": "text", **dict.fromkeys(["varde", "slump", "korrigerat", "lag", "hog", "p"], "real")}
ROWS |= {"enheter": "integer", "personer": "real", "dolda": "integer", "lagst": "real", "hogst": "real"}
GUESSES = ("om_noll", "om_flest", "om_mitten", "om_proportion", "fel_utan_enheter")
ROWS |= dict.fromkeys(GUESSES, "real")
ROWS |= {"anledning": "text", "anmarkning": "text"}


def layer_of(counts, kind="Point"):
    features = []
    for place, row in enumerate(counts.itertuples()):
        known = {name: None if pd.isna(value) else value for name, value in row._asdict().items()}
        known["okand"] = ".." if known["okand"] is None else f"{known['okand']:.0f}"
        known |= {"skolenhetskod": f"123456{place:02}", "kommun": "AB"[place > 1], "huvudman": "ke"[place % 2]}
        features.append((f"Point ({400000 + place} 6500000)", known | {"elever": 99}))
    return memory_layer(kind, "EPSG:3006", FIELDS, features, "schools")


def indices(layer, listener=None, **more):
    parameters = {"INPUT": layer, "GROUPS": ["utland", "inrikes", "okand"], "ITERATIONS": 30, "OUTPUT": "memory:"}
    return run("segregationindices", listener, **(parameters | more))


def test_every_index_of_the_registry_can_be_chosen(qgis_processing):
    algorithm = SegregationIndices().create()
    parameter = algorithm.parameterDefinition("INDICES")
    assert parameter.options() == [index.name for index in INDICES]
    assert parameter.defaultValue() == list(USUAL)


def test_a_row_an_index_and_group(qgis_processing):
    counts = pd.concat([COUNTS, COUNTS + 7], ignore_index=True)
    found = indices(layer_of(counts))

    assert set(found) == {"OUTPUT"}
    assert field_types(found["OUTPUT"]) == ROWS
    assert undocumented(found["OUTPUT"]) == []
    table = rows(found["OUTPUT"])
    assert [(row["matt"], row["grupp"]) for row in table] == [
        *((matt, group) for group in COUNTS for matt in ("dissimilarity", "isolation")),
        *((matt, "") for matt in ("theil_h", "mutual_information")),
    ]
    for row in table:
        args = (row["grupp"],) if row["grupp"] else ()
        expected = segregation.infer(getattr(segregation, row["matt"]), counts, *args, iterations=30, seed=1)
        assert [row[name] for name in ("varde", "slump", "korrigerat", "lag", "hog", "p")] == pytest.approx(
            expected[:6], abs=6e-5
        )
        assert (row["enheter"], row["personer"], row["dolda"], row["anledning"]) == (10, counts.sum().sum(), 0, "")


def test_the_same_input_gives_the_same_output_unless_the_seed_differs(qgis_processing):
    one, same, other = (rows(indices(layer_of(COUNTS), **seed)["OUTPUT"]) for seed in ({}, {"SEED": 1}, {"SEED": 2}))
    assert one == same != other


def test_draws_of_many_units_which_cores_share_are_the_same_again(qgis_processing):
    layer = layer_of(pd.concat([COUNTS + place % 7 for place in range(850)], ignore_index=True))
    asked = {"GROUPS": ["utland", "inrikes"], "GROUP": "utland", "INDICES": ["dissimilarity"], "ITERATIONS": 10}
    one, same = (rows(indices(layer, **asked)["OUTPUT"]) for _ in range(2))
    assert one == same
    assert [row["enheter"] for row in one] == [4250]


def test_one_group_against_the_rest(qgis_processing):
    found = indices(layer_of(COUNTS), GROUP="okand", INDICES=["gini", "theil_h"], GROUPS=["utland", "inrikes"])
    gini, h = rows(found["OUTPUT"])
    assert (gini["matt"], gini["grupp"], h["grupp"]) == ("gini", "okand", "okand")
    assert gini["varde"] == pytest.approx(segregation.gini(COUNTS, "okand"), abs=6e-5)
    assert h["varde"] == pytest.approx(segregation.entropy_index(COUNTS, "okand"), abs=6e-5)


def test_hidden_counts_are_told_and_leave_an_interval(qgis_processing):
    counts = pd.concat([COUNTS] * 6, ignore_index=True)
    counts.loc[1, "utland"] = counts.loc[3, "okand"] = np.nan
    listener = Listener()
    warned = []
    listener.pushWarning = warned.append

    found = indices(layer_of(counts), listener, INDICES=["dissimilarity"], UNITS="memory:")

    assert warned == ["Hidden counts in the table: 2. The indices have no value, but an interval (lagst, hogst)."]
    for row in rows(found["OUTPUT"]):
        expected = segregation.bounds(segregation.dissimilarity, counts, row["grupp"])
        assert (row["varde"], row["dolda"], row["anledning"]) == (None, 2, "a count is hidden")
        assert (row["lagst"], row["hogst"]) == pytest.approx(expected[:2], abs=1.1e-2)
        assert {row[guess] for guess in GUESSES} == {None}, "nobody has published these counts"
    assert {row["lokal_m"] for row in rows(found["UNITS"])} == {None}


def test_published_hidden_counts_are_guessed_at_too(qgis_processing):
    counts = COUNTS.copy()
    counts.loc[1, "utland"] = np.nan

    found = indices(layer_of(counts), INDICES=["dissimilarity"], GROUP="utland", PUBLIC=True)

    [row] = rows(found["OUTPUT"])
    expected = segregation.bounds(segregation.dissimilarity, counts, "utland")
    assert [row[guess] for guess in GUESSES] == pytest.approx(expected.scenarios, abs=6e-5)


def test_between_and_within_larger_units(qgis_processing):
    found = indices(layer_of(COUNTS), BY=["kommun", "huvudman"], DECOMPOSITION="memory:")

    assert field_types(found["DECOMPOSITION"]) == {
        **dict.fromkeys(["niva", "enhet", "anledning"], "text"),
        **dict.fromkeys(
            [
                "personer",
                "m",
                "h",
                "m_bidrag",
                "h_slump",
                "h_korrigerat",
                "andel",
                "andel_slump",
                "andel_lag",
                "andel_hog",
            ],
            "real",
        ),
    }
    table = rows(found["DECOMPOSITION"])
    assert undocumented(found["DECOMPOSITION"]) == []
    whole, *parts = [row for row in table if not row["enhet"]]
    assert [row["niva"] for row in parts] == ["mellan kommun", "mellan huvudman inom kommun", "inom huvudman"]
    assert sum(row["m"] for row in parts) == pytest.approx(whole["m"], abs=2e-3)
    assert whole["m"] == round(segregation.mutual_information(COUNTS), 3)
    assert sum(row["h_slump"] + row["h_korrigerat"] for row in parts) == pytest.approx(whole["h"], abs=4e-3)
    assert sum(row["andel_slump"] for row in parts) == pytest.approx(100, abs=0.2)
    assert {row["andel_lag"] for row in parts} == {None}, "of five units there is no interval"
    assert {row["anledning"] for row in (whole, *parts)} == {""}
    assert [row["enhet"] for row in table if row["niva"] == "kommun"] == ["A", "B"]


def test_units_keep_place_and_names_but_no_counts(qgis_processing):
    layer = indices(layer_of(COUNTS), UNITS="memory:", THRESHOLD=10)["UNITS"]

    assert layer.crs().authid() == "EPSG:3006"
    assert [feature.geometry().asPoint().x() for feature in layer.getFeatures()] == [400000 + n for n in range(5)]
    values = [f"{kind}_{group}" for group in COUNTS for kind in ("lokaliseringskvot", "bidrag")]
    assert layer.fields().names() == ["skolenhetskod", "kommun", "huvudman", "lokal_m", *values, "anledning"]
    table = rows(layer)
    assert table[3]["lokal_m"] == round(segregation.local_mutual_information(COUNTS)[3], 4)
    assert table[3]["lokaliseringskvot_okand"] == round(segregation.location_quotients(COUNTS, "okand")[3], 4)
    assert {row["anledning"] for row in table} == {""}


def test_a_group_that_is_all_others_together_is_refused(qgis_processing):
    counts = pd.concat([COUNTS, COUNTS + 7], ignore_index=True).fillna(20)
    for name in ("alla", "everybody"):
        table = counts.assign(**{name: counts.sum(axis=1)})
        features = [(None, dict(zip(table, row))) for row in table.to_numpy().tolist()]
        layer = memory_layer("NoGeometry", "", dict.fromkeys(table, "double"), features)
        said = refusal("segregationindices", INPUT=layer, GROUPS=[*counts, name], OUTPUT="memory:")
        assert f"The field {name} looks like the sum of groups, whose persons would count twice" in said


def test_units_without_a_larger_unit_are_told(qgis_processing):
    listener, warned = Listener(), []
    listener.pushWarning = warned.append
    source = layer_of(COUNTS)
    place = source.fields().indexOf("kommun")
    source.dataProvider().changeAttributeValues({next(source.getFeatures()).id(): {place: None}})

    indices(source, listener, BY=["kommun"], DECOMPOSITION="memory:")

    assert "1 rows have nothing in the field kommun: they count as one larger unit." in warned


def test_units_keep_no_counts_that_are_texts(qgis_processing):
    """The field okand holds texts; without being chosen it would be passed on."""
    layer = indices(layer_of(COUNTS), GROUPS=["utland", "inrikes"], UNITS="memory:")["UNITS"]

    assert "okand" not in layer.fields().names()
    assert {"skolenhetskod", "kommun", "huvudman"} <= set(layer.fields().names())


@pytest.mark.parametrize("text", ["3,8", "130", "130 elever", "cirka 130", "13,1 %"])
def test_units_keep_no_shares_nor_totals_that_are_texts(qgis_processing, text):
    source = layer_of(COUNTS)
    place = source.fields().indexOf("huvudman")
    source.dataProvider().changeAttributeValues({one.id(): {place: text} for one in source.getFeatures()})

    layer = indices(source, UNITS="memory:")["UNITS"]

    assert "huvudman" not in layer.fields().names()
    assert "skolenhetskod" in layer.fields().names()


def test_a_code_is_no_number_of_people(qgis_processing):
    counts = COUNTS.copy()
    counts.loc[1, "okand"] = 12345678901

    said = refusal("segregationindices", INPUT=layer_of(counts), GROUPS=list(COUNTS), OUTPUT="memory:")

    assert "12345678901 is no number of people" in said or "1.23457e+10 is no number of people" in said


def test_where_a_unit_has_few_no_unit_has_values_unless_they_are_published(qgis_processing):
    counts = pd.concat([COUNTS + more for more in range(6)], ignore_index=True)
    counts.loc[1, "inrikes"] = 9

    for published in (False, True):
        found = indices(layer_of(counts), BY="kommun", DECOMPOSITION="memory:", UNITS="memory:", PUBLIC=published)
        for output, column in (("OUTPUT", "varde"), ("DECOMPOSITION", "m"), ("UNITS", "lokal_m")):
            values = [row[column] for row in rows(found[output]) if row["anledning"] == ""]
            assert bool(values) == published, output
            assert None not in values


def test_results_may_be_files(tmp_path, qgis_processing):
    paths = {name: str(tmp_path / f"{name}.gpkg") for name in ("OUTPUT", "DECOMPOSITION", "UNITS")}
    indices(layer_of(COUNTS), BY="kommun", **paths)
    assert [QgsVectorLayer(path, "", "ogr").featureCount() for path in paths.values()] == [8, 5, 5]


def test_real_areas_of_karlstad(karlstad, demo, qgis_processing):
    """Residents by area type: every area is of one type, so they are wholly apart."""
    areas = run("joinindex", AREAS=karlstad, INDEX=[str(demo / "karlstad_tab6586_2024.csv")], OUTPUT="memory:")
    types = [row["omradestyp"] for row in rows(areas["OUTPUT"])]
    present = [kind for kind in AREA_TYPES if kind in types]
    fields = {f"typ{kind}": "integer" for kind in present}
    features = [(None, {f"typ{kind}": 100 * (own == kind) for kind in present}) for own in types]

    found = run(
        "segregationindices",
        INPUT=memory_layer("NoGeometry", "EPSG:3006", fields, features),
        GROUPS=list(fields),
        ITERATIONS=20,
        OUTPUT="memory:",
    )

    by_name = {(row["matt"], row["grupp"]): row for row in rows(found["OUTPUT"])}
    assert by_name["theil_h", ""]["varde"] == pytest.approx(1)
    assert by_name["theil_h", ""]["slump"] < 0.1
    assert by_name["theil_h", ""]["p"] == pytest.approx(1 / 21, abs=6e-5)


def test_it_stops_where_the_user_cancels(qgis_processing):
    listener = Listener()
    listener.progressChanged.connect(lambda percent: listener.cancel())
    assert "Cancelled" in refusal(
        "segregationindices", listener, INPUT=layer_of(COUNTS), GROUPS=["utland", "inrikes"], OUTPUT="memory:"
    )


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"GROUPS": ["utland"]}, "choose the fields of at least two"),
        ({"BY": ["okand"]}, "The field okand cannot hold both"),
        ({"DECOMPOSITION": "memory:"}, "Choose the fields of larger units"),
        ({"GROUPS": ["utland", "nowhere"]}, "has no column 'nowhere'. Its columns are skolenhetskod, kommun"),
        ({"GROUP": "nowhere"}, "has no column 'nowhere'"),
        ({"BY": ["nowhere"]}, "has no column 'nowhere'"),
        ({"GROUPS": ["utland", "kommun"]}, "feature 1, column kommun: 'A' is not a number"),
    ],
)
def test_what_cannot_be_is_said(given, reason, qgis_processing):
    parameters = {"INPUT": layer_of(COUNTS), "GROUPS": ["utland", "inrikes", "okand"], "OUTPUT": "memory:"}
    assert reason in refusal("segregationindices", **(parameters | given))


@pytest.mark.parametrize("count", [-1, 2.5])
def test_what_is_no_number_of_people_is_said(count, qgis_processing):
    features = [(None, {"a": 12, "b": 3}), (None, {"a": count, "b": 3})]
    layer = memory_layer("NoGeometry", "EPSG:3006", {"a": "double", "b": "double"}, features, "people")
    text = refusal("segregationindices", INPUT=layer, GROUPS=["a", "b"], OUTPUT="memory:")
    assert f"The layer people, feature 2, column a: {count} is no number of people." in text


def areas_of_total(noise=0):
    """Made-up areas as SCB's: foreign born, all others, and everybody."""
    random = np.random.default_rng(1)
    total = random.integers(1200, 3500, 60)
    foreign = (total * random.choice([0.08, 0.15, 0.3, 0.6], 60)).astype(int)
    table = pd.DataFrame({"utrikes_fodda": foreign, "inrikes_fodda": total - foreign, "folkmangd": total})
    return (table + random.integers(-noise, noise + 1, table.shape)).astype(float)


def table_layer(table, codes=None):
    fields = {"omr": "string", **dict.fromkeys(table, "integer")}
    codes = codes or [f"1780R{place:03}" for place in range(1, len(table) + 1)]
    made = [(None, dict(zip(fields, (code, *map(int, row))))) for code, row in zip(codes, table.to_numpy())]
    return memory_layer("NoGeometry", "", fields, made)


def of_pair(layer, listener=None, **more):
    parameters = {"INPUT": layer, "INDICES": ["dissimilarity"], "ITERATIONS": 5, "OUTPUT": "memory:"}
    return run("segregationindices", listener, **(parameters | more))


def warned_of(layer, **more):
    listener, warned = Listener(), []
    listener.pushWarning = warned.append
    found = of_pair(layer, listener, **more)
    return rows(found["OUTPUT"])[0], [one for one in warned if "looks like all persons" in one]


def test_a_total_beside_one_group_is_said_and_gives_the_rest(qgis_processing):
    table = areas_of_total()
    layer = table_layer(table[["utrikes_fodda", "folkmangd"]])
    right, warned = warned_of(table_layer(table), GROUPS=["utrikes_fodda", "inrikes_fodda"])
    assert not warned
    _, warned = warned_of(layer, GROUPS=["utrikes_fodda", "folkmangd"])
    [said] = warned
    assert said.startswith("The field folkmangd looks like all persons, and not like a group")
    for groups in (["utrikes_fodda"], ["utrikes_fodda", "folkmangd"]):
        found, warned = warned_of(layer, GROUPS=groups, TOTAL="folkmangd")
        assert not warned
        assert (found["varde"], found["personer"]) == (right["varde"], right["personer"])


def test_numbers_beside_the_groups_are_read_with_points_between_thousands_too(qgis_processing):
    table = areas_of_total()
    fields = {"omr": "string", "alla_ar": "integer", "utrikes": "integer", "inrikes": "string"}
    rest = [f"{number:,.0f}".replace(",", ".") for number in table["inrikes_fodda"]]
    cells = zip(range(60), table["folkmangd"].astype(int), table["utrikes_fodda"].astype(int), rest)
    made = [(None, dict(zip(fields, (f"1780R{place:03}", *cell)))) for place, *cell in cells]
    _, [said] = warned_of(memory_layer("NoGeometry", "", fields, made), GROUPS=["utrikes", "alla_ar"])
    assert said.startswith("The field alla_ar looks like all persons")


def test_a_share_beside_the_groups_is_read_with_its_decimals(qgis_processing):
    """1.231 is not the 1 231 persons who are in the one group and not in the other."""
    fields = {"omr": "string", "utrikes": "integer", "inrikes": "integer", "share": "double"}
    cells = [(f"1780R{place:03}", 200 + place, 1431 + 11 * place, (1231 + 10 * place) / 1000) for place in range(60)]
    layer = memory_layer("NoGeometry", "", fields, [(None, dict(zip(fields, row))) for row in cells])
    _, warned = warned_of(layer, GROUPS=["utrikes", "inrikes"])
    assert not warned


def test_a_total_with_noise_among_groups_is_refused(qgis_processing):
    layer = table_layer(areas_of_total(noise=3))
    parameters = {"INPUT": layer, "INDICES": ["dissimilarity"], "ITERATIONS": 5, "OUTPUT": "memory:"}
    said = refusal("segregationindices", GROUPS=["utrikes_fodda", "inrikes_fodda", "folkmangd"], **parameters)
    assert "The field folkmangd looks like the sum of groups" in said


def test_a_total_that_is_less_than_its_groups_names_the_row(qgis_processing):
    table = areas_of_total()
    table.loc[4, "folkmangd"] = 3
    parameters = {"INPUT": table_layer(table), "GROUPS": ["utrikes_fodda"], "OUTPUT": "memory:"}
    assert "Row 5: the total folkmangd is 3" in refusal("segregationindices", TOTAL="folkmangd", **parameters)
    said = refusal("segregationindices", TOTAL="folkmangd", GROUP="folkmangd", **parameters)
    assert "is that of all persons" in said


@pytest.mark.parametrize("noise", [0, 3])
def test_a_row_that_is_the_sum_of_all_others_is_refused_whatever_it_is_called(qgis_processing, noise):
    table = areas_of_total()[["utrikes_fodda", "inrikes_fodda"]]
    foreign, native = table.sum()
    table.loc[60] = [foreign + noise, native - noise]
    layer = table_layer(table, [*(f"1780R{place:03}" for place in range(1, 61)), "Värmlandskusten"])
    said = refusal("segregationindices", INPUT=layer, GROUPS=list(table), OUTPUT="memory:")
    assert "feature 61: its numbers are the sums of all other rows" in said


@pytest.mark.parametrize("code", ["Totalt", "Alla", "Hela länet", "1780"])
def test_a_row_of_everybody_is_refused(qgis_processing, code):
    table = areas_of_total().head(5)
    table.loc[5] = table.sum()
    layer = table_layer(table, [*(f"1780R{place:03}" for place in range(1, 6)), code])
    parameters = {"INPUT": layer, "GROUPS": ["utrikes_fodda", "inrikes_fodda"], "OUTPUT": "memory:"}
    said = refusal("segregationindices", **parameters)
    assert f"column omr: '{code}' looks like a total" in said
