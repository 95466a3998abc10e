"""Waiting, with a way to cancel, for one long call that cannot be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

_EVERY = 0.2  # seconds

Watch = Callable[[], None]
T = TypeVar("T")


def watched(work: Callable[[], T], watch: Watch, linger: float = 0) -> T:
    """Return the result of ``work``, calling ``watch`` again and again until then.

    Where ``watch`` raises, so does this, after it has waited ``linger`` seconds at most for ``work``, which may go on
    in its thread then; its result is dropped. ``work`` must release Python's lock, as shapely's functions do. What
    ``work`` raises is raised here.
    """
    pool = ThreadPoolExecutor(max_workers=1)
    found = pool.submit(work)
    pool.shutdown(wait=False)
    try:
        while not wait([found], _EVERY).done:
            watch()
    finally:
        wait([found], linger)
    return found.result()
