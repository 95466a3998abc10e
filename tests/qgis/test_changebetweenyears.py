"""The algorithm ``changebetweenyears`` on the real years."""

from __future__ import annotations

import pytest
from inqgis import Listener, field_types, refusal, rows, run, undocumented


class Heard(Listener):
    def __init__(self):
        super().__init__()
        self.warned = []

    def pushWarning(self, text):
        self.warned.append(text)


def both(demo, *more):
    return [str(demo / f"omradestyp_{year}_export.csv") for year in (2022, 2023)] + [str(demo / name) for name in more]


def test_a_row_an_area_and_the_known_margins(demo, qgis_processing):
    listener = Heard()

    found = run("changebetweenyears", listener, INDEX=both(demo), OUTPUT="memory:", TRANSITIONS="memory:")

    areas = found["OUTPUT"]
    assert not areas.isSpatial()
    types = field_types(areas)
    assert undocumented(areas) == undocumented(found["TRANSITIONS"]) == []
    assert [types[name] for name in ("regsokod", "typ_fran", "andring", "index_andring", "grans_andrad")] == [
        "text",
        "integer",
        "text",
        "real",
        "integer",
    ]
    table = rows(areas)
    assert len(table) == 3363
    changed = [row for row in table if row["andring"] != "samma"]
    assert len(changed) == 131 + 122
    assert {row["anmarkning"] for row in table} == {""}
    assert {(row["ar_fran"], row["ar_till"], row["index_andring"]) for row in table} == {(2022, 2023, None)}
    transitions = rows(found["TRANSITIONS"])
    assert [row["till_alla"] for row in transitions] == [160, 289, 855, 1770, 289, 0, 3363]
    assert [transitions[-1][f"till_{kind}"] for kind in range(1, 6)] == [162, 293, 835, 1781, 292]
    assert transitions[0]["namn"] == "Areas with major socioeconomic challenges"
    assert transitions[-1]["andel_samma"] == pytest.approx(100 * 3110 / 3363)
    assert any("relative to each year" in text for text in listener.warned)
    assert "3,363 of 3,363 areas have a type in both years and the same border." in listener.said


def test_with_areas_the_result_has_outlines(demo, karlstad, qgis_processing):
    listener = Heard()

    found = run(
        "changebetweenyears",
        listener,
        INDEX=both(demo, "karlstad_tab6586_2024.csv"),
        AREAS=karlstad,
        OUTPUT="memory:",
        TRANSITIONS="memory:",
    )

    layer = found["OUTPUT"]
    assert (layer.featureCount(), layer.crs().authid()) == (31, "EPSG:3006")
    assert all(not feature.geometry().isEmpty() for feature in layer.getFeatures())
    table = rows(layer)
    assert {(row["ar_fran"], row["ar_till"]) for row in table} == {(2023, 2024)}
    border = [row for row in table if row["grans_andrad"]]
    assert len(border) == 5
    assert all("Not the same area" in row["anmarkning"] for row in border)
    assert all(row["index_till"] is not None and row["index_fran"] is None for row in table)
    assert {row["index_fran_status"] for row in table} == {"ej_i_index"}
    assert rows(found["TRANSITIONS"])[-1]["till_alla"] == 31
    assert any("of the index are not in the layer" in text for text in listener.said)


def test_years_may_be_chosen(demo, qgis_processing):
    files = both(demo, "karlstad_tab6586_2024.csv")

    found = run("changebetweenyears", INDEX=files, TO_YEAR=2023, OUTPUT="memory:", TRANSITIONS="memory:")

    assert rows(found["TRANSITIONS"])[-1]["till_5"] == 292


def test_one_year_alone_is_told(demo, qgis_processing):
    files = [str(demo / "omradestyp_2023_export.csv")]

    text = refusal("changebetweenyears", INDEX=files, OUTPUT="memory:", TRANSITIONS="memory:")

    assert "The index has no year before 2023 to compare with." in text


def test_outputs_may_be_files(demo, tmp_path, qgis_processing):
    paths = {"OUTPUT": str(tmp_path / "areas.gpkg"), "TRANSITIONS": str(tmp_path / "transitions.csv")}

    run("changebetweenyears", INDEX=both(demo), **paths)

    assert len(rows(paths["OUTPUT"])) == 3363
    assert [row["grupp"] for row in rows(paths["TRANSITIONS"])] == ["1", "2", "3", "4", "5", "utan", "alla"]
