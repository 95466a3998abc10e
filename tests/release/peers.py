"""Run by the Python of scripts/peers: prints what PySAL's segregation says of the tables on the standard input.

Tables are lists of lists, units x groups; the answer is a list with a dictionary for each, from our names to numbers.
"""

from __future__ import annotations

import json
import sys
import warnings

import pandas as pd
from segregation import multigroup, singlegroup

OF_A_GROUP = {
    "dissimilarity": singlegroup.Dissim,
    "gini": singlegroup.Gini,
    "isolation": singlegroup.Isolation,
    "interaction": singlegroup.Interaction,
    "correlation_ratio": singlegroup.CorrelationR,
    "atkinson": singlegroup.Atkinson,
    "entropy_index": singlegroup.Entropy,
    "minmax": singlegroup.MinMax,
}
OF_ALL = {
    "theil_h": multigroup.MultiInfoTheory,
    "mutual_information": multigroup.MultiDivergence,
    "multigroup_dissimilarity": multigroup.MultiDissim,
    "multigroup_gini": multigroup.MultiGini,
    "normalised_exposure": multigroup.MultiNormExposure,
    "squared_cv": multigroup.MultiSquaredCoefVar,
    "diversity": multigroup.MultiDiversity,
    "simpson_interaction": multigroup.SimpsonsInteraction,
}


def answers(cells: list[list[float]]) -> dict[str, float]:
    table = pd.DataFrame(cells, columns=[f"g{place}" for place in range(len(cells[0]))], dtype=float)
    groups = list(table.columns)
    table["all"] = table.sum(axis=1)
    found = {name: index(table, "g0", "all").statistic for name, index in OF_A_GROUP.items()}
    found |= {name: index(table, groups=groups).statistic for name, index in OF_ALL.items()}
    return {name: float(value) for name, value in found.items()}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    print(json.dumps([answers(cells) for cells in json.load(sys.stdin)]))
