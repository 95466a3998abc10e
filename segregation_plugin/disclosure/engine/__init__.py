"""Disclosure control of tables: what must not be shown, and what it could be derived from.

Sweden's school statistics show ``..`` for groups under ten pupils, and so do our tables. A hidden number that can be
derived by subtraction is hidden in name alone. So tables are one *system*: cells, and the sums that they obey, over
rows, columns, totals and linked tables. ``protect`` hides small cells, then as few others as protect them. ``audit``
computes between what and what every hidden cell must lie.

**An attacker** is assumed to know

- the cells that are shown, and all sums, with the most that the source says they may be off;
- that counts are whole numbers and not negative, and how far shares and means are rounded;
- that zeros are shown, so that a hidden count is 1 at least; but where all categories of people in a group are hidden
  they may be hidden since all are in one, so that each may be 0;
- of what stands behind a single contributor: that contributor knows its own.

A hidden count has an interval of ``threshold`` - 1 for them: 1 to 10, or more. They are not assumed to run this program
to see which tables would come out like this one, nor to know single people, or tables that were not given together.

Values that a source publishes by school are public, and need no protection: leave such columns out.
"""

from .layout import Layout
from .protection import (
    Protected,
    audit,
    audit_tables,
    protect,
    protect_tables,
)

__all__ = [
    "Layout",
    "Protected",
    "audit",
    "audit_tables",
    "protect",
    "protect_tables",
]
