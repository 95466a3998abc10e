"""A summary as one tidy table: a row a place, year, group and measure; and back to a row a place and group."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from ..domain.area_types import ALL, GROUPS
from ..domain.arrays import Integers, Numbers
from ..domain.measures import (
    BESIDE_RESULT,
    COUNTED,
    COUNTS_BESIDE,
    PUPILS,
    RESIDENTS,
    SHARE_OF_RESIDENTS,
    results_in,
)
from . import records
from .schema import SUMMARY

# The place that stands for the whole study; else a municipality's code, empty for places registered nowhere.
WHOLE = "alla"
COLUMNS = tuple(column.name for column in SUMMARY.columns if column.name != "namn")
# Of a study with files of the population.
_OF_RESIDENTS = (RESIDENTS, SHARE_OF_RESIDENTS)
_ROUNDING = 1e-9
_UNKNOWN: dict[str, object] = {
    **dict.fromkeys(("n", "dolda", "avrundade", "utan_vikt"), math.nan),
    **dict.fromkeys(("lag", "hog", "dolda_andel", "underlag"), math.nan),
    "vikt": "",
    "dold": 0,
}
_DTYPES = {records.WHOLE: "Int64", records.NUMBER: "float64"}
_KINDS = {name: _DTYPES[kind] for name in ("varde", *_UNKNOWN) if (kind := SUMMARY.of(name).kind) != records.TEXT}
_KINDS["dold"] = "int64"


def tidy(summary: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return a summary of ``shown_summaries`` (a row a group, or a municipality and group) as ``COLUMNS``."""
    results = results_in(summary.columns)
    names = (*COUNTED, PUPILS, *(one for one in _OF_RESIDENTS if one in summary), *results)
    rows = len(summary)
    beside = [_beside(summary, name, name in results) for name in names]
    place = summary.get("kommunkod", pd.Series(WHOLE, summary.index))
    named = summary.get("kommunnamn", pd.Series("", summary.index))
    table: dict[str, object] = {
        "platsnamn": np.tile(named.to_numpy(dtype=object), len(names)),
        "plats": np.tile(place.to_numpy(dtype=object), len(names)),
        "ar": np.full(rows * len(names), year, dtype=np.int64),
        "grupp": np.tile(summary["grupp"].to_numpy(dtype=object), len(names)),
        "matt": np.repeat(np.array(names, dtype=object), rows),
        "varde": _stacked([summary[name] for name in names], rows),
    }
    for column, unknown in _UNKNOWN.items():
        values = [one[column] for one in beside]
        if unknown == "":
            table[column] = np.concatenate([np.full(rows, one, dtype=object) for one in values])
        else:
            table[column] = _stacked(values, rows)
    # Column by column: pandas takes far longer to change the kinds of a table's.
    return pd.DataFrame(
        {name: pd.Series(table[name]).astype(_KINDS[name]) if name in _KINDS else table[name] for name in COLUMNS}
    )


def _beside(summary: pd.DataFrame, name: str, is_result: bool) -> dict[str, object]:
    """Return what stands beside a measure: a column, or one value for every row."""
    if is_result:
        return _UNKNOWN | {ours: summary[name + theirs] for theirs, ours in BESIDE_RESULT.items()}
    known: dict[str, dict[str, object]] = {
        PUPILS: {"n": summary["elever_n"], "dold": summary[f"{PUPILS}_dold"]},
        "omraden": {"dolda": summary["omraden_dolda"]},
        RESIDENTS: {"n": summary.get(f"{RESIDENTS}_n")},
    }
    return _UNKNOWN | known.get(name, {})


def _stacked(columns: Sequence[object], rows: int) -> Numbers:
    """Return numbers, NaN where they are unknown, of columns and of single values for all ``rows``."""
    return np.concatenate(
        [_numbers(one) if isinstance(one, pd.Series) else np.full(rows, one, dtype="float64") for one in columns]
    )


