"""Schools that may stand at their operator's address: in the file, on the map, and in or out of figures."""

from __future__ import annotations

import json

import pytest
from inqgis import Listener, memory_layer, run
from qgis.core import QgsVectorLayer

from segregation_plugin.i18n import texts
from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.sheets.notes import about_schools

FIELDS = {"skolenhetskod": "string", "namn": "string", "kommunkod": "string"}
OFFICE, ALONE = "Point (414700 6583500)", "Point (414800 6583500)"
SCHOOLS = [
    (OFFICE, {"skolenhetskod": "10000001", "namn": "Ekskolan", "kommunkod": "1780"}),
    (OFFICE, {"skolenhetskod": "10000002", "namn": "Almskolan", "kommunkod": "0180"}),
    (OFFICE, {"skolenhetskod": "10000003", "namn": "Björkskolan", "kommunkod": ""}),
    (ALONE, {"skolenhetskod": "10000004", "namn": "Tallskolan", "kommunkod": "1780"}),
]


class Warned(Listener):
    def __init__(self):
        super().__init__()
        self.warned = []

    def pushWarning(self, text):
        self.warned.append(text)


@pytest.mark.only_here("the same calls of QGIS as other tests")
@pytest.mark.parametrize(
    ("leave_out", "with_type", "how"), [(False, 4, "counted where that"), (True, 1, "leave them out")]
)
def test_they_are_said_and_shown_and_left_out_by_choice(small_inputs, tmp_path, leave_out, with_type, how):
    said = Warned()
    layer = memory_layer("Point", "EPSG:3006", FIELDS, SCHOOLS)
    output = str(tmp_path / "s.gpkg")

    result = run("study", said, **small_inputs, SCHOOLS_LAYER=layer, OUTPUT=output, LEAVE_OUT_OFFICES=leave_out)

    assert (result["LOCATED"], result["UNLOCATED"]) == (4, 0)
    assert [text[:37] for text in said.warned] == ["3 of 4 schools may stand at their ope"]
    study = read_study(output)
    assert study.schools["placering"].tolist() == ["huvudmans_adress"] * 3 + ["inom"]
    assert study.schools["regsokod"].notna().all()
    summary = study.summary_area_type.set_index("grupp")["skolor"]
    assert (summary[list("12345")].sum(), summary["utan"], summary["alla"]) == (with_type, 4 - with_type, 4)
    [note] = [text for text in about_schools(study, texts()) if "operator's address" in text]
    assert how in note
    assert "proves nothing" in note
    karlstad = study.within("", "1780")
    assert len(karlstad.schools) == 4
    in_karlstad = karlstad.summary_area_type.set_index("grupp")["skolor"]
    assert (in_karlstad[list("12345")].sum(), in_karlstad["alla"]) == ((1, 2) if leave_out else (4, 4))


@pytest.mark.only_here("what it counts is worked out without QGIS")
def test_other_places_have_no_operators_to_stand_at(small_inputs, tmp_path):
    header = ["skolenhetskod", "namn", "kommunkod", "X (EPSG:3006)", "Y (EPSG:3006)"]
    columns = {"skolenhetskod": header[0], "namn": header[1], "kommunkod": header[2], "x": header[3], "y": header[4]}
    named = [{"header": header, "table": "units", "units": "kliniker", "columns": columns, "crs": "EPSG:3006"}]
    layer = memory_layer("Point", "EPSG:3006", FIELDS, SCHOOLS)
    output = str(tmp_path / "s.gpkg")

    run("study", **small_inputs, SCHOOLS_LAYER=layer, COLUMNS=json.dumps(named), OUTPUT=output)

    assert "huvudmans_adress" not in set(read_study(output).schools["placering"])
    assert QgsVectorLayer(f"{output}|layername=schools").featureCount() == 4
