"""The release: the packed plugin, installed into empty profiles of this QGIS and, with --matrix, of others."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from once import once
from systems import ROOTS, Qgis

ROOT = Path(__file__).parent.parent.parent
PLUGIN = "segregation_plugin"


def pytest_generate_tests(metafunc):
    others = ["trixie", "sid"] if metafunc.config.getoption("matrix") else []
    if "other" in metafunc.fixturenames:
        metafunc.parametrize("other", [_alone(other) for other in others])
    if "system" in metafunc.fixturenames:
        metafunc.parametrize("system", [_alone(system) for system in (*others, "here")], scope="session")


def _alone(system):
    """Let one of pytest's processes do all of a system: its study is made once, and systems run side by side."""
    return pytest.param(system, marks=pytest.mark.xdist_group(system))


@pytest.fixture(scope="session")
def package(tmp_path_factory) -> Path:
    """The zip as users get it: packed once, as two that pack at the same time take each other's files."""

    def make(folder):
        subprocess.run([ROOT / "scripts" / "package", "--output", folder], check=True, capture_output=True)
        return {"zip": str(next(folder.glob("*.zip")))}

    return Path(once(tmp_path_factory, "package", make)["zip"])


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
