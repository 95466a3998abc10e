"""A user's own table, protected in the toolbox."""

from __future__ import annotations

import pytest
from inqgis import Listener, field_types, memory_layer, provided, refusal, rows, run
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingOutputLayerDefinition, QgsProject

FIELDS = {"kommunkod": "string", "grupp": "string", "elever": "integer", "behoriga": "double", "namn": "string"}
CELLS = [
    ("0114", "1", 5, 60.0),
    ("0114", "2", 60, 75.0),
    ("0114", "alla", 65, 48 / 65 * 100),
    ("0180", "1", 40, 50.0),
    ("0180", "2", 80, 50.0),
    ("0180", "alla", 120, 50.0),
    ("alla", "1", 45, 23 / 45 * 100),
    ("alla", "2", 140, 85 / 140 * 100),
    ("alla", "alla", 185, 108 / 185 * 100),
]


def table(cells=CELLS):
    made = [(None, dict(zip(FIELDS, (*cell, "x")))) for cell in cells]
    return memory_layer("NoGeometry", "EPSG:3006", FIELDS, made)


def protect(**parameters):
    found = {"INPUT": table(), "BY": ["kommunkod", "grupp"], "COUNTS": ["elever"], "OUTPUT": "memory:", **parameters}
    return run("protecttable", **found)


def refused(**parameters):
    found = {"INPUT": table(), "BY": ["kommunkod", "grupp"], "COUNTS": ["elever"], "OUTPUT": "memory:", **parameters}
    return refusal("protecttable", **found)


def hidden(layer, column="elever"):
    found = rows(layer)
    assert all((row[column] is None) == (row[f"{column}_dold"] == 1) for row in found)
    return {(row["kommunkod"], row["grupp"]) for row in found if row[f"{column}_dold"]}


def test_small_numbers_and_what_gives_them_away_are_hidden(qgis_processing):
    result = protect()

    layer = result["OUTPUT"]
    assert field_types(layer) == {
        "kommunkod": "text",
        "grupp": "text",
        "elever": "integer",
        "behoriga": "real",
        "namn": "text",
        "elever_dold": "integer",
    }
    assert hidden(layer) == {("0114", "1"), ("0114", "2"), ("0180", "1"), ("0180", "2")}
    assert (result["HIDDEN_PRIMARY"], result["HIDDEN_COMPLEMENTARY"]) == (1, 3)
    assert [row["namn"] for row in rows(layer)] == ["x"] * 9
    assert [row["behoriga"] for row in rows(layer)] == [cell[3] for cell in CELLS]


def test_shares_are_hidden_with_the_number_they_rest_on(qgis_processing):
    result = protect(DEPENDENT=["behoriga", "elever", "andel"])

    assert hidden(result["OUTPUT"]) <= hidden(result["OUTPUT"], "behoriga")


def test_what_is_protected_is_not_changed_again(qgis_processing):
    once = protect()["OUTPUT"]
    twice = run("protecttable", INPUT=once, BY=["kommunkod", "grupp"], COUNTS=["elever"], OUTPUT="memory:")

    assert twice["HIDDEN_COMPLEMENTARY"] == 0
    assert [row["elever"] for row in rows(twice["OUTPUT"])] == [row["elever"] for row in rows(once)]


def test_another_threshold_and_label(qgis_processing):
    cells = [(*("Riket" if text == "alla" else text for text in cell[:2]), *cell[2:]) for cell in CELLS]

    assert protect(INPUT=table(cells), TOTAL="alla, Riket", THRESHOLD=5)["HIDDEN_PRIMARY"] == 0
    assert protect(INPUT=table(cells), TOTAL="riket")["HIDDEN_COMPLEMENTARY"] == 3


@pytest.mark.parametrize("label", ["Totalt", "Samtliga", "All", "Summa", "riket", "alla"])
@pytest.mark.parametrize("given", [{}, {"TOTAL": "Totalt"}])
def test_totals_are_known_whatever_they_are_called(qgis_processing, label, given):
    cells = [("0180", "1", 200, 0.0), ("0180", "2", 3, 0.0), ("0180", "3", 150, 0.0), ("0180", label, 353, 0.0)]

    result = protect(INPUT=table(cells), **given)

    assert (result["HIDDEN_PRIMARY"], result["HIDDEN_COMPLEMENTARY"]) == (1, 1)
    assert [row["elever"] for row in rows(result["OUTPUT"])] == [200, None, None, 353]


