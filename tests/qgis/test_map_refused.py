"""Maps that are refused, fail or are cancelled: everything stays as it was."""

from __future__ import annotations

import pytest
from inqgis import files_in, refusal, run
from map_files import cancelled, export
from qgis.core import QgsProject
from qgis.PyQt.QtGui import QImage

from segregation_plugin.domain.messages import Cancelled
from segregation_plugin.exports import map as map_module


@pytest.fixture
def path(demo_run):
    return demo_run["OUTPUT"]


@pytest.mark.first_elsewhere("places are looked for without QGIS")
@pytest.mark.parametrize(
    ("place", "said"),
    [
        ({"MUNICIPALITY": "9999"}, "9999"),
        ({"MUNICIPALITY": "018"}, "018"),
        ({"COUNTY": "0"}, "0"),
        ({"COUNTY": "Skåne"}, "Skåne"),
        ({"COUNTY": "%"}, "%"),
        ({"COUNTY": "01", "MUNICIPALITY": "1480"}, "1480"),
    ],
)
def test_an_unknown_place_is_refused(path, tmp_path, place, said):
    earlier = tmp_path / "map.png"
    earlier.write_bytes(b"earlier")

    text = refusal("exportmap", STUDY=path, OUTPUT=str(earlier), LANGUAGE="en", **place)

    assert said in text
    assert earlier.read_bytes() == b"earlier"
    assert files_in(tmp_path) == {"map.png"}


def test_a_wrong_ending_is_refused(path, tmp_path):
    text = refusal("exportmap", STUDY=path, OUTPUT=str(tmp_path / "map.docx"), LANGUAGE="en")

    assert "map.docx" in text
    assert "png, pdf or svg" in text
    assert files_in(tmp_path) == set()


def test_refusals_are_in_the_users_language(path, tmp_path, speak):
    speak("sv")

    assert "Studien har inget område i 9999" in refusal(
        "exportmap", STUDY=path, OUTPUT=str(tmp_path / "map.png"), MUNICIPALITY="9999"
    )
    assert "png, pdf eller svg" in refusal("exportmap", STUDY=path, OUTPUT=str(tmp_path / "map.tif"))


def test_what_is_no_study_is_refused(demo, tmp_path):
    for file in ("coast.gpkg", "missing.gpkg"):
        assert file in refusal("exportmap", STUDY=str(demo / file), OUTPUT=str(tmp_path / "map.png"), LANGUAGE="en")
    assert files_in(tmp_path) == set()


def test_a_folder_that_is_none_is_refused(path, tmp_path):
    # The superuser may write to a read-only folder, nobody into a file.
    (tmp_path / "file").write_text("no folder")

    text = refusal("exportmap", STUDY=path, OUTPUT=str(tmp_path / "file" / "map.png"), MUNICIPALITY="1780")

    assert "cannot be written" in text
    assert files_in(tmp_path) == {"file"}


@pytest.mark.first_elsewhere("the same refusal for every ending")
@pytest.mark.parametrize("ending", ["png", "pdf", "svg"])
def test_a_failed_export_leaves_the_earlier_file(path, tmp_path, monkeypatch, ending):
    earlier = tmp_path / f"map.{ending}"
    earlier.write_bytes(b"earlier")
    exporter = map_module.QgsLayoutExporter
    monkeypatch.setattr(exporter, "renderPageToImage", lambda *_args: QImage())
    for name in ("exportToPdf", "exportToSvg"):
        monkeypatch.setattr(exporter, name, lambda *_args: exporter.ExportResult.MemoryError)

    text = refusal("exportmap", STUDY=path, OUTPUT=str(earlier), MUNICIPALITY="1780", LANGUAGE="en")

    assert "lower resolution" in text
    assert earlier.read_bytes() == b"earlier"
    assert files_in(tmp_path) == {earlier.name}


def test_a_cancelled_export_leaves_the_earlier_file(path, tmp_path):
    earlier = tmp_path / "map.png"
    earlier.write_bytes(b"earlier")

    with pytest.raises(Cancelled):
        export(path, earlier, municipality="1780", feedback=cancelled())

    assert earlier.read_bytes() == b"earlier"
    assert files_in(tmp_path) == {"map.png"}


@pytest.mark.only_here("the same calls of QGIS as other tests")
def test_the_open_project_is_left_alone(path, tmp_path, project):
    run("exportmap", STUDY=path, OUTPUT=str(tmp_path / "å map.png"), MUNICIPALITY="1780", LANGUAGE="sv", DPI=50)

    assert files_in(tmp_path) == {"å map.png"}
    assert not QgsProject.instance().mapLayers()
    assert not QgsProject.instance().layoutManager().layouts()
