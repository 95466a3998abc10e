"""A study in QGIS's own process, where its GEOS is loaded before that of shapely, which may lack what shapely asks."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sysconfig
from contextlib import closing
from pathlib import Path

from inqgis import ROOT


def qgis_process() -> str:
    # The script that distributions put before it starts it in an environment of its own.
    return shutil.which("qgis_process.bin") or shutil.which("qgis_process") or "qgis_process"


def profile(folder: Path) -> Path:
    """A user's profile with the plugin in it, switched on."""
    default = folder / "profiles" / "default"
    (default / "QGIS").mkdir(parents=True)
    (default / "python" / "plugins").mkdir(parents=True)
    (default / "python" / "plugins" / "segregation_plugin").symlink_to(ROOT)
    (default / "QGIS" / "QGIS3.ini").write_text("[PythonPlugins]\nsegregation_plugin=true\n")
    return folder


def run_study(demo, tmp_path, **more):
    """Make a study of two municipalities in a process of its own; return where it lies and what QGIS wrote."""
    study = tmp_path / "study.gpkg"
    areas = tmp_path / "areas.gpkg"
    shutil.copy(demo / "areas.gpkg", areas)
    environment = {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(profile(tmp_path / "config")),
        "PYTHONPATH": sysconfig.get_paths()["purelib"],
        "QT_QPA_PLATFORM": "offscreen",
    }
    parameters = [
        f"AREAS={areas}|layername=areas|subset=\"kommunkod\" IN ('1780', '0114')",
        f"INDEX={demo / 'omradestyp_2023_export.csv'}",
        f"OUTPUT={study}",
        *(f"{name}={value}" for name, value in more.items()),
    ]

    done = subprocess.run(
        [qgis_process(), "run", "segregation:study", "--", *parameters],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    assert done.returncode == 0, done.stderr
    return study, done.stdout + done.stderr


def test_a_study_of_areas_at_a_shore_and_schools_without_coordinates_writes_no_error_of_sqlite(demo, tmp_path):
    schools = tmp_path / "schools.csv"
    lines = ["skolenhetskod,namn,sweref99_n,sweref99_e", "12345678,Alskolan,,", "12345679,Bokskolan,,"]
    schools.write_text("\n".join(lines), encoding="utf-8")

    study, said = run_study(demo, tmp_path, SCHOOLS=schools)

    assert "None of 2 schools lies in an area of the layer" in said
    assert "ERROR" not in said
    with closing(sqlite3.connect(study)) as database:
        assert database.execute("SELECT count(omradestyp) FROM areas").fetchone() == (43,)
        assert database.execute("SELECT count(*), count(geom) FROM schools").fetchone() == (2, 0)
