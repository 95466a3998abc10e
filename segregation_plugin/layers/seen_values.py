"""What columns of an output hold, seen while rows are written, so that nothing is looked through when it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsFields

from .attribute_text import attribute_text

if TYPE_CHECKING:
    import pandas as pd

MOST_DECIMALS = 3
_EXACT = 1e-9


class SeenValues:
    """How many decimals the numbers of each column have, at most three, and whether its texts are all the same.

    ``names``: of the columns as they are written; a format may cut them.
    """

    def __init__(self, fields: QgsFields) -> None:
        self.names = list(fields.names())
        self.decimals = {one.name(): 0 for one in fields.toList() if one.isNumeric()}
        self.rows = 0
        self._texts: dict[str, set[str]] = {name: set() for name in self.names if name not in self.decimals}

    def add(self, row: Sequence[object]) -> None:
        """Take a row into account."""
        self.rows += 1
        for name, value in zip(self.names, row):
            if name in self.decimals:
                if isinstance(value, float) and self.decimals[name] < MOST_DECIMALS:
                    self.decimals[name] = max(self.decimals[name], _decimals_of(value))
            elif len(self._texts[name]) < 2:
                self._texts[name].add(attribute_text(value))

    def add_table(self, table: pd.DataFrame) -> None:
        """Take a table's rows into account, whose columns are in the order of the fields."""
        self.rows += len(table)
        for name, column in zip(self.names, table):
            if name not in self.decimals:
                if len(self._texts[name]) < 2:
                    self._texts[name].update(map(str, table[column].astype(object).fillna("").unique()[:2]))
            elif table[column].dtype.kind == "f":
                for value in table[column].dropna().unique():
                    self.decimals[name] = max(self.decimals[name], _decimals_of(float(value)))
                    if self.decimals[name] == MOST_DECIMALS:
                        break

    def always(self, name: str) -> str | None:
        """Return the text that a column has in every row, None where there are several or none."""
        found = self._texts.get(name, set())
        return next(iter(found)) if len(found) == 1 else None


def _decimals_of(value: float) -> int:
    exact = (decimals for decimals in range(MOST_DECIMALS) if abs(value - round(value, decimals)) < _EXACT)
    return next(exact, MOST_DECIMALS)
