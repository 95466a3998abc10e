"""The release: the packed plugin, installed into empty profiles of this QGIS and, with --matrix, of others."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

RELEASE = Path(__file__).parent
ROOT = RELEASE.parent.parent
ROOTS = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "regso-segregation" / "roots"
PLUGIN = "segregation_plugin"


def pytest_generate_tests(metafunc):
    if "system" in metafunc.fixturenames:
        others = ["trixie", "sid"] if metafunc.config.getoption("matrix") else []
        metafunc.parametrize("system", ["here", *others], scope="session")


@dataclass
class Qgis:
    """A QGIS with a profile of its own. ``root`` is the folder of its system; None is this machine."""

    root: Path | None
    folder: Path

    @property
    def plugins(self) -> Path:
        return self.folder / "profile" / "profiles" / "default" / "python" / "plugins"

    def run(self, *command, screen=False, **environment):
        """Run ``command`` with the libraries that this QGIS has, on a virtual screen if it opens windows."""
        libraries = {} if self.root else {"PYTHONPATH": sysconfig.get_paths()["purelib"]}
        variables = {
            "HOME": str(self.folder),
            "LC_ALL": "C.UTF-8",
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "QGIS_CUSTOM_CONFIG_PATH": str(self.folder / "profile"),
            "QT_QPA_PLATFORM": "xcb" if screen else "offscreen",
            "XDG_RUNTIME_DIR": str(self.folder),
            **libraries,
            **environment,
        }
        # A system in a folder cannot read the key of this machine's screen, so the screen takes everyone.
        outside = ["xvfb-run", "-a", "-s", "-ac -screen 0 1600x1000x24"] if screen else []
        inside = [RELEASE / "in_root.sh", self.root, self.folder] if self.root else []
        return subprocess.run(
            [*outside, "timeout", "120", *inside, *command],
            cwd=self.folder,
            env=variables,
            capture_output=True,
            text=True,
        )

    def process(self, algorithm, environment=None, **parameters):
        """Run ``algorithm`` as a user would in a terminal; a list is the same parameter several times."""
        programs = ("qgis_process.bin", "qgis_process")
        program = next(name for name in programs if ((self.root or Path("/")) / "usr/bin" / name).exists())
        values = [
            f"{name}={value}"
            for name, given in parameters.items()
            for value in (given if isinstance(given, list) else [given])
        ]
        return self.run(program, "run", algorithm, "--", *values, **(environment or {}))


@pytest.fixture(scope="session")
def package(tmp_path_factory) -> Path:
    """The zip as users get it."""
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
