"""Results compared with what is expected from background: Skolverket's SALSA beside it, and how the layer looks."""

from __future__ import annotations

import json
import re

import pytest
from inqgis import Listener, provided, rows, run, shown, undocumented
from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
)

from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.i18n import texts
from segregation_plugin.layers.residuals import limits_of, style_residuals
from segregation_plugin.layers.study_reading import read_study

MERIT, ALL_SUBJECTS = YEAR_9_RESULTS[:2]


@pytest.fixture(scope="module")
def inputs(demo, qgis_processing):
    """Västmanland, as parameters of ``study``."""
    return {
        "AREAS": f"{demo / 'areas.gpkg'}|layername=areas|subset=\"regsokod\" LIKE '19%'",
        "INDEX": [str(demo / "omradestyp_2023_export.csv")],
        "SCHOOLS": [str(demo / "schools.csv")],
        "RESULTS": [str(demo / name) for name in ("slutbetyg_ak9_2025.csv", "elever_per_arskurs_2025_26.csv")],
        "COUNTY": "19",
    }


@pytest.fixture(scope="module")
def two_schools(inputs, tmp_path_factory):
    """Codes and merit ratings, in whole points, of two schools that have one."""
    path = str(tmp_path_factory.mktemp("plain") / "study.gpkg")
    run("study", **inputs, OUTPUT=path)
    known = read_study(path).schools.dropna(subset=["meritvarde"])[["skolenhetskod", "meritvarde"]].head(2)
    return path, [(code, round(value)) for code, value in known.itertuples(index=False)]


def as_export(data_text, schools) -> str:
    """SALSA's export of 2024/25 in the form of the real file, the second school's model value hidden."""
    text = data_text("salsa_2018_19.csv").replace("2018/19", "2024/25")
    above, school = text.rstrip("\n").rsplit("\n", 1)
    (code, merit), (other, _) = schools
    named, values = school.split(";71387206;")
    first = f"{named};{code};{values}".replace("274;251;23;", f"{merit};{merit - 7};7;")
    hidden = f"{named};{other};{values}".replace("96;85;11;274;251;23;", ".;.;.;..;..;..;")
    return f"{above}\n{first}\n{hidden}\n"


def as_api(_data_text, schools) -> str:
    """SALSA as the API gives it: the second school has none."""
    (code, merit), (_, _) = schools

    def of(value):
        return {"value": str(value).replace(".", ","), "valueType": "EXISTS"}

    unit = {
        "schoolUnit": {"schoolUnitCode": code, "schoolUnitName": "A"},
        "schoolUnitCode": code,
        "salsaAverageGradesIn9thGradeActual": of(merit),
        "salsaAverageCalculated": of(merit - 7),
        "salsaAverageGradesIn9thGradeDeviation": of(7),
    }
    return json.dumps({"timePeriod": "2024/25", "compulsorySchoolUnitSalsaMetricList": [unit, None]})


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize(("form", "name"), [(as_export, "salsa.csv"), (as_api, "salsa.json")])
def test_salsa_stands_beside_the_residual(inputs, two_schools, data_text, tmp_path, form, name):
    schools = two_schools[1]
    (tmp_path / name).write_text(form(data_text, schools), encoding="utf-8")
    study = str(tmp_path / "study.gpkg")
    run("study", **{**inputs, "RESULTS": [*inputs["RESULTS"], str(tmp_path / name)]}, OUTPUT=study)
    made = run("areatypereach", STUDY=study, ITERATIONS=5, RESULT="meritvarde", OUTPUT="memory:", RESIDUALS="memory:")
    layer = made["RESIDUALS"]
    assert undocumented(layer) == []
    found = {row["skolenhetskod"]: row for row in rows(layer)}
    first, other = (found[code] for code, _ in schools)
    assert (first["salsa_meritvarde_modell"], first["salsa_meritvarde_residual"]) == (schools[0][1] - 7, 7)
    assert (other["salsa_meritvarde_modell"], other["salsa_meritvarde_residual"]) == (None, None)
    assert sum(row["avvikelse"] is not None for row in found.values()) >= 30
    # The other result has its own.
    parts = {**dict.fromkeys(("OUTPUT", "RESIDUALS"), "memory:"), "RESULT": "andel_alla_amnen"}
    others = rows(run("areatypereach", STUDY=study, ITERATIONS=5, **parts)["RESIDUALS"])
    expected = 11 if form is as_export else None
    assert {row["skolenhetskod"]: row.get("salsa_andel_alla_amnen_residual") for row in others}[
        schools[0][0]
    ] == expected


