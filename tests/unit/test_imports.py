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


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("layers/borders.py", "from ..gui import tell", "layers is not allowed to import segregation_plugin.gui"),
        ("layers/borders.py", "from ..exports import report", "layers is not allowed to import"),
        ("exports/report.py", "from ..algorithms import base", "exports is not allowed to import"),
        ("algorithms/base.py", "from ..gui import tell", "algorithms is not allowed to import"),
        ("analysis/areas/names.py", "from ...layers import project", "analysis is not allowed to import"),
        ("analysis/areas/names.py", "from ...disclosure import rules", "analysis is not allowed to import"),
        ("analysis/areas/names.py", "from ...readers import recognise", "analysis is not allowed to import"),
        ("readers/recognise.py", "from ..analysis import areas", "readers is not allowed to import"),
        ("disclosure/rules.py", "from .. import study", "disclosure is not allowed to import"),
        ("domain/codes.py", "from ..analysis import areas", "domain is not allowed to import"),
        ("domain/codes.py", "from qgis.core import QgsProject", "domain.codes -> qgis"),
        ("study/making.py", "from qgis.PyQt.QtCore import QObject", "study.making -> qgis"),
        ("study/making.py", "from ..i18n import message", "study.making -> segregation_plugin.i18n"),
        ("study/model.py", "from ..sheets import registry", "study is not allowed to import"),
        ("sheets/sheet.py", "from ..exports import report", "sheets is not allowed to import"),
        ("sheets/sheet.py", "from ..layers import project", "sheets is not allowed to import"),
        ("sheets/registry.py", "from ..i18n import tr", "sheets.registry -> segregation_plugin.i18n"),
        ("sheets/notes.py", "from qgis.PyQt.QtCore import QObject", "sheets.notes -> qgis"),
        ("sheets/sheet.py", "from ..charts import look", "sheets is not allowed to import"),
        ("charts/look.py", "from ..exports import report", "charts is not allowed to import"),
        ("charts/look.py", "from qgis.PyQt.QtCore import QObject", "charts.look -> qgis"),
        ("disclosure/engine/linked_cells.py", "from ...analysis import areas", "engine is not allowed to import"),
        ("somewhere_new.py", "", "somewhere_new"),
    ],
)
def test_a_line_that_points_the_wrong_way_is_seen(copy, module, line, broken):
    path = copy / "segregation_plugin" / module
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    # As an import of its own at the end, since what a module begins with may not be moved.
    path.write_text(f"{kept}\n{line}\n", encoding="utf-8")

    found = linted(copy)

    assert found.returncode == 1, found.stdout + found.stderr
    assert broken in " ".join(found.stdout.split())


def test_without_such_a_line_nothing_is_seen(copy):
    found = linted(copy)
    assert found.returncode == 0, found.stdout + found.stderr
