"""The installed plugin in QGIS: headless, in its window, and where libraries are missing."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

IN_WINDOW = Path(__file__).with_name("in_window.py")


DEMO = "segregation_plugin/resources/demo"


def run_study(qgis, output, **environment):
    demo = qgis.plugins / DEMO
    return qgis.process(
        "segregation:study",
        environment,
        AREAS=f"{demo}/areas.gpkg|layername=areas",
        INDEX=[f"{demo}/omradestyp_2022_export.csv", f"{demo}/omradestyp_2023_export.csv"],
        YEAR=2023,
        SCHOOLS=f"{demo}/schools.csv",
        RESULTS=[f"{demo}/slutbetyg_ak9_2025.csv", f"{demo}/elever_per_arskurs_2025_26.csv"],
        OUTPUT=output,
    )


@pytest.fixture(scope="session")
def study(qgis):
    """The study of the demo data, made by the installed plugin."""
    output = qgis.folder / "study.gpkg"
    run = run_study(qgis, output)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    return output


def test_a_study_gives_the_known_answers(study):
    with sqlite3.connect(study) as connection:
        types = connection.execute(
            "SELECT CAST(one.varde AS INTEGER), CAST(other.varde AS INTEGER) FROM summary AS one JOIN summary AS other "
            "USING (plats, grupp) WHERE plats = 'alla' AND grupp BETWEEN '1' AND '5' AND one.matt = 'omraden' AND "
            "other.matt = 'skolor' ORDER BY grupp"
        )
        rows = types.fetchall()

    # Schools by where they lie, else as Skolverket says: counted apart in tests/unit/test_known_answers.py.
    assert rows == [(162, 228), (293, 403), (835, 1246), (1780, 2706), (292, 427)]


def test_a_map_is_drawn(qgis, study):
    output = qgis.folder / "map.png"

    run = qgis.process("segregation:exportmap", STUDY=study, LANGUAGE="en", DPI=50, OUTPUT=output)

    assert run.returncode == 0, run.stdout + run.stderr
    assert output.read_bytes().startswith(b"\x89PNG")


@pytest.fixture(scope="session")
def hidden(qgis):
    """A folder that hides pandas and shapely where it is looked in first: modules that cannot be imported."""
    folder = qgis.folder / "hidden"
    folder.mkdir()
    for name in ("pandas", "shapely"):
        (folder / f"{name}.py").write_text(f"raise ModuleNotFoundError('No module named {name}')\n")
    return folder


@pytest.fixture(scope="session")
def seen(qgis, hidden):
    """What one start of the window showed of the plugin: with its libraries, and turned on again without."""
    output = qgis.folder / "seen.json"
    script = qgis.folder / IN_WINDOW.name
    script.write_text(IN_WINDOW.read_text())
    environment = {"SEEN": str(output), "HIDDEN": str(hidden)}
    run = qgis.run("qgis", "--nologo", "--noversioncheck", "--code", script, screen=True, **environment)
    assert output.exists(), run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    return json.loads(output.read_text())


def test_the_window_has_the_plugin_and_loses_it_whole(seen):
    added = {"action": True, "icon": True, "provider": True, "menu": ["RegSO Segregation"], "advice": []}
    nothing = {"action": False, "icon": False, "provider": False, "menu": [], "advice": []}
    assert seen["loaded"] == {**added, "docks": []}
    assert seen["opened"] == {**added, "docks": [True]}
    assert seen["closed"] == {**added, "docks": [False]}
    assert seen["unloaded"] == {**nothing, "docks": [], "plugin": False}
    first, second = seen["reloaded"]
    assert second == first  # widgets and actions


def test_without_libraries_the_terminal_is_told_what_to_do(qgis, hidden):
    output = qgis.folder / "none.gpkg"

    run = run_study(qgis, output, PYTHONPATH=str(hidden))

    assert run.returncode != 0
    said = run.stdout + run.stderr
    assert all(f"{name}.py: No module named {name}" in said for name in ("pandas", "shapely"))
    assert "Traceback" not in said
    assert not output.exists()


def test_without_libraries_the_window_is_told_what_to_do(seen):
    without = seen["without"]

    assert without["loaded"]["provider"]
    assert without["opened"]["docks"] == [True]
    assert all(
        f"{name}.py: No module named {name}" in "".join(without["opened"]["advice"]) for name in ("pandas", "shapely")
    )
    assert not without["unloaded"]["provider"]