def test_what_looks_like_a_total_is_none_until_it_is_called_one(qgis_processing):
    cells = [("0180", "1", 200, 0.0), ("0180", "2", 3, 0.0), ("0180", "3", 150, 0.0), ("0180", "Hela staden", 353, 0.0)]

    assert "'Hela staden' in the column 'grupp' looks like the total of others" in refused(INPUT=table(cells))
    known = protect(INPUT=table(cells), TOTAL="hela staden")
    assert [row["elever"] for row in rows(known["OUTPUT"])] == [200, None, None, 353]
    one_more = [*cells[:3], ("0180", "Hela staden", 354, 0.0)]
    assert protect(INPUT=table(one_more))["HIDDEN_PRIMARY"] == 1


def test_marks_that_a_table_has_already_are_made_anew(qgis_processing):
    cells = [("0180", "1", 200, 0.0), ("0180", "2", 3, 0.0), ("0180", "3", 150, 0.0), ("0180", "alla", 353, 0.0)]
    made = [(None, dict(zip(FIELDS, (*cell, "x"))) | {"elever_dold": 0}) for cell in cells]
    marked = memory_layer("NoGeometry", "EPSG:3006", {**FIELDS, "elever_dold": "integer"}, made)

    layer = protect(INPUT=marked)["OUTPUT"]

    assert [row["elever_dold"] for row in rows(layer)] == [0, 1, 1, 0]
    assert [row["elever"] for row in rows(layer)] == [200, None, None, 353]


def test_numbers_that_were_not_chosen_are_told(qgis_processing):
    listener, warned = Listener(), []
    listener.pushWarning = warned.append
    parameters = {"INPUT": table(), "BY": ["kommunkod", "grupp"], "COUNTS": ["elever"], "OUTPUT": "memory:"}

    run("protecttable", listener, **parameters)

    assert warned[-1:] == ["Not protected, and shown as they are: behoriga. Choose them too, or leave them out."]


def text_table(header, cells):
    return memory_layer(
        "NoGeometry", "", dict.fromkeys(header, "string"), [(None, dict(zip(header, row))) for row in cells]
    )


def test_numbers_in_fields_of_texts_are_told_too(qgis_processing):
    """As QGIS reads a CSV file."""
    listener, warned = Listener(), []
    listener.pushWarning = warned.append
    header = ("kommunkod", "elever", "andel", "namn", "skolenhetskod")
    layer = text_table(
        header, [("0114", "5", "3,8 %", "Skola 1", "10017830"), ("0180", "40", "40", "Skola 2", "10017831")]
    )

    run("protecttable", listener, INPUT=layer, BY=["kommunkod"], COUNTS=["elever"], OUTPUT="memory:")

    assert warned[-1:] == ["Not protected, and shown as they are: andel. Choose them too, or leave them out."]


@pytest.mark.parametrize("counts", [["utlandsk", "svensk"], ["utlandsk", "alla"]])
def test_a_sum_beside_what_is_protected_is_refused(qgis_processing, counts):
    header = ("kommunkod", "utlandsk", "svensk", "alla")
    layer = text_table(header, [("0114", "5", "15", "20"), ("0180", "40", "60", "100"), ("1780", "30", "20", "50")])

    left = next(name for name in header[1:] if name not in counts)
    said = refusal("protecttable", INPUT=layer, BY=["kommunkod"], COUNTS=counts, OUTPUT="memory:")
    assert f"The column '{left}' is not protected, and would reveal what is hidden in {', '.join(counts)}" in said


