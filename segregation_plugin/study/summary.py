"""A summary as one tidy table: a row a place, year, group and measure; and back to a row a place and group."""

from __future__ import annotations

import math
from collections.abc import Iterable

import pandas as pd

from ..domain.arrays import Integers
from ..domain.measures import OWN_PUPILS, PUPILS, RESIDENTS, results_in

# The place that stands for the whole study; else a municipality's code, empty for places registered nowhere.
WHOLE = "alla"
COLUMNS = (
    *("plats", "ar", "grupp", "matt", "varde", "n", "dolda", "dolda_andel", "avrundade", "utan_vikt"),
    *("vikt", "underlag", "dold"),
)
_COUNTS = ("omraden", "skolor", "skolor_kommunal", "skolor_enskild", "skolor_ovriga", "skolor_okand", OWN_PUPILS)
# Of a study with files of the population.
_OF_RESIDENTS = (RESIDENTS, f"{RESIDENTS}_andel")
_UNKNOWN: dict[str, object] = {
    **dict.fromkeys(("n", "dolda", "avrundade", "utan_vikt"), pd.NA),
    **dict.fromkeys(("dolda_andel", "underlag"), math.nan),
    "vikt": "",
    "dold": 0,
}
# What stands beside a result: the column of a wide summary, the column here.
_BESIDE = {
    "_n": "n",
    "_dolda": "dolda",
    "_dolda_andel": "dolda_andel",
    "_avrundade": "avrundade",
    "_utan_vikt": "utan_vikt",
    "_vikt": "vikt",
    "_elever": "underlag",
    "_dold": "dold",
}
_KINDS = {
    "varde": "float64",
    **dict.fromkeys(("n", "dolda", "avrundade", "utan_vikt"), "Int64"),
    **dict.fromkeys(("dolda_andel", "underlag"), "float64"),
    "dold": "int64",
}


def tidy(summary: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return a summary of ``shown_summaries`` (a row a group, or a municipality and group) as ``COLUMNS``."""
    place = summary.get("kommunkod", WHOLE)
    tables = []
    for name in (*_COUNTS, PUPILS, *(one for one in _OF_RESIDENTS if one in summary), *results_in(summary.columns)):
        beside = dict(_UNKNOWN)
        if name in results_in(summary.columns):
            beside |= {ours: summary[name + theirs] for theirs, ours in _BESIDE.items()}
        elif name == PUPILS:
            beside |= {"n": summary["elever_n"], "dold": summary[f"{PUPILS}_dold"]}
        elif name == "omraden":
            beside |= {"dolda": summary["omraden_dolda"]}
        elif name == RESIDENTS:
            beside |= {"n": summary[f"{RESIDENTS}_n"]}
        tables.append(
            pd.DataFrame(
                {"plats": place, "ar": year, "grupp": summary["grupp"], "matt": name, "varde": summary[name], **beside}
            ).astype(_KINDS)
        )
    return pd.concat(tables, ignore_index=True)[list(COLUMNS)]


def is_whole(rows: pd.DataFrame) -> bool:
    """Return whether a tidy summary has every measure of each place and group once, and those of every study."""
    once = not rows.duplicated(["plats", "grupp", "matt"]).any()
    whole = rows[rows["plats"] == WHOLE]
    complete = all(
        len(part) == len(part[["plats", "grupp"]].drop_duplicates()) * part["matt"].nunique()
        for part in (whole, rows[rows["plats"] != WHOLE])
    )
    measures = set(whole["matt"])
    both_or_none = len(measures & set(_OF_RESIDENTS)) in (0, len(_OF_RESIDENTS))
    return once and complete and both_or_none and measures >= {*_COUNTS, PUPILS}


def wide(rows: pd.DataFrame, names: Iterable[tuple[str, str]] | None = None) -> pd.DataFrame:
    """Return the summary that ``tidy`` was made of: by group, or by municipality and group where ``names`` are given.

    ``rows``: of the whole study, or of municipalities. ``names``: codes and names of municipalities. Raises TypeError
    or ValueError where a count is unknown.
    """
    keys = ["plats", "grupp"]
    table = rows[keys].drop_duplicates().reset_index(drop=True)
    types = table["grupp"].map(lambda group: int(group) if group.isdigit() else None).astype("Int64")
    table.insert(2, "omradestyp", types)
    by = rows.set_index(keys)
    for name, of_measure in by.groupby("matt", sort=False):
        beside = of_measure.reindex(pd.MultiIndex.from_frame(table[keys]))
        if name in _COUNTS:
            table[name] = _whole(beside["varde"])
            if name == "omraden":
                table["omraden_dolda"] = _whole(beside["dolda"])
        elif name == PUPILS:
            table[name], table["elever_n"] = beside["varde"].to_numpy(), _whole(beside["n"])
            table[f"{PUPILS}_dold"] = beside["dold"].to_numpy()
        elif name in _OF_RESIDENTS:
            table[name] = beside["varde"].to_numpy()
            if name == RESIDENTS:
                table[f"{RESIDENTS}_n"] = _whole(beside["n"])
        else:
            table[name] = beside["varde"].to_numpy()
            for theirs, ours in _BESIDE.items():
                counts = ours in ("n", "dolda", "avrundade", "utan_vikt")
                table[name + theirs] = _whole(beside[ours]) if counts else beside[ours].array
    if names is None:
        return table.drop(columns="plats")
    table = table.rename(columns={"plats": "kommunkod"})
    table.insert(1, "kommunnamn", table["kommunkod"].map(dict(names)).fillna(""))
    return table


def _whole(counts: pd.Series) -> Integers:
    if counts.isna().any():
        raise ValueError
    return counts.to_numpy().astype("int64")
