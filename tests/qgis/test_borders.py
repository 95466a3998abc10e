"""Borders of places whose areas are no clean coverage."""

from __future__ import annotations

import pandas as pd
import pytest
import shapely

from segregation_plugin.layers import borders

WHOLE = shapely.box(0, 0, 10, 10)


@pytest.mark.parametrize(
    "polygons",
    [
        [WHOLE, shapely.box(5, 5, 15, 15)],
        [WHOLE, WHOLE],
        [WHOLE, shapely.box(2, 2, 4, 4)],
        [WHOLE, shapely.box(10, 3, 20, 7), shapely.box(10, 3, 20, 7)],
    ],
)
def test_areas_over_each_other_are_one_place(polygons):
    areas = pd.DataFrame({"kommunkod": "0114", "geometry": polygons})
    merged = borders.merged(areas, "kommunkod")
    assert merged["kod"].tolist() == ["0114"]
    outline = merged["geometry"][0]
    assert outline.is_valid
    assert outline.area == pytest.approx(shapely.union_all(polygons).area)
