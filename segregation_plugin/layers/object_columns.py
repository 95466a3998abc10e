"""Columns of a table made of Python's own values, as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def object_array(values: Sequence[object]) -> NDArray[np.object_]:
    """Return values as an array of objects: pandas, left to itself, looks through them for something else to make."""
    import numpy as np

    found = np.empty(len(values), dtype=object)
    found[:] = values
    return found
