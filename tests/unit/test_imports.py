"""The contract on imports: a line that points the wrong way, planted in a copy, is seen in every package."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

LINT = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"


@pytest.fixture
def copy(root, tmp_path):
    shutil.copytree(
        root / "segregation_plugin", tmp_path / "segregation_plugin", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def linted(folder):
    command = [sys.executable, "-c", LINT, "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=folder, env={"PYTHONPATH": str(folder)}, capture_output=True, text=True)


def test_every_folder_with_modules_is_a_package(root):
    """A folder without __init__.py is not seen by the contract."""
    folders = {module.parent for module in (root / "segregation_plugin").rglob("*.py")}
    assert {folder.name for folder in folders if not (folder / "__init__.py").exists()} == set()


# Where a line is planted, the line, and the import that is to be seen.
WRONG = [
    ("layers/borders.py", "from ..gui import tell", "layers.borders -> segregation_plugin.gui"),
    ("layers/borders.py", "from ..exports import report", "layers.borders -> segregation_plugin.exports.report"),
    ("exports/report.py", "from ..algorithms import base", "exports.report -> segregation_plugin.algorithms.base"),
    ("algorithms/base.py", "from ..gui import tell", "algorithms.base -> segregation_plugin.gui"),
    ("analysis/areas/names.py", "from ...layers import project", "areas.names -> segregation_plugin.layers.project"),
    ("analysis/areas/names.py", "from ...disclosure import rules", "names -> segregation_plugin.disclosure.rules"),
    ("analysis/areas/names.py", "from ...readers import recognise", "names -> segregation_plugin.readers.recognise"),
    ("readers/recognise.py", "from ..analysis import areas", "recognise -> segregation_plugin.analysis.areas"),
    ("disclosure/rules.py", "from .. import study", "disclosure.rules -> segregation_plugin.study"),
    ("domain/codes.py", "from ..analysis import areas", "domain.codes -> segregation_plugin.analysis.areas"),
    ("domain/codes.py", "from qgis.core import QgsProject", "domain.codes -> qgis"),
    ("study/making.py", "from qgis.PyQt.QtCore import QObject", "study.making -> qgis"),
    ("study/making.py", "from ..i18n import message", "study.making -> segregation_plugin.i18n"),
    ("study/model.py", "from ..sheets import registry", "study.model -> segregation_plugin.sheets.registry"),
    ("sheets/sheet.py", "from ..exports import report", "sheets.sheet -> segregation_plugin.exports.report"),
    ("sheets/sheet.py", "from ..layers import project", "sheets.sheet -> segregation_plugin.layers.project"),
    ("sheets/registry.py", "from ..i18n import tr", "sheets.registry -> segregation_plugin.i18n"),
    ("sheets/notes.py", "from qgis.PyQt.QtCore import QObject", "sheets.notes -> qgis"),
    ("sheets/sheet.py", "from ..charts import look", "sheets.sheet -> segregation_plugin.charts.look"),
    ("charts/look.py", "from ..exports import report", "charts.look -> segregation_plugin.exports.report"),
    ("charts/look.py", "from qgis.PyQt.QtCore import QObject", "charts.look -> qgis"),
    (
        "disclosure/engine/linked_cells.py",
        "from ...analysis import areas",
        "linked_cells -> segregation_plugin.analysis",
    ),
]


def plant(folder, module, line):
    # As an import of its own at the end, since what a module begins with may not be moved.
    with (folder / "segregation_plugin" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")


def test_lines_that_point_the_wrong_way_are_each_seen(copy):
    for module, line, _ in WRONG:
        plant(copy, module, line)

    found = linted(copy)

    assert found.returncode == 1, found.stdout + found.stderr
    said = " ".join(found.stdout.split())
    assert [seen for _, _, seen in WRONG if seen not in said] == []


def test_a_module_that_no_layer_names_is_seen(copy):
    plant(copy, "somewhere_new.py", "")

    found = linted(copy)

    assert found.returncode == 1, found.stdout + found.stderr
    assert "somewhere_new" in " ".join(found.stdout.split())


def test_without_such_a_line_nothing_is_seen(copy):
    found = linted(copy)
    assert found.returncode == 0, found.stdout + found.stderr
