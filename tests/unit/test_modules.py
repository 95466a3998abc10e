"""The package's modules: each is used by another one, and no two modules or classes have the same name."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

from segregation_plugin.charts.chart_registry import CHARTS
from segregation_plugin.sheets.registry import TABLES

PACKAGE = "segregation_plugin"
ROOT = Path(__file__).resolve().parents[2]


def modules(folder):
    """Return the trees of a plugin's modules by their dotted names, that which QGIS loads (empty name) among them."""
    found = {"": folder / "__init__.py"}
    for path in sorted((folder / PACKAGE).rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return {name: (ast.parse(path.read_text(encoding="utf-8")), path) for name, path in found.items()}


def imported(tree, name, path):
    """Yield the module, and the name in it, of all that a module imports of the package."""
    inside = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = [part for part in inside[: len(inside) - node.level + 1] if part]
            base += node.module.split(".") if node.module else []
            yield from ((".".join(base), alias.name) for alias in node.names)


def unused(known):
    """Return the modules that no other one imports; what a package only passes on is used by none."""
    passed_on = {
        (name, what): f"{module}.{what}" if f"{module}.{what}" in known else module
        for name, (tree, path) in known.items()
        if path.name == "__init__.py"
        for module, what in imported(tree, name, path)
    }
    used = set()
    for name, (tree, path) in known.items():
        if path.name == "__init__.py" and name:
            continue
        for module, what in imported(tree, name, path):
            used |= {module, f"{module}.{what}", passed_on.get((module, what), "")} - {name}
    return [name for name, (_, path) in known.items() if path.name != "__init__.py" and name not in used]


def alike(known):
    """Return the names that two modules, or two classes, have."""
    places = defaultdict(set)
    for name, (tree, path) in known.items():
        last = name.rpartition(".")[2]
        if path.name != "__init__.py" or name:
            places["module", last].add(name)
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                places["class", node.name].add(f"{name}:{node.lineno}")
    # The package has the name of the plugin's folder in QGIS.
    return {name: sorted(where) for name, where in places.items() if len(where) > 1}


@pytest.fixture(scope="module")
def known():
    """The plugin's modules, read once."""
    return modules(ROOT)


def test_every_module_is_used_by_another_one(known):
    loaded_by_name = {f"{PACKAGE}.sheets.{table.module}" for table in TABLES}
    loaded_by_name |= {f"{PACKAGE}.charts.{chart.module}" for chart in CHARTS}
    # Pages of the dock are passed on as a list.
    pages = f"{PACKAGE}.gui.pages"
    loaded_by_name |= {module for module, _ in imported(known[pages][0], pages, known[pages][1])}
    assert [name for name in unused(known) if name not in loaded_by_name] == []


def test_no_two_modules_nor_two_classes_have_the_same_name(known):
    assert alike(known) == {}


def named_in_vain(known):
    """Return what docstrings and comments name by room and module (``room.module.name``) and is not there."""
    texts = {name.removeprefix(f"{PACKAGE}."): path.read_text(encoding="utf-8") for name, (_, path) in known.items()}
    rooms = {name.split(".")[0] for name in texts if "." in name}
    found = []
    for module, text in texts.items():
        for name in re.findall(r"``([a-z_]+(?:\.\w+)+)``", text):
            inside, _, last = name.rpartition(".")
            is_there = name in texts or re.search(rf"\b{last}\b", texts.get(inside, ""))
            if name.split(".")[0] in rooms and not is_there:
                found.append((module, name))
    return found


def test_what_docstrings_name_is_there(known):
    assert named_in_vain(known) == []


@pytest.fixture
def plugin(tmp_path):
    """The modules of a small plugin; call it with the contents of files by their paths."""

    def make(**more):
        files = {"__init__.py": "from .segregation_plugin.plugin import Plugin\n", f"{PACKAGE}/__init__.py": ""}
        files[f"{PACKAGE}/plugin.py"] = "def classFactory():\n    from .room import used\n    return used.One\n"
        files[f"{PACKAGE}/room/__init__.py"] = "from .kept import one\nfrom .idle import two\n"
        files[f"{PACKAGE}/room/kept.py"] = files[f"{PACKAGE}/room/idle.py"] = ""
        files[f"{PACKAGE}/room/used.py"] = "from . import one\nclass One: ...\n"
        files |= {f"{PACKAGE}/{path.replace('__', '/')}.py": text for path, text in more.items()}
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        return modules(tmp_path)

    return make


def test_a_module_that_its_package_only_passes_on_is_seen(plugin):
    assert unused(plugin()) == [f"{PACKAGE}.room.idle"]


def test_a_name_of_nothing_in_a_docstring_is_seen(plugin):
    found = named_in_vain(
        plugin(room__used='"""As ``room.kept``, ``room.gone`` and ``room.used.One``."""\nclass One: ...\n')
    )
    assert found == [("room.used", "room.gone")]


def test_a_module_that_imports_itself_alone_is_seen(plugin):
    found = unused(plugin(room__idle="from . import idle\n", room__used="from . import one, two\n", alone=""))
    assert found == [f"{PACKAGE}.alone"]


def test_the_same_name_of_modules_of_a_package_and_of_classes_is_seen(plugin):
    assert alike(plugin()) == {}
    found = alike(plugin(other__used="class One: ...\n", other__room="def make():\n    class One: ...\n"))
    assert set(found) == {("module", "used"), ("module", "room"), ("class", "One")}
