"""What must not be read off a table, nor reckoned from it.

Sweden's school statistics show ``..`` for groups under ten pupils, and so do our tables. A hidden number that could be
had by subtraction would be hidden in name alone. So a table is seen as one *system*: cells, and the sums that they
obey, over rows, columns, totals and linked tables. Who reads it knows the cells that are shown, the sums, and that
counts are not negative. ``protect`` hides what is small, then as little more as it takes; ``audit`` tries to reckon
every hidden cell.

Values that a source publishes by school are public, and need no protection: leave such columns out.
"""

from .layout import Layout
from .tables import Protected, audit, audit_tables, protect, protect_tables

__all__ = [
    "Layout",
    "Protected",
    "audit",
    "audit_tables",
    "protect",
    "protect_tables",
]