def _numbers(column: pd.Series) -> Numbers:
    known = {"na_value": math.nan} if column.hasnans else {}
    return np.asarray(column.to_numpy(dtype="float64", **known))


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
    groups = set(whole["grupp"]) == set(GROUPS)
    return once and complete and groups and both_or_none and measures >= {*COUNTED, PUPILS}


def adds_up(rows: pd.DataFrame) -> bool:
    """Return whether what a whole tidy summary counts of all is the sum of its area types and of the municipalities.

    Only what is known is asked: a sum of which a part is hidden or unknown is left out.
    """
    counted = rows[rows["matt"].isin([*COUNTED, PUPILS, RESIDENTS])]
    in_part = (counted["dold"] != 0) | ((counted["matt"] == RESIDENTS) & counted["varde"].isna())
    # Where no number of pupils is known there is none to add.
    values = counted["varde"].fillna(0.0)
    of_all, of_study = counted["grupp"] == ALL, counted["plats"] == WHOLE
    return all(
        _same(values, in_part, counted, keys, whole, parts)
        for keys, whole, parts in (
            (["plats", "matt"], of_all, ~of_all),
            (["grupp", "matt"], of_study, ~of_study),
        )
    )


def is_within_intervals(rows: pd.DataFrame) -> bool:
    """Return whether every value of a tidy summary that has an interval lies in it, and every interval has two ends."""
    low, value, high = rows["lag"], rows["varde"], rows["hog"]
    known = low.notna() | high.notna()
    return bool(((low <= value + _ROUNDING) & (value <= high + _ROUNDING))[known].all())


def _same(
    values: pd.Series, in_part: pd.Series, rows: pd.DataFrame, keys: list[str], whole: pd.Series, parts: pd.Series
) -> bool:
    by = [rows[key] for key in keys]
    added = {"whole": values.where(whole, 0.0), "parts": values.where(parts, 0.0), "in_part": in_part}
    sums = pd.DataFrame(added).groupby(by).sum()
    return bool((sums["whole"] == sums["parts"])[sums["in_part"] == 0].all())


def wide(rows: pd.DataFrame, by_municipality: bool = False) -> pd.DataFrame:
    """Return the summary that ``tidy`` was made of: by group, or by municipality and group.

    ``rows``: of the whole study, or of municipalities. Raises TypeError or ValueError where a count is unknown, or a
    measure does not have every row once.
    """
    keys = pd.MultiIndex.from_frame(rows[["plats", "grupp"]])
    once = ~keys.duplicated()
    table = {"plats": rows["plats"].to_numpy()[once], "grupp": rows["grupp"].to_numpy()[once]}
    names = rows.drop_duplicates("plats").set_index("plats")["platsnamn"]
    types = [int(group) if group.isdigit() else None for group in table["grupp"]]
    table["omradestyp"] = pd.array(types, dtype="Int64")
    # The rows of every measure, in the same order.
    measure, names_of_measures = pd.factorize(rows["matt"])
    row = keys[once].get_indexer(keys)
    rows_of = np.lexsort((row, measure)).reshape(len(names_of_measures), once.sum())
    if (row[rows_of] != np.arange(once.sum())).any():
        raise ValueError
    values = {name: rows[name].array for name in ("varde", *_UNKNOWN)}
    for name, own in zip(names_of_measures, rows_of):
        beside = {column: known.take(own) for column, known in values.items()}
        if name in COUNTED:
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
            for theirs, ours in BESIDE_RESULT.items():
                table[name + theirs] = _whole(beside[ours]) if theirs in COUNTS_BESIDE else beside[ours]
    found = pd.DataFrame(table)
    if not by_municipality:
        return found.drop(columns="plats")
    found = found.rename(columns={"plats": "kommunkod"})
    found.insert(1, "kommunnamn", found["kommunkod"].map(names))
    return found


def _whole(counts: ExtensionArray) -> Integers:
    if counts.isna().any():
        raise ValueError
    return np.asarray(counts.to_numpy(dtype="int64"))
