"""Amounts by area type as they may be shown: no figure may reveal what fewer than three places got.

Numbers of pupils are published; amounts are, or are not.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from ..analysis.schools.activity import ROWS, WITHOUT_SCHOOL, Landing
from ..domain.area_types import ALL
from ..domain.arrays import Numbers
from ..domain.messages import Message, message
from .few_places import may_be_shown

# What rests on the sums of a row, and what rests on the amounts that are compared with pupils; and of each those that
# rest on the row of all too.
_SUMS, _SHARES = ("belopp", "andel_belopp"), ("andel_belopp",)
_COMPARED = ("belopp_per_elev", "belopp_per_elev_mottagare", "belopp_jamfort", "andel_belopp_jamfort", "kvot")
_COMPARED_SHARES = ("andel_belopp_jamfort", "kvot")


def shown_landing(landing: Landing, public: bool, hidden_in_study: Collection[frozenset[str]] = ()) -> pd.DataFrame:
    """Return the table of amounts by area type as it may be shown, with ``belopp_dold`` and ``per_elev_dold``.

    ``public``: the amounts of single places are published, and nothing is hidden. Otherwise sums of fewer than three
    places are hidden, and what they could be derived from; where the sum of all is hidden, so are all shares of it.
    ``hidden_in_study``: for each sum of the user's own that nobody has published the groups that the study hides it for
    (``disclosure.own_sums.hidden_groups``). It may be these very amounts, so what the study shows of them counts as
    shown here too.
    """
    rows = len(landing.table)
    shown = np.ones((2, rows), dtype=bool)
    if not public:
        figures = np.vstack([landing.sums, landing.compared])
        beside = [_shown_by_study(landing.sums, hidden) for hidden in hidden_in_study if ALL not in hidden]
        shown = may_be_shown(figures, beside).reshape(2, rows)
    table = landing.table.copy()
    for columns, of_all, visible in ((_SUMS, _SHARES, shown[0]), (_COMPARED, _COMPARED_SHARES, shown[1])):
        for column in columns:
            table[column] = table[column].where(visible & (visible[-1] | (column not in of_all)))
    return table.assign(belopp_dold=~shown[0], per_elev_dold=~shown[1])


def _shown_by_study(sums: Numbers, hidden: frozenset[str]) -> Numbers:
    """Return the sums that a study shows, with its total, which has no codes without a school."""
    parts = [place for place, group in enumerate(ROWS) if group not in (ALL, WITHOUT_SCHOOL)]
    shown = [place for place in parts if ROWS[place] not in hidden]
    return np.vstack([sums[shown], sums[parts].sum(axis=0)])


def what_to_know() -> Message:
    """Return the messages for a user whose amounts are not published."""
    return message(
        "Amounts that nobody has published: use one study for them and keep to it. The same amounts by the area types "
        "of another year, by other areas or for other places would reveal what each table hides, and that cannot be "
        "checked here."
    )
