"""Quantiles of Student's t, safe where several tasks ask for them at once."""

from __future__ import annotations

from threading import Lock

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtrit

from .arrays import Numbers

# scipy's function keeps its state in static variables, and numpy lets other threads run beside it on long arrays: two
# at a time gave wrong values, or never ended (scipy 1.10).
_one_at_a_time = Lock()


def t_quantile(degrees: ArrayLike, probability: float) -> Numbers:
    """Return below which value Student's t lies with a ``probability`` (0 to 1), by degrees of freedom."""
    with _one_at_a_time:
        return np.asarray(stdtrit(degrees, probability), dtype=float)
