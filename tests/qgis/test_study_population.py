"""Files of the population in ``study``: held by year in the file, shown of areas, and read as they were made."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest
from inqgis import Listener, field_types, memory_layer, refusal, rows, run
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsVectorLayer,
)

from segregation_plugin.domain import palettes
from segregation_plugin.domain.messages import InputError
from segregation_plugin.i18n import texts
from segregation_plugin.layers.project import add_study_to_project
from segregation_plugin.layers.study_layers import load_layers
from segregation_plugin.layers.study_reading import read_study


@pytest.fixture(scope="module")
def study_file(small_inputs, demo, tmp_path_factory):
    """A study of Karlstad with its residents, and what was said while it was made."""
    target = tmp_path_factory.mktemp("population") / "study.gpkg"
    listener, said = Listener(), []
    listener.pushInfo = said.append
    files = [str(demo / "karlstad_tab6574_2025.csv")]
    run("study", listener, **small_inputs, POPULATION=files, OUTPUT=str(target))
    return target, said


def test_the_file_holds_the_residents_of_every_area(study_file):
    """31 RegSO of 98,999 residents, as SCB says; its 57 DeSO have noise of their own and are not added to them."""
    target, said = study_file
    study = read_study(target)
    values = study.area_values[study.area_values["vad"] == "befolkning"]
    assert (len(values), values["varde"].sum(), set(values["ar"])) == (31, 98999, {2025})
    assert study.areas["befolkning"].sum() == 98999
    assert set(study.areas["befolkning_ar"]) == {2025}
    assert study.year == 2024
    assert study.provenance["indata_befolkning"].startswith("karlstad_tab6574_2025.csv (sha256 ")
    assert any("karlstad_tab6574_2025.csv: population of RegSO or DeSO areas" in one for one in said)


def test_areas_show_it_by_name_without_the_plugin(study_file, speak, project):
    speak("sv")
    layer = QgsVectorLayer(f"{study_file[0]}|layername=areas", "areas", "ogr")
    assert layer.fields().field("befolkning").typeName() == "Integer64"
    add_study_to_project(str(study_file[0]), project, texts())
    [shown] = [one for one in project.mapLayers().values() if "layername=areas" in one.source()]
    names = {field.name(): field.displayName() for field in shown.fields()}
    assert (names["befolkning"], names["befolkning_ar"]) == ("Befolkning", "Befolkningens år")
    hidden = {column.name for column in shown.attributeTableConfig().columns() if column.hidden}
    assert not hidden & {"befolkning", "befolkning_ar"}


def test_a_tip_and_a_form_of_an_area_say_how_many_live_there(study_file):
    layers = load_layers(str(study_file[0]), texts("sv"), palettes.SEQUENTIAL)
    area = next(layers["areas"].getFeatures("befolkning > 1000"))
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layers["areas"]))

    def tip():
        context.setFeature(area)
        return QgsExpression.replaceExpressionText(layers["areas"].mapTipTemplate(), context)

    assert f"Befolkning 2025: {area['befolkning']}" in tip()
    for name in ("befolkning", "befolkning_ar"):
        area[name] = None
    assert "Befolkning: -" in tip()
    [group] = layers["areas"].editFormConfig().invisibleRootContainer().children()
    assert {"befolkning", "befolkning_ar"} <= {child.name() for child in group.children()}


def a_school():
    fields = {"skolenhetskod": "string", "kommunkod": "string"}
    return memory_layer("Point", "EPSG:3006", fields, [("Point (414700 6583500)", {"skolenhetskod": "12345678"})])


def summarised(areas, by=0):
    """The rows of ``summarise`` by place and group, the types of its fields, and its warnings."""
    listener = Listener()
    found = run("summarise", listener, AREAS=areas, SCHOOLS=a_school(), BY=by, OUTPUT="memory:")
    table = {(row.get("kommunkod"), row["grupp"]): row for row in rows(found["OUTPUT"])}
    return table, field_types(found["OUTPUT"]), listener.warned


@pytest.mark.parametrize(("by", "place"), [(0, None), (1, "1780")])
def test_summarise_adds_up_residents_by_area_type(study_file, by, place):
    """As the study's own summary: 98,999 in all 31 areas."""
    table, kinds, _ = summarised(f"{study_file[0]}|layername=areas", by)
    total = table[place, "alla"]
    assert [total[name] for name in ("befolkning", "befolkning_n", "befolkning_andel")] == [98999, 31, 100]
    assert (kinds["befolkning"], kinds["befolkning_n"], kinds["befolkning_andel"]) == ("integer", "integer", "real")
    of_types = read_study(study_file[0]).areas.groupby("omradestyp")["befolkning"].sum()
    for kind, number in of_types.items():
        row = table[place, str(kind)]
        assert row["befolkning"] == number
        assert row["befolkning_andel"] == pytest.approx(100 * number / 98999)