@pytest.mark.parametrize(
    ("residuals", "limits"),
    [
        ([], (1, 3)),
        ([0.0, 0.0], (1, 3)),
        ([20.0, -20.0], (10, 30)),
        ([9.0, -11.0], (5, 15)),
        ([4.0], (2, 6)),
        ([0.5, -0.5], (0.2, 0.6)),
        ([180.0], (100, 300)),
    ],
)
def test_classes_are_round_numbers_by_the_spread(residuals, limits):
    assert limits_of(residuals) == pytest.approx(limits)


@pytest.fixture
def loaded(two_schools, project):
    """The layer of residuals as QGIS loads it when the algorithm has ended; its own way to do so needs a window."""
    context, feedback = QgsProcessingContext(), Listener()
    context.setProject(project)
    parts = {"OUTPUT": "memory:", "RESIDUALS": QgsProcessingOutputLayerDefinition("memory:", project)}
    with provided():
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("segregation:areatypereach")
        asked = {"STUDY": two_schools[0], "ITERATIONS": 5, "RESULT": "meritvarde", **parts}
        _, is_done = algorithm.run(asked, context, feedback)
    assert is_done, feedback.errors
    (address,) = context.layersToLoadOnCompletion()
    layer = QgsProcessingUtils.mapLayerFromString(address, context)
    context.layerToLoadOnCompletionDetails(address).postProcessor().postProcessLayer(layer, context, feedback)
    assert feedback.errors == []
    yield layer
    del layer, context


def test_the_layer_comes_styled(loaded):
    assert loaded.name() == "Merit rating compared with what is expected from pupils' background"
    assert loaded.renderer().type() == "RuleRenderer"
    labels = [item.label() for item in loaded.renderer().legendSymbolItems()]
    assert labels[0] == "Far above what is expected: more than 15 points"
    assert labels[2] == "As expected: within 5 points"
    assert labels[-1] == "Unknown: result or background is hidden or missing"
    fields = loaded.fields()
    assert (
        loaded.attributeDisplayName(fields.lookupField("avvikelse"))
        == "Difference from what is expected from background (points)"
    )
    known = next(feature for feature in loaded.getFeatures() if feature["avvikelse"])
    assert shown(loaded, known, "avvikelse") == f"{known['avvikelse']:.1f}"
    assert shown(loaded, known, "kommunkod").startswith(f"{known['kommunkod']} ")


def test_every_school_is_of_one_class_and_both_sides_are_alike(loaded):
    rules = loaded.renderer().rootRule().children()
    of_class = [
        {feature["skolenhetskod"] for feature in loaded.getFeatures(QgsFeatureRequest().setFilterExpression(where))}
        for where in (rule.filterExpression() for rule in rules)
    ]
    assert sum(map(len, of_class)) == loaded.featureCount() == len(set().union(*of_class))
    found = {row["skolenhetskod"]: row["avvikelse"] for row in rows(loaded)}
    assert of_class[5] == {code for code, value in found.items() if value is None}
    assert all(found[code] > 15 for code in of_class[0])
    assert all(-15 <= found[code] < -5 for code in of_class[3])
    filters = [rule.filterExpression() for rule in rules]
    for above, below in zip(filters[:2], filters[4:2:-1]):
        other_side = above.replace("<=", "=>").replace(">", "<").replace("=<", ">=")
        assert re.sub(r" (\d)", r" -\1", other_side) == below


def test_the_legend_speaks_swedish(loaded):
    style_residuals(loaded, ALL_SUBJECTS, texts("sv"))
    labels = [item.label() for item in loaded.renderer().legendSymbolItems()]
    assert labels[2] == "Som väntat: inom 5 procentenheter"
    assert loaded.name() == "Godkänt i alla ämnen jämfört med det som är väntat utifrån elevernas bakgrund"
