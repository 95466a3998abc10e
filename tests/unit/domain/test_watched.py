"""One long call can be left, and says what it would say unwatched."""

from __future__ import annotations

import threading

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
