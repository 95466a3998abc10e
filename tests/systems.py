"""The QGIS versions that the release is tested in: this machine's, and those of other systems in folders."""

from __future__ import annotations

import os
import subprocess
import sysconfig
from dataclasses import dataclass
from pathlib import Path

IN_ROOT = Path(__file__).parent / "release" / "in_root.sh"
ROOTS = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "regso-segregation" / "roots"
# The environment that scripts/peers makes.
PEERS = ROOTS.parent / "peers"


@dataclass
class Qgis:
    """A QGIS with a profile of its own. ``root`` is the folder of its system; None is this machine."""

    root: Path | None
    folder: Path

    @property
    def plugins(self) -> Path:
        return self.folder / "profile" / "profiles" / "default" / "python" / "plugins"

    def run(self, *command, screen=False, seconds=300, **environment):
        """Run ``command`` with the libraries that this QGIS has, on a virtual screen if it opens windows.

        It is ended after ``seconds``, with all that it started.
        """
        libraries = {} if self.root else {"PYTHONPATH": sysconfig.get_paths()["purelib"]}
        variables = {
            "HOME": str(self.folder),
            "LC_ALL": "C.UTF-8",
            "OPENBLAS_NUM_THREADS": "1",  # systems run side by side
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "QGIS_CUSTOM_CONFIG_PATH": str(self.folder / "profile"),
            "QT_QPA_PLATFORM": "xcb" if screen else "offscreen",
            "XDG_RUNTIME_DIR": str(self.folder),
            **libraries,
            **environment,
        }
        # A system in a folder cannot read the key of this machine's screen, so the screen takes everyone.
        outside = ["xvfb-run", "-a", "-s", "-ac -screen 0 1600x1000x24"] if screen else []
        inside = [IN_ROOT, self.root, self.folder] if self.root else []
        return subprocess.run(
            [*outside, "timeout", str(seconds), *inside, *command],
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
