"""How far work seems to be between two reports of it, and how long it may still take."""

from __future__ import annotations

import math

# Between reports the bar goes on as before, ever slower, towards this far beyond the last one; and never to the end.
_BEYOND, _LAST = 20.0, 98.0  # per cent
# Before this nothing is said of the time that is left.
_FIRST_SECONDS, _FIRST_PERCENT = 2.0, 8.0


class Pace:
    """Takes reports (seconds on any clock, per cent) and says what to show; what is shown never goes back.

    The per cent of reports are shares of the time that steps have been seen to take.
    """

    def __init__(self, now: float) -> None:
        self._began = self._reported = self._shown_at = now
        self._percent = self._shown = 0.0
        self._end = math.inf

    def report(self, now: float, percent: float) -> None:
        """Take up how much is done; what is less than before is no news."""
        if percent > self._percent:
            self._percent, self._reported = percent, now

    def shown(self, now: float) -> float:
        """Return the per cent to show: near the last report, and on its way to the next."""
        percent, since = self._percent, now - self._reported
        room = max(0.0, min(percent + _BEYOND, _LAST) - percent)
        if room > 0 and percent > 0:
            percent += room * (1 - math.exp(-self._rate() * since / room))
        # Half of the way in half a second: a report that leaps does not.
        nearer = 1 - 0.5 ** (2 * max(0.0, now - self._shown_at))
        self._shown += max(0.0, percent - self._shown) * nearer
        self._shown_at = now
        return self._shown

    def seconds_left(self, now: float) -> float | None:
        """Return how long it may still take, None while nobody can know. It grows only where work is much slower."""
        if now - self._began < _FIRST_SECONDS or self._percent < _FIRST_PERCENT:
            return None
        done = self._percent + self._rate() * (now - self._reported)
        end = now + max(1.0, (100 - min(done, _LAST)) / self._rate())
        is_late = self._end - now < (end - now) / 2
        if end < self._end or is_late:
            self._end = end
        return self._end - now

    def _rate(self) -> float:
        """Return per cent a second until the last report."""
        return self._percent / max(self._reported - self._began, 0.1)
