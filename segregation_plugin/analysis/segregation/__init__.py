"""Segregation indices: how unevenly groups are spread over units. Pure functions of a table of counts."""

from .decomposition import Decomposition, contributions, decompose, local_mutual_information, location_quotients
from .many_groups import (
    diversity,
    multigroup_dissimilarity,
    multigroup_gini,
    mutual_information,
    normalised_exposure,
    simpson_interaction,
    squared_cv,
    theil_h,
)
from .two_groups import (
    atkinson,
    correlation_ratio,
    dissimilarity,
    entropy_index,
    gini,
    hutchens,
    interaction,
    isolation,
    minmax,
)

__all__ = [
    "Decomposition",
    "atkinson",
    "contributions",
    "correlation_ratio",
    "decompose",
    "dissimilarity",
    "diversity",
    "entropy_index",
    "gini",
    "hutchens",
    "interaction",
    "isolation",
    "local_mutual_information",
    "location_quotients",
    "minmax",
    "multigroup_dissimilarity",
    "multigroup_gini",
    "mutual_information",
    "normalised_exposure",
    "simpson_interaction",
    "squared_cv",
    "theil_h",
]
