"""Numbers of points by how they were located and by area type, as they may be shown: a point may be a person."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from ..domain.placing import LOCATED
from .engine import Layout, protect_tables

_IN_AREAS, _ALL = "placerade", "alla"


class ShownPoints(NamedTuple):
    """``counts``: ``placering omradestyp antal``; ``in_areas``, ``everywhere``: sums of it. NaN: hidden."""

    counts: pd.DataFrame
    in_areas: float
    everywhere: float


def shown_points(counts: pd.DataFrame) -> ShownPoints:
    """Return numbers of points (``placering omradestyp antal``) and their sums as they may be shown together.

    Numbers under ten are hidden, and what they could be computed from.
    """
    names = [f"{placed} {kind}" for placed, kind in zip(counts["placering"], counts["omradestyp"])]
    is_in_area = counts["placering"].isin(LOCATED)
    inside = [name for name, located in zip(names, is_in_area) if located]
    outside = [name for name in names if name not in inside]
    numbers = counts["antal"].to_numpy(dtype=np.float64)
    values = [*numbers, numbers[is_in_area].sum(), numbers.sum()]
    columns = [*names, _IN_AREAS, _ALL]
    layout = Layout(by=("rad",), counts=columns, sums=[(_IN_AREAS, inside), (_ALL, [_IN_AREAS, *outside])])
    table = pd.DataFrame([["", *values]], columns=["rad", *columns])
    *shown, in_areas, everywhere = protect_tables([table], layout).tables[0][columns].iloc[0].tolist()
    return ShownPoints(counts.assign(antal=np.array(shown, dtype=np.float64)), in_areas, everywhere)
