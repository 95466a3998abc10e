"""Segregation indices: how unevenly groups are spread over units. Pure functions of a table of counts."""

from .bounds import Bounds, Scenarios, bounds
from .compare import Comparison, compare
from .decomposition import Decomposition, contributions, decompose, local_mutual_information, location_quotients
from .inference import Inference, density_corrected_dissimilarity, infer, infer_all
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
    "Bounds",
    "Comparison",
    "Decomposition",
    "Inference",
    "Scenarios",
    "atkinson",
    "bounds",
    "compare",
    "contributions",
    "correlation_ratio",
    "decompose",
    "density_corrected_dissimilarity",
    "dissimilarity",
    "diversity",
    "entropy_index",
    "gini",
    "hutchens",
    "infer",
    "infer_all",
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