def areas_with(study_file, change):
    """The study's areas in memory, with what ``change`` makes of the residents of the first."""
    source = QgsVectorLayer(f"{study_file}|layername=areas", "areas", "ogr")
    layer = source.materialize(QgsFeatureRequest())
    place = layer.fields().lookupField("befolkning")
    first = next(layer.getFeatures())
    assert layer.dataProvider().changeAttributeValues({first.id(): {place: change(first["befolkning"])}})
    return layer, first


def test_summarise_gives_no_sum_of_some_residents(study_file):
    areas, first = areas_with(study_file[0], lambda _number: None)
    table, _, warned = summarised(areas)
    [about] = [one for one in warned if "esidents" in one or "nvånare" in one]
    assert "1 " in about
    own, total = table[None, str(first["omradestyp"])], table[None, "alla"]
    for row in (own, total):
        assert (row["befolkning"], row["befolkning_andel"]) == (None, None)
    assert total["befolkning_n"] == 30
    others = [row for (_, group), row in table.items() if group.isdigit() and group != str(first["omradestyp"])]
    assert all(row["befolkning"] is not None for row in others)
    assert all(row["befolkning_andel"] is None for row in others)


def test_summarise_refuses_residents_that_cannot_be(study_file):
    areas, first = areas_with(study_file[0], lambda number: -number)
    said = refusal("summarise", AREAS=areas, SCHOOLS=a_school(), OUTPUT="memory:")
    assert first["regsokod"] in said
    assert "befolkning" in said


def test_the_summary_is_read_as_it_was_written_and_exported(study_file, tmp_path):
    study = read_study(study_file[0])
    summary = study.summary_area_type.set_index("grupp")
    assert summary.loc["alla", ["befolkning", "befolkning_n", "befolkning_andel"]].tolist() == [98999, 31, 100]
    by_type = study.areas.groupby("omradestyp")["befolkning"].sum()
    assert {str(kind): count for kind, count in by_type.items()} == summary["befolkning"][: len("12345")].to_dict()
    run("exporttables", STUDY=str(study_file[0]), TABLES=["area_types"], LANGUAGE="sv", OUTPUT=str(tmp_path / "out"))
    text = (tmp_path / "out" / "area_types.csv").read_text(encoding="utf-8-sig")
    assert "Invånare 2025" in text
    assert "98999" in text.replace("\xa0", "").replace(" ", "")


def test_a_file_whose_shares_were_taken_out_is_refused(study_file, tmp_path):
    broken = tmp_path / "broken.gpkg"
    shutil.copy(study_file[0], broken)
    with closing(sqlite3.connect(broken)) as database, database:
        database.execute("DELETE FROM summary WHERE matt = 'befolkning_andel'")
    with pytest.raises(InputError, match="table summary"):
        read_study(broken)


def test_a_study_without_such_files_has_no_such_columns(small_study):
    study = read_study(small_study)
    assert "befolkning" not in study.areas
    assert "befolkning" not in set(study.area_values["vad"])
    assert "indata_befolkning" not in study.provenance


def test_files_of_something_else_are_refused(small_inputs, demo, tmp_path):
    given = {**small_inputs, "POPULATION": [str(demo / "karlstad_tab6586_2024.csv")]}
    assert "karlstad_tab6586_2024.csv" in refusal("study", **given, OUTPUT=str(tmp_path / "study.gpkg"))
    assert not (tmp_path / "study.gpkg").exists()
