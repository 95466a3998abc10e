"""The tests inside QGIS, in the QGIS, Python and libraries of other systems (``--matrix``)."""

from __future__ import annotations

import shutil
import sysconfig
from pathlib import Path

from systems import ROOTS, Qgis


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
    options = ["-q", "-o", warnings, "-o", "qgis_disable_exit=true", "--elsewhere"]
    tests = ["python3", "-m", "pytest", *options, "tests/qgis"]

    run = Qgis(ROOTS / other, folder).run(*tests, seconds=1800, PYTHONPATH=str(folder / "libraries"))

    assert run.returncode == 0, run.stdout + run.stderr
