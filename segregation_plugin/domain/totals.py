"""Labels that stand for everything in a table, not for a part of it."""

from __future__ import annotations

# In lower case.
TOTALS = ("alla", "samtliga", "totalt", "total", "summa", "sum", "all", "riket", "hela riket")
