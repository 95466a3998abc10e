"""One long call can be left, and says what it would say unwatched."""

from __future__ import annotations

import threading
import time

import pytest

from segregation_plugin.domain.messages import Cancelled
from segregation_plugin.domain.watched import watched


def test_what_the_call_returns_or_raises_comes_through():
    assert watched(lambda: 7, lambda: None) == 7
    with pytest.raises(ZeroDivisionError):
        watched(lambda: 1 // 0, lambda: None)


def test_whoever_cancels_does_not_wait_for_the_call():
    end = threading.Event()

    def cancel():
        raise Cancelled

    with pytest.raises(Cancelled):
        watched(lambda: end.wait(60), cancel)
    assert not end.is_set()
    end.set()


@pytest.mark.parametrize(("takes", "is_done"), [(0.3, True), (60, False)])
def test_who_cancels_waits_a_while_for_a_call_that_would_be_in_the_way(takes, is_done):
    end, done = threading.Event(), threading.Event()

    def work():
        end.wait(takes)
        done.set()

    def cancel():
        raise Cancelled

    began = time.monotonic()
    with pytest.raises(Cancelled):
        watched(work, cancel, linger=0.6)
    assert done.is_set() == is_done
    assert time.monotonic() - began < 1
    end.set()