def test_fields_that_are_sums(qgis_processing):
    fields = {"skola": "string", "elever": "integer", "flickor": "integer", "pojkar": "integer"}
    made = [(None, {"skola": "a", "elever": 40, "flickor": 5, "pojkar": 35})]
    layer = memory_layer("NoGeometry", "EPSG:3006", fields, made)

    result = run(
        "protecttable",
        INPUT=layer,
        BY=["skola"],
        COUNTS=["elever", "flickor", "pojkar"],
        SUMS=["elever", "flickor, pojkar"],
        OUTPUT="memory:",
    )

    [row] = rows(result["OUTPUT"])
    assert (row["elever"], row["flickor"], row["pojkar"]) == (40, None, None)


def test_a_temporary_output_is_the_one_layer_to_load(qgis_processing):
    """As the toolbox runs it: a layer that is named to load and is not there makes QGIS say that it failed."""
    project = QgsProject()
    context = QgsProcessingContext()
    context.setProject(project)
    output = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project)
    parameters = {"INPUT": table(), "BY": ["kommunkod", "grupp"], "COUNTS": ["elever"], "OUTPUT": output}
    with provided():
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("segregation:protecttable")
        found, succeeded = algorithm.run(parameters, context, Listener())

    assert succeeded
    assert list(context.layersToLoadOnCompletion()) == [found["OUTPUT"]]


def test_points_keep_their_places(qgis_processing):
    fields = {"skola": "string", "elever": "integer"}
    layer = memory_layer("Point", "EPSG:3006", fields, [("Point (414700 6583500)", {"skola": "a", "elever": 4})])

    result = run("protecttable", INPUT=layer, BY=["skola"], COUNTS=["elever"], OUTPUT="memory:")["OUTPUT"]

    [feature] = result.getFeatures()
    assert feature.geometry().asPoint().x() == 414700
    assert result.crs().authid() == "EPSG:3006"
    assert hidden_of(result) == [None]


def hidden_of(layer):
    return [row["elever"] for row in rows(layer)]


def test_areas_whose_outline_crosses_itself_are_protected_too(qgis_processing):
    bow_tie = "POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))"
    made = [(bow_tie, {"kommunkod": f"{place}", "grupp": "1", "elever": place}) for place in (5, 20, 30)]
    layer = memory_layer("Polygon", "EPSG:3006", {name: FIELDS[name] for name in list(FIELDS)[:3]}, made)

    assert [row["elever"] for row in rows(protect(INPUT=layer)["OUTPUT"])] == [None, 20, 30]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"BY": ["grupp"]}, "The table holds 1 twice."),
        ({"INPUT": [*CELLS[:-1], ("alla", "alla", 186, 50.0)]}, "the total is 186 and its parts add up to 185"),
        ({"INPUT": [("0114", "1", -5, 60.0)]}, "row 1: -5 is below zero"),
        ({"DEPENDENT": ["behoriga", "elever", "summa"]}, "'summa' is no kind of the field 'behoriga'"),
        ({"DEPENDENT": ["behoriga", "elever", ""]}, "a row is not filled in"),
        ({"DEPENDENT": ["meritvarde", "elever", "medel"]}, "no column 'meritvarde'"),
        ({"DEPENDENT": ["behoriga", "namn", "medel"]}, "rests on 'namn', which is not among the counts"),
        ({"COUNTS": ["namn"]}, "row 1: 'x' is not a number"),
        ({"INPUT": []}, "is empty"),
    ],
)
def test_a_table_that_cannot_be_right(qgis_processing, change, said):
    if "INPUT" in change:
        change = {"INPUT": table(change["INPUT"])}
    assert said in refused(**change)


def test_noise_that_the_source_adds(qgis_processing):
    cells = [*CELLS[:-1], ("alla", "alla", 186, 50.0)]

    assert protect(INPUT=table(cells), TOLERANCE=1)["HIDDEN_PRIMARY"] == 1


TEXTS = dict.fromkeys(["kommun", "kon", "antal", "andel"], "string")


def of_texts(*cells):
    return memory_layer("NoGeometry", "", TEXTS, [(None, dict(zip(TEXTS, cell))) for cell in cells])


def protected_texts(*cells, **more):
    parameters = {"INPUT": of_texts(*cells), "BY": ["kommun", "kon"], "COUNTS": ["antal"], "OUTPUT": "memory:"}
    return run("protecttable", **(parameters | more))


