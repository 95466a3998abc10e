"""Every limit and rounding of disclosure control, once, with its reason."""

from __future__ import annotations

# As Sweden's school statistics: groups of fewer people are shown as "..".
SMALLEST_GROUP = 10
# How far apart the least and the greatest possible value of a hidden number have to be: as far as ".." itself says.
WIDTH = SMALLEST_GROUP - 1
# Of two contributors to an amount each knows the other's.
FEWEST_PLACES = 3
# Of means that nobody has published: with more decimals, the sum behind a mean would be told to the last person.
SHOWN_DECIMALS = 1
# Of a spread, or an interval drawn from single values that nobody has published: of fewer it would tell some of them.
FEWEST_SPREAD = 10

# Of one or two units an index of known groups gives the numbers that it is made of.
FEWEST_UNITS = 3
# Of fewer units, of which one has few persons of a group, several figures leave few tables that they can be of.
FEWEST_UNITS_WITH_FEW = 30
# Below, a few persons decide an index of income fifths.
FEWEST_PERSONS = 100
# Where a unit has few persons, a step of the last decimal is worth so many of the smallest group.
PERSONS_A_STEP = 10

# Of an index where no unit has few: as many as anybody compares.
INDEX_DECIMALS = 4
# Of its parts: more would show larger units that differ by one person.
PART_DECIMALS = 3
# Of an index where a unit has few: more would show single persons.
INDEX_DECIMALS_WITH_FEW = 2
# Of per cent of an index: of a share between two larger units, and of one that nobody has published by place.
SHARE_DECIMALS, SHARE_DECIMALS_UNPUBLISHED = 1, 0
