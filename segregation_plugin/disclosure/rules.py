"""Every limit and rounding of disclosure control, once, with its reason."""

from __future__ import annotations

# As Sweden's school statistics: groups of fewer people are shown as "..".
SMALLEST_GROUP = 10
# Of two contributors to an amount each knows the other's.
FEWEST_PLACES = 3