def test_numbers_as_a_swedish_spreadsheet_writes_them(qgis_processing):
    found = protected_texts(
        ("Kil", "kvinnor", "1\u00a0120", "45,5"),
        ("Kil", "män", "..", ".."),
        ("Kil", "alla", "1 160", "44,8 %"),
        ("Grums", "kvinnor", "300", "50,0"),
        ("Grums", "män", "cirka 280", "50,0"),
        ("Grums", "alla", "580", "50,0"),
        DEPENDENT=["andel", "antal", "andel"],
    )
    shown = [(row["antal"], row["antal_dold"], row["andel"]) for row in rows(found["OUTPUT"])]
    # What is shown stays as it was written; 1 160 - 1 120 reveals what the source hid.
    assert shown[:3] == [(None, 1, None), (None, 1, None), ("1 160", 0, "44,8 %")]
    assert shown[3:] == [("300", 0, "50,0"), ("cirka 280", 0, "50,0"), ("580", 0, "50,0")]
    assert found["HIDDEN_PRIMARY"] == 2


@pytest.mark.parametrize(
    ("text", "said"), [("1.234", "can mean thousands or decimals"), ("många", "row 1: 'många' is not a number")]
)
def test_a_text_that_is_no_number_or_two(qgis_processing, text, said):
    parameters = {"INPUT": of_texts(("Kil", "kvinnor", text, "")), "BY": ["kommun", "kon"], "OUTPUT": "memory:"}
    assert said in refusal("protecttable", COUNTS=["antal"], **parameters)


def test_a_field_that_is_chosen_for_two_things_is_said(qgis_processing):
    assert "The column 'kommunkod' is chosen twice" in refused(COUNTS=["kommunkod"])


def test_a_sum_in_texts_beside_what_is_protected(qgis_processing):
    fields = {"skola": "string", "elever": "integer", "flickor": "integer", "pojkar": "string"}
    cells = [("a", 64, 60, "4 elever"), ("b", 46, 40, "6 elever"), ("c", 152, 80, "72 elever")]
    layer = memory_layer("NoGeometry", "", fields, [(None, dict(zip(fields, cell))) for cell in cells])
    said = refusal("protecttable", INPUT=layer, BY=["skola"], COUNTS=["elever", "flickor"], OUTPUT="memory:")
    assert "The column 'pojkar' is not protected, and would reveal what is hidden in elever, flickor" in said or (
        "The column 'flickor' looks like a part of 'elever'" in said
    )


def test_a_total_in_texts_with_points_between_thousands_beside_what_is_protected(qgis_processing):
    fields = {"skola": "string", "flickor": "integer", "pojkar": "integer", "summa": "string"}
    cells = [("a", 1060, 60, "1.120"), ("b", 1400, 6, "1.406"), ("c", 80, 72, "152"), ("d", 1210, 33, "1.243")]
    layer = memory_layer("NoGeometry", "", fields, [(None, dict(zip(fields, cell))) for cell in cells])
    said = refusal("protecttable", INPUT=layer, BY=["skola"], COUNTS=["flickor", "pojkar"], OUTPUT="memory:")
    assert "The column 'summa' is not protected, and would reveal what is hidden in flickor, pojkar" in said


def test_elever_flickor_pojkar_beside_a_fourth_column(qgis_processing):
    fields = {"skola": "string", **dict.fromkeys(["elever", "flickor", "pojkar", "larare"], "integer")}
    cells = [("a", 64, 60, 4, 7), ("b", 46, 40, 6, 5), ("c", 152, 150, 2, 13)]
    layer = memory_layer("NoGeometry", "", fields, [(None, dict(zip(fields, cell))) for cell in cells])
    parameters = {"INPUT": layer, "BY": ["skola"], "COUNTS": list(fields)[1:], "OUTPUT": "memory:"}
    assert "The column 'elever' looks like the sum of others" in refusal("protecttable", **parameters)
    found = rows(run("protecttable", SUMS=["elever", "flickor, pojkar"], **parameters)["OUTPUT"])
    assert [(row["elever"], row["flickor"], row["pojkar"]) for row in found] == [
        (64, None, None),
        (46, None, None),
        (152, None, None),
    ]
