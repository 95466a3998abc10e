"""Our indices beside those of PySAL's segregation, which runs in an environment of its own (scripts/peers)."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import numpy as np
import pytest
from systems import PEERS

from segregation_plugin.analysis import segregation

# Not compared, as PySAL lacks it: hutchens. Nor its DensityCorrectedDissim, which underflows in large units.
OF_A_GROUP = (
    *("dissimilarity", "gini", "isolation", "interaction", "correlation_ratio", "atkinson", "entropy_index"),
    "minmax",
)
OF_ALL = (
    *("theil_h", "mutual_information", "multigroup_dissimilarity", "multigroup_gini", "normalised_exposure"),
    *("squared_cv", "diversity", "simpson_interaction"),
)


def table(units, groups, largest):
    """Persons that differ from unit to unit, the same on every machine."""
    unit, group = np.indices((units, groups))
    return (unit * 7919 + group * 104729 + unit * unit * group * 31) % largest + 1


TABLES = [
    np.array([[30, 10, 5], [10, 50, 0], [7, 3, 20]]),
    table(40, 2, 30),
    table(200, 4, 900),
    table(60, 5, 40) * (np.arange(60)[:, None] % np.array([2, 3, 5, 7, 100]) > 0),  # whole units without a group
]


@pytest.fixture(scope="module")
def theirs():
    python = PEERS / "bin" / "python"
    if not (PEERS / "installed").exists():
        pytest.skip("PySAL's segregation is not installed: run ./scripts/peers")
    program = Path(__file__).with_name("peers.py")
    given = json.dumps([cells.tolist() for cells in TABLES])
    # Compiling its loops takes many times as long as they do uncompiled on tables of this size.
    uncompiled = {**os.environ, "NUMBA_DISABLE_JIT": "1"}
    run = subprocess.run([python, program], input=given, capture_output=True, text=True, timeout=600, env=uncompiled)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout.splitlines()[-1])


@pytest.mark.parametrize("place", range(len(TABLES)))
@pytest.mark.parametrize("name", [*OF_A_GROUP, *OF_ALL])
def test_both_say_the_same(theirs, name, place):
    function = getattr(segregation, name)
    ours = function(TABLES[place], 0) if name in OF_A_GROUP else function(TABLES[place])
    assert ours == pytest.approx(theirs[place][name], abs=1e-12, rel=1e-12)
