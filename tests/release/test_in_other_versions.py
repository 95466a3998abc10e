"""The tests inside QGIS, in the QGIS, Python and libraries of other systems (``--matrix``)."""

from __future__ import annotations

import shutil
import sysconfig
from pathlib import Path

from systems import ROOTS, Qgis

# What says the same there as here: how long and with how much memory files are read, which calls nothing of QGIS, and
# the figures of 311 places one after the other and of the country's 4,628 units, which is the arithmetic of a few that
# are tested there.
LEFT_OUT = (
    "--ignore=tests/qgis/test_limits.py",
    "--deselect=tests/qgis/test_every_place.py::test_every_municipality_and_county_has_its_own_figures",
    "--deselect=tests/qgis/test_study_background.py::test_segregation_by_background_of_the_country",
)


def test_the_tests_inside_qgis_pass_in_other_versions_too(other, root, tmp_path_factory):
    folder = tmp_path_factory.mktemp(f"tests-{other}")
    for name in ("segregation_plugin", "resources", "docs", "tests"):
        shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("__init__.py", "metadata.txt", "pyproject.toml"):
        shutil.copy(root / name, folder)
    # These systems have a pytest of their own; pytest-qgis is plain Python and runs with it.
    for package in Path(sysconfig.get_paths()["purelib"]).glob("pytest_qgis*"):
        shutil.copytree(package, folder / "libraries" / package.name)
    # What the plugin calls that a newer QGIS, Python or pandas warns of is an error; QGIS's own warnings are not ours.
    warnings = "filterwarnings=default\nerror:::segregation_plugin"
    # GDAL may crash in exitQgis().
    tests = ["python3", "-m", "pytest", "-q", "-o", warnings, "-o", "qgis_disable_exit=true", "tests/qgis", *LEFT_OUT]

    run = Qgis(ROOTS / other, folder).run(*tests, seconds=1800, PYTHONPATH=str(folder / "libraries"))

    assert run.returncode == 0, run.stdout + run.stderr
