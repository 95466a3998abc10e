"""What of amounts by area type may be shown: nothing that tells what fewer than three places got.

Numbers of pupils are published; amounts are, or are not.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..analysis.activity import Landing
from ..domain.messages import Message, message
from .few_places import may_be_shown

# What rests on the sums of a row, and what rests on the amounts that are compared with pupils; and of each those that
# rest on the row of all too.
_SUMS, _SHARES = ("belopp", "andel_belopp"), ("andel_belopp",)
_COMPARED = ("belopp_per_elev", "belopp_per_elev_mottagare", "belopp_jamfort", "andel_belopp_jamfort", "kvot")
_COMPARED_SHARES = ("andel_belopp_jamfort", "kvot")


def shown_landing(landing: Landing, public: bool) -> pd.DataFrame:
    """Return the table of amounts by area type as it may be shown, with ``belopp_dold`` and ``per_elev_dold``.

    ``public``: the amounts of single places are published, and nothing is hidden. Else sums of fewer than three places
    are, and what could be reckoned from others; where the sum of all is hidden, so are all shares of it.
    """
    rows = len(landing.table)
    shown = np.ones((2, rows), dtype=bool)
    if not public:
        figures = np.vstack([landing.sums, landing.compared])
        shown = may_be_shown(figures).reshape(2, rows)
    table = landing.table.copy()
    for columns, of_all, visible in ((_SUMS, _SHARES, shown[0]), (_COMPARED, _COMPARED_SHARES, shown[1])):
        for column in columns:
            table[column] = table[column].where(visible & (visible[-1] | (column not in of_all)))
    return table.assign(belopp_dold=~shown[0], per_elev_dold=~shown[1])


def what_to_know() -> Message:
    """Return what a user has to know whose amounts are not published."""
    return message(
        "Amounts that nobody has published: use one study for them and keep to it. The same amounts by the area types "
        "of another year, by other areas or for other places would tell what each table hides, and no table can see "
        "that of another."
    )
