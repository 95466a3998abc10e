"""Python's search for garbage does not hold the window while the dock is open, and what is gone is gone without it."""

from __future__ import annotations

import gc
import weakref

import pytest
from hands import at_rest, wait_until


@pytest.fixture
def study(county_study):
    """What is proven here is not about the country."""
    return county_study


@pytest.fixture
def searched_for_all():
    """Let Python look through all there is, what tests have left out included."""
    gc.unfreeze()


@pytest.fixture
def no_search():
    """Search for nothing."""
    gc.disable()
    yield
    gc.enable()


def test_what_is_there_for_long_is_not_looked_through_while_the_dock_is_open(searched_for_all, shown):
    # More than what an empty Python has.
    assert gc.get_freeze_count() > 50_000
    assert len(gc.get_objects()) < gc.get_freeze_count()
    shown.dock.setUserVisible(False)
    assert gc.get_freeze_count() == 0
    shown.dock.setUserVisible(True)
    wait_until(gc.get_freeze_count)
    shown.dock.close()
    assert gc.get_freeze_count() == 0


class Chain:
    """Holds itself, as a window and what it calls back do."""

    def __init__(self):
        self.itself = self


def test_what_is_garbage_before_is_not_kept(shown, study):
    one = weakref.ref(Chain())
    shown.panel.model.close()
    shown.panel._open_study(str(study))
    shown.rest()
    assert shown.panel.model.study is not None
    gc.collect()
    assert one() is None


def test_a_study_that_is_closed_is_gone_without_a_search(shown, no_search):
    model = shown.panel.model
    model.set(place="1780", year=2022)
    at_rest()
    parts = [weakref.ref(one) for one in (model.study, model.part, *model.others)]
    assert len(parts) == 3
    model.close()
    at_rest()
    assert [part() for part in parts] == [None] * 3
