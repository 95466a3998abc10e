"""The recipe for a cluster in docs/scale.md: what each of its workers runs, on tables as Spark gives them."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from making import squares

from segregation_plugin.analysis.locating import locate

DOCS = Path(__file__).resolve().parents[2] / "docs"


def blocks(page):
    return re.findall(r"```python\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture
def recipe(tmp_path):
    """The module of the docs, as somebody writes it who follows them."""
    path = tmp_path / "recipe.py"
    path.write_text(next(block for block in blocks("scale.md") if "def locator" in block), encoding="utf-8")
    spec = importlib.util.spec_from_file_location("recipe", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_each_batch_has_the_areas_that_all_points_together_have(recipe):
    areas = squares(["0115R001", "0114R002", "0114R001"])
    in_order = areas.sort_values("regsokod")
    low, high = np.array(shapely.total_bounds(areas["geometry"].to_numpy())).reshape(2, 2)
    x, y = np.random.default_rng(1).uniform(low - 50, high + 50, (500, 2)).T
    corners = shapely.get_coordinates(areas["geometry"].to_numpy())
    x, y = np.append(x, [*corners[:, 0], np.nan, np.inf]), np.append(y, [*corners[:, 1], 0, 0])
    table = pd.DataFrame({"id": np.arange(len(x)), "x": x, "y": y})

    work = recipe.locator(areas["regsokod"].tolist(), shapely.to_wkb(areas["geometry"].to_numpy()).tolist())
    found = pd.concat(work(table[start : start + 100] for start in range(0, len(table), 100)))

    position = locate(in_order["geometry"].to_numpy(), x, y)
    expected = [None if at < 0 else in_order["regsokod"].iloc[at] for at in position]
    assert found["regsokod"].tolist() == expected
    assert found["id"].tolist() == table["id"].tolist()
    assert len(set(expected)) == 4
    assert list(work(iter([]))) == []


def test_both_languages_have_the_same_recipes():
    assert blocks("scale.md")[1:] == blocks("scale.sv.md")[1:]
