"""What the layers of outputs are called when QGIS loads them: what they are, and of what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ..domain.messages import Message, message
from ..i18n import render

if TYPE_CHECKING:
    from .run import Run

# Where an output's name in the dialog says too little beside other layers.
_NAMES: Mapping[tuple[str, str], Message] = {
    ("areatypereach", "CURVE"): message("Pupils found by area types, curve over all cuts"),
    ("areatypereach", "BY_TYPE"): message("Pupils' background by area type"),
    ("areatypereach", "OVERLAP"): message("Overlap of pupils' background between area types"),
    ("areatypereach", "VARIATION"): message("Variation of pupils' background between area types"),
    ("backgroundsegregation", "PARTS"): message("Segregation by background between and within larger units"),
    ("backgroundsegregation", "SCHOOLS"): message("What each school adds to segregation by background"),
    ("changebetweenyears", "OUTPUT"): message("Change of area types"),
    ("changebetweenyears", "TRANSITIONS"): message("Areas from type to type"),
    ("importindex", "OUTPUT"): message("Area types and index"),
    ("importresults", "OUTPUT"): message("Results by school unit"),
    ("linkresults", "OUTPUT"): message("Result by area type"),
    ("linkresults", "REGRESSION"): message("Line of the result on the index"),
    ("officialtypes", "AGREEMENT"): message("Agreement with Skolverket's area types by year"),
    ("segregationindices", "DECOMPOSITION"): message("Segregation between and within larger units"),
    ("segregationindices", "UNITS"): message("Segregation by unit"),
    ("summarise", "OUTPUT"): message("Summary by area type"),
}
# Parameters that say of what an output is, where they are chosen: the first one does.
_OF = ("GROUP", "GROUPS", "FIELD", "NAME", "COUNTS")
_LONGEST = 60  # letters


def name_of_output(run: Run, output: str) -> str:
    """Return what the layer of an output is called, in the language of the window."""
    named = _NAMES.get((run.algorithm.name(), output))
    what = run.label(output) if named is None else render(named)
    of = run.about.get(output) or ", ".join(_chosen(run))
    return f"{what}: {of}" if of and len(of) <= _LONGEST else what


def _chosen(run: Run) -> Iterable[str]:
    for name in _OF:
        if run.algorithm.parameterDefinition(name) is not None and run.given(name):
            given = run.parameters[name]
            return [str(one) for one in given] if isinstance(given, (list, tuple)) else [str(given)]
    return ()
