"""Groups of things connected by links, over any number of links."""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from .arrays import Integers


def lowest_linked(count: int, one: Integers, other: Integers) -> Integers:
    """Return for each of ``count`` things (0, 1, ...) the lowest one that it is linked to, itself if alone.

    ``one``, ``other``: the ends of the links.
    """
    links = coo_matrix((np.ones(len(one)), (one, other)), shape=(count, count))
    _, component = connected_components(links, directed=False)
    _, lowest = np.unique(component, return_index=True)
    return np.asarray(lowest[component], dtype=np.int64)
