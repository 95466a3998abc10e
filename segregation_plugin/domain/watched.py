"""Waiting, with a way to cancel, for one long call that cannot be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

_EVERY = 0.2  # seconds

Watch = Callable[[], None]
T = TypeVar("T")


def watched(work: Callable[[], T], watch: Watch) -> T:
    """Return the result of ``work``, calling ``watch`` again and again until then.

    Where ``watch`` raises, so does this at once; ``work`` goes on in its thread, and its result is dropped. ``work``
    must release Python's lock, as shapely's functions do. What ``work`` raises is raised here.
    """
    pool = ThreadPoolExecutor(max_workers=1)
    found = pool.submit(work)
    pool.shutdown(wait=False)
    while not wait([found], _EVERY).done:
        watch()
    return found.result()
