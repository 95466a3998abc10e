"""What is hidden in the summaries by area type, and how it is shown to be."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import pandas as pd

from ..analysis.summaries import UNWEIGHTED
from ..domain.area_types import ALL
from ..domain.measures import AMOUNT, COUNT, OWN_PUPILS, PUPILS, results_in
from ..domain.messages import OutputError
from .engine import Layout, audit, protect
from .rules import FEWEST_PLACES, SMALLEST_GROUP

WEIGHT_SUM = "_elever"
_PLACE, _GROUP = "plats", "grupp"
# Of a mean that rests on a hidden value more decimals would tell it.
SHOWN_DECIMALS = 1
# The place of a whole study, and that of schools that are registered nowhere.
WHOLE, NOWHERE = ALL, "okand"


@dataclass(frozen=True)
class Hidden:
    """What of a study is not shown: by column the pairs of place and group, and by column the schools (codes).

    A place is ``WHOLE`` or the code of a county or municipality, a group a row of a summary.
    """

    cells: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    schools: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def school(self, code: str, column: str) -> bool:
        """Whether a school's number of pupils, or a result of it, is hidden for another's sake."""
        return code in self.schools.get(column, ())


def few(number: object) -> bool:
    """Whether a number of pupils is known and too small to be shown."""
    return isinstance(number, (int, float)) and 0 < number < SMALLEST_GROUP


def hide(summary: pd.DataFrame, hidden: Hidden, place: str = WHOLE) -> pd.DataFrame:
    """Return a summary in which what is ``hidden`` is NaN and marked.

    ``place``: what a summary without municipalities is of.
    """
    table = summary.copy()
    pairs = list(zip(_places(table, place), table[_GROUP]))
    for column in (PUPILS, *results_in(table.columns)):
        chosen = hidden.cells.get(column, frozenset())
        mark = pd.Series([pair in chosen for pair in pairs], index=table.index)
        name = column + "_dold"
        if name in table:
            # Protected before, as a study file's tables are: what was hidden stays so.
            mark |= table[name].astype(bool)
        table[column] = table[column].astype("float64").where(~mark, math.nan)
        table[name] = mark
        if column != PUPILS:
            if hidden.schools.get(column):
                # The sums of other results, of nearly the same pupils, tell what is missing in these.
                table = table.assign(**{column: table[column].round(SHOWN_DECIMALS), column + WEIGHT_SUM: math.nan})
            table[column + WEIGHT_SUM] = table[column + WEIGHT_SUM].where(~mark)
            # A share of pupils tells their number where the user's own are among them, or that of any is hidden.
            share = column + "_dolda_andel"
            told = (table[OWN_PUPILS] == 0) & ~table[PUPILS + "_dold"] & (not hidden.schools.get(PUPILS))
            table[share] = table[share].where(told)
    return table


def require_nothing_told(shown: pd.DataFrame, title: str) -> None:
    """Raise OutputError where a hidden number of a summary that is about to be exported can be reckoned from it."""
    weighted = numbers_in(shown)
    for column in [PUPILS, *results_in(shown.columns)]:
        if not shown[column + "_dold"].any():
            continue
        behind = column if column == PUPILS else column + WEIGHT_SUM
        if behind in weighted:
            table, layout = weighted, Layout(by=(_PLACE, _GROUP), counts=(behind,))
        elif _without_sums(shown, column):
            continue
        else:
            table, layout = _of_whole(shown, column)
        found = audit(table, layout=layout)
        for row in found[found["avslojad"]].itertuples():
            raise OutputError(
                "The table '{table}' was not written: the hidden number in {place}, {group} (column {column}) could be "
                "reckoned from it. Make the study again, and export it anew.",
                table=title,
                place=row.plats,
                group=row.grupp,
                column=column,
            )


def hidden_cells(
    table: pd.DataFrame, parents: Mapping[str, str] | None = None
) -> dict[str, frozenset[tuple[str, str]]]:
    """Return by column which places and groups are hidden.

    ``table``: ``plats grupp``, then ``elever`` and the ``<x>_elever`` that means rest on; NaN is hidden already.
    ``parents``: what a place is part of.
    """
    found = {}
    for column in [name for name in table if name not in (_PLACE, _GROUP)]:
        layout = Layout(by=(_PLACE, _GROUP), counts=(column,), parents={_PLACE: parents or {}})
        mark = protect(table[[_PLACE, _GROUP, column]], layout=layout)[column + "_dold"]
        found[_value_of(column)] = _pairs(table, mark)
    return found


def hidden_unpublished(summary: pd.DataFrame, unpublished: Collection[str]) -> dict[str, frozenset[tuple[str, str]]]:
    """Return by column which groups of a whole study are hidden in measures that nobody publishes by place."""
    found = {}
    for column in [name for name in results_in(summary.columns) if name in unpublished]:
        table, layout = _of_whole(summary, column)
        found[column] = _pairs(table, protect(table, layout=layout)["tal_dold"])
    return found


def _of_whole(summary: pd.DataFrame, column: str) -> tuple[pd.DataFrame, Layout]:
    """Return what a measure of a whole study adds up from, by group: ``tal``, NaN where it is hidden."""
    places = summary[column + "_n"].astype("float64")
    table = pd.DataFrame({_PLACE: WHOLE, _GROUP: summary[_GROUP], "n": places})
    values = summary[column].astype("float64")
    hidden = summary[column + "_dold"].astype(bool) if column + "_dold" in summary else values.isna() & False
    kind = summary[f"{column}_vikt"].iloc[0]
    if kind in (AMOUNT, UNWEIGHTED):
        # A mean of places and their number tell the sum.
        numbers = (values if kind == AMOUNT else values * places).where(places > 0, 0.0)
        layout = Layout(by=(_PLACE, _GROUP), counts=(), amounts=("tal",), places={"tal": "n"})
    else:
        numbers = (values if kind == COUNT else summary[column + WEIGHT_SUM].astype("float64")).fillna(0.0)
        layout = Layout(by=(_PLACE, _GROUP), counts=("tal",))
        # Of one place it is what nobody has published of it; of two each knows the other's.
        hidden |= (places > 0) & (places < FEWEST_PLACES)
    return table.assign(tal=numbers.where(~hidden)), layout


def _without_sums(shown: pd.DataFrame, column: str) -> bool:
    """Whether means of a result are shown without the numbers of pupils that they rest on: nothing adds up."""
    kind = shown[f"{column}_vikt"].iloc[0]
    return kind not in (AMOUNT, COUNT, UNWEIGHTED) and bool(shown[column + WEIGHT_SUM].isna().all())


def numbers_in(summary: pd.DataFrame) -> pd.DataFrame:
    """Return a summary's numbers of pupils as ``hidden_cells`` takes them: unknown is none, unless hidden."""
    found = pd.DataFrame({_PLACE: _places(summary, WHOLE), _GROUP: summary[_GROUP]})
    for column in (PUPILS, *results_in(summary.columns)):
        behind = column if column == PUPILS else column + WEIGHT_SUM
        numbers = summary[behind].astype("float64")
        if column != PUPILS and numbers.isna().all():
            continue  # unweighted: the mean of published values is public
        marked = summary[column + "_dold"].astype(bool) if column + "_dold" in summary else numbers.isna() & False
        found[behind] = numbers.where(numbers.notna() | marked, 0.0)
        if column == PUPILS:
            found[behind] = found[behind].where(summary[OWN_PUPILS] == 0)
    return found


def _places(summary: pd.DataFrame, place: str) -> list[str]:
    if "kommunkod" not in summary:
        return [place] * len(summary)
    return [code or NOWHERE for code in summary["kommunkod"]]


def _value_of(column: str) -> str:
    return column if column == PUPILS else column[: -len(WEIGHT_SUM)]


def _pairs(table: pd.DataFrame, mark: pd.Series) -> frozenset[tuple[str, str]]:
    return frozenset(zip(table.loc[mark, _PLACE], table.loc[mark, _GROUP]))
