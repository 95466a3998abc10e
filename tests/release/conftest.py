"""The release: the packed plugin, installed into empty profiles of this QGIS and, with --matrix, of others."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from systems import ROOTS, Qgis

ROOT = Path(__file__).parent.parent.parent
PLUGIN = "segregation_plugin"


def pytest_generate_tests(metafunc):
    others = ["trixie", "sid"] if metafunc.config.getoption("matrix") else []
    if "other" in metafunc.fixturenames:
        # Each in a process of its own.
        metafunc.parametrize("other", [pytest.param(other, marks=pytest.mark.xdist_group(other)) for other in others])
    if "system" in metafunc.fixturenames:
        metafunc.parametrize("system", (*others, "here"), scope="session")


@pytest.fixture(scope="session")
def package(tmp_path_factory) -> Path:
    """The zip as users get it. In one process: two that pack at the same time take each other's files."""
    folder = tmp_path_factory.mktemp("package")
    subprocess.run([ROOT / "scripts" / "package", "--output", folder], check=True, capture_output=True)
    return next(folder.glob("*.zip"))


@pytest.fixture(scope="session")
def unpacked(package, tmp_path_factory) -> Path:
    """The plugin's folder out of the zip."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    return folder / PLUGIN


@pytest.fixture(scope="session")
def qgis(system, unpacked, tmp_path_factory) -> Qgis:
    """A QGIS with the plugin installed in an otherwise empty profile, and switched on."""
    machine = Qgis(None if system == "here" else ROOTS / system, tmp_path_factory.mktemp(system))
    shutil.copytree(unpacked, machine.plugins / PLUGIN)
    settings = machine.plugins.parent.parent / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[PythonPlugins]\n{PLUGIN}=true\n")
    return machine
