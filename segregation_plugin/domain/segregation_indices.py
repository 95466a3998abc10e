"""The indices of segregation: a record of each. A new index is a function of ``analysis.segregation`` and a record.

What measures them is kept apart, so that their names are known before any library is loaded: ``figures.FUNCTIONS``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from .messages import Message, message

# What an index is of: one group against everybody else, or all groups at once.
ONE_GROUP, ALL_GROUPS = "one group", "all groups"
# How the bias of small units is taken away: the expected value is subtracted, where the bias is a difference and parts
# of the index can be added up; otherwise by tables drawn less and more apart (``analysis.segregation.correction``).
SUBTRACTED, BY_DRAWS = "subtracted", "by draws"

# The groups' shares of all persons -> the lowest and the highest value.
Limits = Callable[[Sequence[float]], tuple[float, float]]


class SegregationIndex(NamedTuple):
    """An index. ``name``: in scripts and tables, and of its function.

    ``is_of_distances``: whether it adds up distances, not their squares: its bias then depends on the form of the
    units' distribution (see ``analysis.segregation.remarks``). ``has_proven_limits``: whether hidden counts leave it
    limits that are proven (``analysis.segregation.dissimilarity_limits``), not searched for.
    """

    name: str
    label: Message
    groups: str
    bias: str
    limits: Limits
    source: str
    is_of_distances: bool = False
    has_proven_limits: bool = False


def from_0_to_1(_shares: Sequence[float]) -> tuple[float, float]:
    """Return 0 and 1."""
    return 0.0, 1.0


def from_share_to_1(shares: Sequence[float]) -> tuple[float, float]:
    """Return the group's share of everybody, and 1."""
    return shares[0], 1.0


def from_0_to_rest(shares: Sequence[float]) -> tuple[float, float]:
    """Return 0, and the share of everybody who is not in the group."""
    return 0.0, 1.0 - shares[0]


def from_0_to_log(shares: Sequence[float]) -> tuple[float, float]:
    """Return 0, and the natural logarithm of the number of groups."""
    return 0.0, math.log(len(shares))


def from_0_to_even(shares: Sequence[float]) -> tuple[float, float]:
    """Return 0, and how often two persons of as large groups differ."""
    return 0.0, 1.0 - 1.0 / len(shares)


_MASSEY_DENTON = "Massey and Denton (1988)"
_REARDON_FIREBAUGH = "Reardon and Firebaugh (2002)"

INDICES = (
    SegregationIndex(
        "dissimilarity",
        message("Dissimilarity (D)"),
        ONE_GROUP,
        BY_DRAWS,
        from_0_to_1,
        "Duncan and Duncan (1955)",
        is_of_distances=True,
        has_proven_limits=True,
    ),
    SegregationIndex("gini", message("Gini"), ONE_GROUP, BY_DRAWS, from_0_to_1, _MASSEY_DENTON, is_of_distances=True),
    SegregationIndex(
        "isolation", message("Isolation"), ONE_GROUP, BY_DRAWS, from_share_to_1, f"Bell (1954), {_MASSEY_DENTON}"
    ),
    SegregationIndex(
        "interaction", message("Interaction"), ONE_GROUP, BY_DRAWS, from_0_to_rest, f"Bell (1954), {_MASSEY_DENTON}"
    ),
    SegregationIndex(
        "correlation_ratio",
        message("Correlation ratio (isolation without the group's size)"),
        ONE_GROUP,
        BY_DRAWS,
        from_0_to_1,
        "Bell (1954)",
    ),
    SegregationIndex("atkinson", message("Atkinson (b = 0.5)"), ONE_GROUP, BY_DRAWS, from_0_to_1, "Atkinson (1970)"),
    SegregationIndex(
        "entropy_index", message("Theil's H of one group"), ONE_GROUP, SUBTRACTED, from_0_to_1, "Theil (1972)"
    ),
    SegregationIndex(
        "hutchens", message("Hutchens's square root index"), ONE_GROUP, BY_DRAWS, from_0_to_1, "Hutchens (2001)"
    ),
    SegregationIndex(
        "minmax",
        message("Minimum to maximum: 2 D / (1 + D)"),
        ONE_GROUP,
        BY_DRAWS,
        from_0_to_1,
        "O'Sullivan and Wong (2007)",
        is_of_distances=True,
    ),
    SegregationIndex("theil_h", message("Theil's H"), ALL_GROUPS, SUBTRACTED, from_0_to_1, "Theil (1972)"),
    SegregationIndex(
        "mutual_information",
        message("Mutual information (M)"),
        ALL_GROUPS,
        SUBTRACTED,
        from_0_to_log,
        "Theil and Finizza (1971)",
    ),
    SegregationIndex(
        "multigroup_dissimilarity",
        message("Dissimilarity of several groups"),
        ALL_GROUPS,
        BY_DRAWS,
        from_0_to_1,
        "Morgan (1975), Sakoda (1981)",
        is_of_distances=True,
    ),
    SegregationIndex(
        "multigroup_gini",
        message("Gini of several groups"),
        ALL_GROUPS,
        BY_DRAWS,
        from_0_to_1,
        "Reardon (1998)",
        is_of_distances=True,
    ),
    SegregationIndex(
        "normalised_exposure", message("Normalised exposure"), ALL_GROUPS, BY_DRAWS, from_0_to_1, "James (1986)"
    ),
    SegregationIndex(
        "squared_cv",
        message("Squared coefficient of variation"),
        ALL_GROUPS,
        BY_DRAWS,
        from_0_to_1,
        _REARDON_FIREBAUGH,
    ),
    SegregationIndex(
        "diversity",
        message("Diversity (E): the mix of everybody, not of units"),
        ALL_GROUPS,
        BY_DRAWS,
        from_0_to_log,
        "Theil (1972)",
    ),
    SegregationIndex(
        "simpson_interaction",
        message("Simpson's interaction (I): the mix of everybody, not of units"),
        ALL_GROUPS,
        BY_DRAWS,
        from_0_to_even,
        "Simpson (1949)",
    ),
)
BY_NAME = {index.name: index for index in INDICES}
# Measured where nothing else is chosen.
USUAL = ("dissimilarity", "isolation", "theil_h", "mutual_information")
