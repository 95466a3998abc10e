"""Which Python libraries the plugin misses in this QGIS, and what to do about it on this platform.

Nothing is parsed out of version numbers, since distributions write those as they like: a library is new enough
if it has what the plugin uses.
"""

from __future__ import annotations

import importlib
import os
import platform
import sys
from pathlib import Path
from typing import Callable

from .domain.messages import Message, message

_REQUIREMENTS = {"numpy": "numpy>=1.22", "pandas": "pandas>=1.5", "shapely": "shapely>=2.0", "jinja2": "jinja2"}
# Used where it is there: linprog with HiGHS is in versions from 1.6.
_SCIPY = {"scipy": "scipy>=1.6"}

_NEW_ENOUGH: dict[str, Callable[[object], bool]] = {
    "pandas": lambda pandas: hasattr(pandas, "ArrowDtype"),
    "shapely": lambda shapely: hasattr(shapely, "from_wkb"),
}

# The first versions of Debian and Ubuntu whose own pandas and shapely are new enough; their scipy always is.
_APT_IS_ENOUGH = {"debian": 13.0, "ubuntu": 24.04}


def missing() -> list[str]:
    """Return the names of the libraries that are absent, too old, or cannot be loaded; all of them is none."""
    return [library for library in _REQUIREMENTS if not _usable(library)]


def _usable(library: str) -> bool:
    try:
        module = importlib.import_module(library)
    except (ImportError, AttributeError, ValueError):
        # The latter two are how a library built for another numpy fails.
        return False
    return _NEW_ENOUGH.get(library, lambda _: True)(module)


def advice(libraries: list[str]) -> Message:
    """Return what to do to get ``libraries`` on this platform, for the user."""
    return message(
        "RegSO Segregation needs Python libraries that this QGIS does not have, or not in a new enough version: "
        "{libraries}.\n{remedy}\nThen start QGIS again.",
        libraries=", ".join(libraries),
        remedy=_remedy(libraries),
    )


def without_scipy() -> Message | None:
    """Return what is worse where scipy is absent, and what to do about it; None where it is there."""
    try:
        importlib.import_module("scipy.optimize")
    except (ImportError, AttributeError, ValueError):
        return message(
            "The Python library scipy, which this QGIS does not have, would show more: without it more is hidden than "
            "need be, in large tables nearly everything, and it takes far longer.\n{remedy}\nThen start QGIS again.",
            remedy=_remedy(list(_SCIPY)),
        )
    return None


def _remedy(libraries: list[str]) -> Message:
    wanted = " ".join(f'"{(_REQUIREMENTS | _SCIPY)[library]}"' for library in libraries)
    system = platform.system()
    if system == "Windows":
        return message(
            "Close QGIS, open the OSGeo4W Shell that came with it (in the Start menu, beside QGIS) and run: "
            "python -m pip install --user {wanted}",
            wanted=wanted,
        )
    if system == "Darwin":
        return message(
            'Close QGIS and run in the Terminal: "{python}" -m pip install --user {wanted}',
            python=Path(sys.prefix) / "bin" / "python3",
            wanted=wanted,
        )
    if "FLATPAK_ID" in os.environ:
        return message(
            "Close QGIS and run in a terminal: "
            "flatpak run --command=python3 {application} -m pip install --user {wanted}",
            application=os.environ["FLATPAK_ID"],
            wanted=wanted,
        )
    distribution, version = _distribution()
    if distribution not in _APT_IS_ENOUGH:
        return message(
            "Install them with the package manager of your system, for the Python {version} that QGIS uses.",
            version=platform.python_version(),
        )
    if version >= _APT_IS_ENOUGH[distribution] or libraries == list(_SCIPY):
        packages = " ".join(f"python3-{library}" for library in libraries)
        return message("Run in a terminal: sudo apt install {packages}", packages=packages)
    # QGIS is compiled against the distribution's numpy 1; newer libraries must not bring in numpy 2.
    return message(
        "Run in a terminal: sudo apt install python3-venv; python3 -m venv --system-site-packages {folder}; "
        '{folder}/bin/pip install {wanted} "numpy<2" "pandas<3" "shapely<2.2"; and always start QGIS with: '
        "PYTHONPATH={path} qgis",
        folder="~/.local/share/regso-segregation",
        wanted=wanted,
        path=f"~/.local/share/regso-segregation/lib/python3.{sys.version_info.minor}/site-packages",
    )


def _distribution() -> tuple[str, float]:
    """Return the distribution and its version as /etc/os-release tells; a rolling one has version infinity."""
    try:
        text = Path("/etc/os-release").read_text(encoding="utf-8")
    except OSError:
        return "", 0.0
    values = dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
    version = values.get("VERSION_ID", "inf").strip('"')
    try:
        return values.get("ID", "").strip('"'), float(version)
    except ValueError:
        return values.get("ID", "").strip('"'), 0.0
