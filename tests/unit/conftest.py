"""Unit tests run without QGIS: in a run of their own, an import of it fails as where it is not installed."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from importlib.abc import MetaPathFinder
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import Phase, settings
from making import Kept, geopackage_geometries

from segregation_plugin.readers import recognise
from segregation_plugin.readers.document import Document
from segregation_plugin.study.inputs import Inputs, Reference
from segregation_plugin.study.making import make
from segregation_plugin.study.model import Study

FOREIGN = {"qgis", "osgeo", "PyQt5", "PyQt6", "sip"}


class NoQgis(MetaPathFinder):
    """Fails the import of QGIS and of what comes with it."""

    def find_spec(self, fullname, path=None, target=None):
        if fullname.partition(".")[0] in FOREIGN:
            raise ModuleNotFoundError(f"{fullname} is not for the pure core", name=fullname)


# With pytest-qgis loaded, QGIS's own tests share the process.
if "qgis" not in sys.modules:
    sys.meta_path.insert(0, NoQgis())

# The same examples on every machine; a slow machine is no failure.
settings.register_profile(
    "unit",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=60,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
)
settings.load_profile("unit")


@pytest.fixture(scope="session")
def demo_file(demo: Path) -> Callable[[str], Document]:
    """Return a file of the demo data by its name."""

    def read(name: str) -> Document:
        return Document(name, (demo / name).read_bytes())

    return read


@pytest.fixture(scope="session")
def areas(demo: Path) -> pd.DataFrame:
    """The 3,363 RegSO 2025 areas, read without GDAL. Tests share the table and leave it as it is."""
    source = f"{(demo / 'areas.gpkg').as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(source, uri=True)) as connection:
        rows = connection.execute("SELECT regsokod, regsonamn, version, geom FROM areas").fetchall()
    codes, names, versions, blobs = zip(*rows)
    table = pd.DataFrame({"regsokod": codes, "regsonamn": names, "version": versions})
    return table.assign(geometry=geopackage_geometries(list(blobs)))


@pytest.fixture(scope="session")
def reference(root: Path) -> Reference:
    """Codes, names and changes as the plugin ships them."""

    def table(name: str) -> pd.DataFrame:
        return pd.read_csv(root / "resources" / "reference" / name, dtype=str, keep_default_na=False)

    return Reference(
        municipalities=table("municipalities.csv"),
        regso_names=table("regso_names_2020.csv"),
        changes=table("regso_changes.csv"),
    )


@pytest.fixture(scope="session")
def index(demo_file) -> pd.DataFrame:
    """Area types 2022 and 2023 by name, and Karlstad's index 2024 by code."""
    files = ("omradestyp_2022_export.csv", "omradestyp_2023_export.csv", "karlstad_tab6586_2024.csv")
    return recognise.read_index([demo_file(name) for name in files])[0]


@pytest.fixture(scope="session")
def schools(demo_file) -> pd.DataFrame:
    return recognise.read_schools([demo_file("schools.csv")])


@pytest.fixture(scope="session")
def results(demo_file) -> list[pd.DataFrame]:
    return recognise.read_results(
        [demo_file("slutbetyg_ak9_2025.csv"), demo_file("statistics_gr_2024_25.json")],
    )


@pytest.fixture(scope="session")
def inputs(areas, index, schools, results) -> Inputs:
    """All of the demo data."""
    return Inputs(areas, index, schools=schools, results=results)


@pytest.fixture(scope="session")
def national(inputs, reference) -> Study:
    """The study of the whole country with the area types of 2023; what takes long is worked out once for all tests."""
    return replace(make(inputs, reference, year=2023), kept=Kept())
