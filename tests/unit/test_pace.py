"""How far work seems to be between its reports, and how long it may still take."""

from __future__ import annotations

import pytest

from segregation_plugin.gui.pace import Pace


def shown_of(reports, until, beat=0.1):
    """Return (time, shown, left) at each beat of a work with these reports (time: per cent)."""
    pace, waiting, found = Pace(0.0), sorted(reports.items()), []
    for number in range(int(until / beat) + 1):
        now = number * beat
        while waiting and waiting[0][0] <= now:
            pace.report(*waiting.pop(0))
        found.append((now, pace.shown(now), pace.seconds_left(now)))
    return found


def test_it_moves_evenly_and_never_back():
    # As a study of the country: long without a report, then several at once, one of them less than before.
    found = shown_of({0: 0, 0.4: 4, 1.1: 13, 3.1: 37, 3.2: 20, 6.2: 70, 7.4: 88}, 9)
    steps = [after[1] - before[1] for before, after in zip(found, found[1:])]
    assert min(steps) >= 0
    assert max(steps) < 4.0
    of_second_half = [step for (now, *_), step in zip(found, steps) if now > 1]
    assert sum(step > 0.05 for step in of_second_half) > 0.9 * len(of_second_half)
    assert 70 < found[-1][1] < 100


def test_the_time_left_shrinks_and_is_about_right():
    found = shown_of({second: 5 * second for second in range(20)}, 19)
    assert all(left is None for now, _, left in found if now < 2)
    lefts = [(now, left) for now, _, left in found if left is not None]
    assert all(later <= earlier + 1e-9 for (_, earlier), (_, later) in zip(lefts, lefts[1:]))
    assert all(left == pytest.approx(20 - now, abs=1.5) for now, left in lefts if now < 18)


def test_work_that_gets_much_slower_says_so():
    found = shown_of({1: 20, 2: 40, 20: 45, 40: 50}, 45)
    at = {round(now, 1): left for now, _, left in found}
    assert at[3.0] < 5
    assert at[41.0] > 20


def test_nothing_is_said_of_work_that_never_reports():
    found = shown_of({}, 30)
    assert {left for *_, left in found} == {None}
    assert {percent for _, percent, _ in found} == {0}
