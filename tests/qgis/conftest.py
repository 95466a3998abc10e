from __future__ import annotations

import os
import sqlite3
import subprocess
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from inqgis import KARLSTAD, provided, run
from once import once
from qgis.core import QgsProject, QgsSettings
from quiet_log import quiet_log

__all__ = ["quiet_log"]


def pytest_configure(config):
    for line in (
        "only_here(why): not run in the other systems of --matrix",
        "first_elsewhere(why): only its first case is run in the other systems of --matrix",
    ):
        config.addinivalue_line("markers", line)


def pytest_collection_modifyitems(config, items):
    """In another system, leave out what makes the same calls of QGIS as another test, or none."""
    if not config.getoption("--elsewhere"):
        return
    seen, kept, left_out = set(), [], []
    for item in items:
        test = item.nodeid.partition("[")[0]
        is_another_case = test in seen and item.get_closest_marker("first_elsewhere")
        seen.add(test)
        (left_out if is_another_case or item.get_closest_marker("only_here") else kept).append(item)
    config.hook.pytest_deselected(items=left_out)
    items[:] = kept


@pytest.fixture
def speak():
    """Set QGIS's language as its start does, and put it back."""
    settings = QgsSettings()
    before = settings.value("locale/userLocale")
    yield lambda name: settings.setValue("locale/userLocale", name)
    settings.setValue("locale/userLocale", before)


@pytest.fixture(scope="session", autouse=True)
def _in_english(qgis_app):
    """Read messages in English, whatever the machine speaks, where a test does not choose."""
    QgsSettings().setValue("locale/userLocale", "en")


@pytest.fixture(scope="module", autouse=True)
def _algorithms_in_the_toolbox(qgis_processing):
    """Put the algorithms in QGIS's registry once for all tests of a file: each run would else make all of them anew."""
    with provided():
        yield


@pytest.fixture(scope="session")
def demo_inputs(demo):
    """All of the demo data, as parameters of ``study``."""
    return {
        "AREAS": str(demo / "areas.gpkg"),
        "INDEX": [str(demo / "omradestyp_2022_export.csv"), str(demo / "omradestyp_2023_export.csv")],
        "YEAR": 2023,
        "SCHOOLS": [str(demo / "schools.csv")],
        "RESULTS": [str(demo / "slutbetyg_ak9_2025.csv"), str(demo / "statistics_gr_2024_25.json")],
    }


@pytest.fixture(scope="session")
def demo_run(demo_inputs, qgis_processing, tmp_path_factory):
    """What ``study`` returned for the demo data. Nobody writes to its files."""

    def make(folder):
        output, report = str(folder / "study.gpkg"), str(folder / "report.html")
        return run("study", **demo_inputs, FIGURES=True, OUTPUT=output, REPORT=report)

    return once(tmp_path_factory, "demo", make)


@pytest.fixture(scope="session")
def background_run(demo, demo_inputs, qgis_processing, tmp_path_factory):
    """What ``study`` returned for the demo data with pupils by grade and their background beside."""

    def make(folder):
        results = [*demo_inputs["RESULTS"], str(demo / "elever_per_arskurs_2025_26.csv")]
        return run("study", **{**demo_inputs, "RESULTS": results}, OUTPUT=str(folder / "study.gpkg"))

    return once(tmp_path_factory, "background", make)


@pytest.fixture(scope="session")
def county_run(demo, demo_inputs, qgis_processing, tmp_path_factory):
    """What ``study`` returned for Värmland with all of the demo data: where a test needs no whole country."""

    def make(folder):
        results = [*demo_inputs["RESULTS"], str(demo / "elever_per_arskurs_2025_26.csv")]
        return run("study", **{**demo_inputs, "RESULTS": results}, COUNTY="17", OUTPUT=str(folder / "study.gpkg"))

    return once(tmp_path_factory, "county", make)


@pytest.fixture(scope="session")
def karlstad(demo):
    """The 31 areas of Karlstad, as the address of a layer."""
    return f"{demo / 'areas.gpkg'}|layername=areas|subset={KARLSTAD}"


@pytest.fixture(scope="session")
def karlstad_demo(demo, tmp_path_factory):
    """A folder with what files of the demo say of Karlstad, under their names: area types of each year and schools."""

    def make(folder):
        for name, says in (
            ("omradestyp_2022_export.csv", "Karlstad ("),
            ("omradestyp_2023_export.csv", "Karlstad ("),
            ("karlstad_tab6586_2024.csv", "1780R"),
            ("schools.csv", ",1780,"),
        ):
            header, *lines = (demo / name).read_text(encoding="utf-8").splitlines()
            text = "\n".join([header, *(line for line in lines if says in line), ""])
            (folder / name).write_text(text, encoding="utf-8")
        return {"folder": str(folder)}

    return Path(once(tmp_path_factory, "karlstad_demo", make)["folder"])


@pytest.fixture(scope="session")
def small_inputs(demo, karlstad, qgis_processing):
    """Karlstad's areas and index, as parameters of ``study``: the quickest real study."""
    return {"AREAS": karlstad, "INDEX": [str(demo / "karlstad_tab6586_2024.csv")]}


@pytest.fixture(scope="session")
def small_study(small_inputs, tmp_path_factory) -> Path:
    """The study of ``small_inputs``. Nobody writes to its file; a test that would takes a copy of the same name."""

    def make(folder):
        return run("study", **small_inputs, OUTPUT=str(folder / "study.gpkg"))

    return Path(once(tmp_path_factory, "small", make)["OUTPUT"])


@pytest.fixture
def project():
    """The open project, empty before and after."""
    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


@pytest.fixture
def small_disk(tmp_path):
    """A disk of its own; ``size(megabytes, readonly)`` changes it."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "segregation", folder]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("mounting a small disk needs root, and a system that allows it")

    def size(megabytes, readonly=False):
        options = f"remount,size={int(megabytes * 1024)}k,{'ro' if readonly else 'rw'}"
        subprocess.run(["mount", "-o", options, folder], check=True)
        return folder

    yield size
    subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture
def sqlite_as_gdal():
    """Open a GeoPackage to change rows as GDAL does: its triggers call functions that SQLite alone does not have."""

    @contextmanager
    def opened(path):
        with closing(sqlite3.connect(path)) as database:
            for function in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
                database.create_function(function, 1, lambda _: 0)
            yield database
            database.commit()

    return opened
