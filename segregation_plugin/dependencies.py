"""Which Python libraries the plugin misses in this QGIS, and what to do about it on this platform.

Nothing is parsed out of version numbers, since distributions write those as they like: a library is new enough
if it has what the plugin uses.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from .domain.libraries import failure
from .domain.messages import Message, OutputError, message

_REQUIREMENTS = {
    "numpy": "numpy>=1.22",
    "pandas": "pandas>=1.5",
    "shapely": "shapely>=2.0",
    "scipy": "scipy>=1.9",
    "jinja2": "jinja2",
}
# Of what some things need, and all else does without.
_OPENPYXL, _MATPLOTLIB, _PSYCOPG = "openpyxl", "matplotlib", "psycopg2"
_OF_SOME = {_OPENPYXL: "openpyxl", _MATPLOTLIB: "matplotlib>=3.5", _PSYCOPG: "psycopg2-binary"}
_WANTED = {**_REQUIREMENTS, **_OF_SOME}

# The first versions of Debian and Ubuntu whose own pandas and shapely are new enough; the others always are.
_APT_IS_ENOUGH = {"debian": 13.0, "ubuntu": 24.04}


def missing() -> dict[str, str]:
    """Return the libraries that cannot be used: absent, too old (empty), or found and not loaded (why, and where)."""
    return {library: reason for library in _REQUIREMENTS if (reason := failure(library)) is not None}


def advice(libraries: Mapping[str, str]) -> Message:
    """Return what to do to get ``libraries``, of ``missing``, on this platform, for the user."""
    return message(
        "RegSO Segregation needs Python libraries that this QGIS lacks, has in too old a version, or cannot load: "
        "{libraries}.\n{remedy}\nThen start QGIS again.",
        libraries="; ".join(_named(libraries)) if any(libraries.values()) else ", ".join(libraries),
        remedy=_remedy(libraries),
    )


def require_openpyxl() -> None:
    """Raise OutputError where no workbook can be written, which says what to do."""
    lacking = _lacking(_OPENPYXL, message("Choose a folder instead, and the same tables are written as CSV."))
    if lacking is not None:
        raise OutputError("No Excel workbook can be written. {reason}", reason=lacking)


def why_no_charts() -> Message | None:
    """Return why no chart can be drawn and what to do, None where one can."""
    return _lacking(_MATPLOTLIB, message("Charts need it, in version 3.5 or later. The tables are here all the same."))


def why_no_database() -> Message | None:
    """Return why no PostGIS database can be asked and what to do, None where one can."""
    return _lacking(_PSYCOPG, message("What is asked of a database needs it."))


def _lacking(library: str, needs: Message) -> Message | None:
    """Return that a library cannot be used, what needs it, and what to do; None where it can."""
    reason = failure(library)
    if reason is None:
        return None
    return message(
        "This QGIS does not have the Python library {library}, or cannot load it. {needs} To install it:\n{remedy}\n"
        "Then start QGIS again.",
        library=_named({library: reason})[0],
        needs=needs,
        remedy=_remedy({library: reason}),
    )


def _named(libraries: Mapping[str, str]) -> list[str]:
    return [f"{library} ({reason})" if reason else library for library, reason in libraries.items()]


def _remedy(libraries: Mapping[str, str]) -> Message:
    """Return how to install what is absent; or to install anew, where something is there and does not load."""
    if not any(libraries.values()):
        return _install(libraries)
    return message(
        "{install}\nWhere a folder in brackets belongs to another program, its files come before those of QGIS: start "
        "QGIS without it (see the environment variable PYTHONPATH).",
        install=_install(libraries, anew=True),
    )


def _install(libraries: Iterable[str], anew: bool = False) -> Message:
    wanted = " ".join(f'"{_WANTED[library]}"' for library in libraries)
    pip = f"-m pip install --user {wanted}"
    if anew:
        # Without what they need themselves: a newer numpy than QGIS was built for must not come along.
        pip = f"-m pip install --user --force-reinstall --no-deps {wanted}"
    system = platform.system()
    if system == "Windows":
        return message(
            "Close QGIS, open the OSGeo4W Shell that came with it (in the Start menu, beside QGIS) and run: "
            "python {pip}",
            pip=pip,
        )
    if system == "Darwin":
        return message(
            'Close QGIS and run in the Terminal: "{python}" {pip}', python=Path(sys.prefix) / "bin" / "python3", pip=pip
        )
    if "FLATPAK_ID" in os.environ:
        return message(
            "Close QGIS and run in a terminal: flatpak run --command=python3 {application} {pip}",
            application=os.environ["FLATPAK_ID"],
            pip=pip,
        )
    distribution, version = _distribution()
    if distribution not in _APT_IS_ENOUGH:
        return message(
            "Install them with the package manager of your system, for the Python {version} that QGIS uses.",
            version=platform.python_version(),
        )
    if version >= _APT_IS_ENOUGH[distribution] or set(libraries) <= set(_OF_SOME):
        packages = " ".join(f"python3-{library}" for library in libraries)
        options = "--reinstall " if anew else ""
        return message("Run in a terminal: sudo apt install {packages}", packages=options + packages)
    # QGIS is compiled against the distribution's numpy 1; newer libraries must not bring in numpy 2.
    folder = "~/.local/share/regso-segregation"
    return message(
        "Run in a terminal: sudo apt install python3-venv; python3 -m venv {options} {folder}; "
        '{folder}/bin/python -m pip install {wanted} "numpy<2" "pandas<3" "shapely<2.2"; and always start QGIS with: '
        "PYTHONPATH={path} qgis",
        options="--clear --system-site-packages" if anew else "--system-site-packages",
        folder=folder,
        wanted=wanted,
        path=f"{folder}/lib/python3.{sys.version_info.minor}/site-packages",
    )


def _distribution() -> tuple[str, float]:
    """Return the distribution and its version as /etc/os-release says; a rolling one has version infinity."""
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
