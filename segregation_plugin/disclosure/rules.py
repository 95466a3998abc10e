"""Every limit and rounding of disclosure control, once, with its reason."""

from __future__ import annotations

from ..domain.statuses import HIDDEN_UNDER

# Groups of fewer people are shown as "..", as in Sweden's school statistics.
SMALLEST_GROUP = HIDDEN_UNDER
# How far apart the least and the greatest possible value of a hidden number have to be: as far as ".." itself says.
WIDTH = SMALLEST_GROUP - 1
# The interval of an amount has to be so wide, as a share of the greatest possible value; and what a spread leaves open
# of a single place.
NEAREST_OF_AMOUNT = 0.1
# Of two contributors to an amount each knows the other's.
FEWEST_PLACES = 3
# Of means that nobody has published: with more decimals, the sum behind a mean could be derived to the last person.
SHOWN_DECIMALS = 1
# Of a spread, or an interval drawn from single values that nobody has published: of fewer it would reveal some of them.
FEWEST_SPREAD = 10

# Of one or two units an index of known groups gives the numbers that it is made of.
FEWEST_UNITS = 3
# Of fewer places, several figures of what nobody has published by place leave few numbers that they can be of.
FEWEST_UNPUBLISHED = 30
# Of fewer schools, single ones decide how far homes explain them.
FEWEST_SCHOOLS_OF_HOMES = 10
# Below, a few persons decide an index of income fifths.
FEWEST_PERSONS = 100
# Beside a protected table a count that is hidden in three units or more can move together with the others: then a step
# of the last decimal must be worth so many persons of the smallest group for each figure shown. Of fewer units only one
# thing can move, and no figure may show how far: a hundred times what a hidden count leaves open.
FEWEST_WITH_FEW = 3
PERSONS_A_STEP = 20
PERSONS_A_STEP_OF_FEW_UNITS = 1_000

# Of an index where no unit has few persons of a group: as many as anybody compares.
INDEX_DECIMALS = 4
# Of its parts: more would show larger units that differ by one person.
PART_DECIMALS = 3
# Of an index where a unit has few, or whose numbers nobody has published by place: more would show single persons.
INDEX_DECIMALS_WITH_FEW = 2
# Of per cent of an index, and of one that nobody has published by place.
SHARE_DECIMALS, SHARE_DECIMALS_UNPUBLISHED = 1, 0
# Of a p-value, and of one whose numbers nobody has published by place: as many as distinguish 1 of 201 from nothing.
P_DECIMALS, P_DECIMALS_UNPUBLISHED = 4, 3
