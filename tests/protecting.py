"""A summary protected on its own, as if nothing else of its study were shown."""

from __future__ import annotations

import pandas as pd

from segregation_plugin.disclosure.summaries import Hidden, hidden_cells, hide, numbers_in


def protect(summary: pd.DataFrame) -> pd.DataFrame:
    """Return a summary with what may not be shown hidden and marked."""
    return hide(summary, Hidden(hidden_cells(numbers_in(summary))))
