"""Figures of background that the user stops: nothing is left of them, and what was there stays."""

from __future__ import annotations

import shutil

import pytest
from inqgis import Listener, files_in, refusal

from segregation_plugin.layers.figure_cache import figure_cache


class Stopping(Listener):
    """Cancels where so much is done, counted over all that is worked out one after the other."""

    def __init__(self, stages, percent):
        super().__init__()
        self.stages, self.percent, self.last = stages, percent, 0.0
        self.progressChanged.connect(self.hear)

    def hear(self, percent):
        """Cancel in the last stage; a new one begins where less is done."""
        self.stages -= percent < self.last
        self.last = percent
        if self.stages <= 1 and percent >= self.percent:
            self.cancel()


@pytest.fixture
def study(county_run):
    """A study of Värmland with pupils' background, without the figures."""
    return county_run["OUTPUT"]


@pytest.fixture(autouse=True)
def _nothing_kept():
    kept = figure_cache()
    kept._memory.clear()
    shutil.rmtree(kept._folder, ignore_errors=True)


STOPPED = {
    "background": ("backgroundsegregation", ("OUTPUT", "PARTS", "SCHOOLS"), 1, 85),
    "reach": ("areatypereach", ("OUTPUT", "OVERLAP", "MODELS"), 3, 20),
    "tables": ("exporttables", ("OUTPUT",), 1, 40),
}


@pytest.mark.parametrize(("name", "outputs", "stages", "percent"), STOPPED.values(), ids=list(STOPPED))
def test_nothing_is_left_of_what_was_stopped(study, tmp_path, name, outputs, stages, percent):
    ending = "xlsx" if name == "exporttables" else "gpkg"
    files = {output: tmp_path / f"{output}.{ending}" for output in outputs}
    listener = Stopping(stages, percent)
    asked = {"TABLES": ["background", "area_type_reach"]} if name == "exporttables" else {}
    said = refusal(name, listener, STUDY=study, **asked, **{output: str(path) for output, path in files.items()})
    assert listener.isCanceled()
    assert "Cancelled" in said
    assert files_in(tmp_path) == set()
