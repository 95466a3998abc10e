"""Matching the index to areas by code, or by the names of the right time; and what did not match."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from ...domain import findings as kinds
from ...domain.codes import (
    ONLY_IN_REGSO_2020,
    ONLY_IN_REGSO_2025,
    REGSO_2020,
    REGSO_2025,
    regso_version_of_year,
)
from ...domain.columns import INDEX_COLUMNS, INDEX_STATUSES, INDEX_VALUES
from ...domain.findings import Finding
from ...domain.measures import STATUS_SUFFIX
from ...domain.messages import InputError, Message, message
from ...domain.statuses import (
    EXISTS,
    HIDDEN,
    MISSING,
    NOT_COMPARABLE,
    NOT_IN_INDEX,
    ROUNDED,
)
from .names import NameSet, normal, resolve

BY_CODE = "kod"
BY_NAME = "namn"
WITHOUT_VALUE = "utan_varde"

_BY_KNOWLEDGE = (EXISTS, ROUNDED, HIDDEN, NOT_COMPARABLE, MISSING)
_VALUES = ("omradestyp", *INDEX_VALUES)
_NO_BORDER_CHANGE = ("Namnändrad (ej kodändrad)", "Utvidgas till territorialvattnet")


@dataclass(frozen=True)
class MatchedIndex:
    """An index whose rows all have a code, and what was found: ``INDEX_COLUMNS matchning`` statuses ``fil``."""

    table: pd.DataFrame
    findings: list[Finding]


@dataclass(frozen=True)
class MatchedAreas:
    """Areas with type and index, and what was found."""

    table: pd.DataFrame
    findings: list[Finding]


@dataclass(frozen=True)
class OtherBorders:
    """How many of ``all`` areas have other borders than the index's; they may have, where ``areas`` is None.

    ``areas`` and ``index``: the RegSO versions.
    """

    count: int
    all: int
    areas: str | None
    index: str


def with_codes(index: pd.DataFrame, sets: list[NameSet]) -> MatchedIndex:
    """Give every row of a long index table its RegSO code, and make one row an area and year.

    Rows by name are resolved file by file and year by year, by the names of that file's time. Raises
    InputError when two rows of an area and year disagree.
    """
    table = index.reindex(columns=[*index.columns, *(name for name in INDEX_STATUSES if name not in index)])
    table["matchning"] = table["regsokod"].notna().map({True: BY_CODE, False: BY_NAME})
    findings: list[Finding] = []
    for (file, year), rows in table[table["regsokod"].isna()].groupby(["fil", "index_ar"], sort=True):
        resolved = resolve(rows["omrade"], int(year), sets)
        table.loc[rows.index, "regsokod"] = rows["omrade"].map(normal).map(resolved.codes)
        findings.append(
            Finding(
                kinds.NAME_SET,
                str(year),
                str(file),
                message(
                    "{count} of {all} names follow the RegSO names of {date}",
                    count=len(resolved.codes),
                    all=len(rows),
                    date=resolved.date,
                ),
            )
        )
        findings += [Finding(kinds.NAME_UNKNOWN, str(year), name) for name in resolved.unknown]
        findings += [
            Finding(
                kinds.AMBIGUOUS_NAME,
                resolved.codes.get(name, ""),
                name,
                message("read as in the RegSO names of {date}", date=resolved.date),
            )
            for name in resolved.ambiguous
        ]
    if "ar_ur_filnamn" in table:
        from_name = table.loc[table["ar_ur_filnamn"].astype(bool), ["index_ar", "fil"]].drop_duplicates()
        findings += [Finding(kinds.YEAR_FROM_NAME, str(year), file) for year, file in from_name.itertuples(index=False)]
    known = _without_other_years(table[table["regsokod"].notna()])
    known, duplicates = _one_row_an_area(known)
    names = known["omrade"].str.extract(r"\((.+)\)\s*$")[0]
    known["regsonamn"] = known["regsonamn"].where(known["regsonamn"].notna(), names)
    return MatchedIndex(
        known[[*INDEX_COLUMNS, "matchning", *INDEX_STATUSES, "fil"]].reset_index(drop=True), findings + duplicates
    )


def join(areas: pd.DataFrame, index: pd.DataFrame, year: int, border_changes: set[str]) -> MatchedAreas:
    """Join one year of the index to areas by ``regsokod``.

    ``areas``: ``regsokod regsonamn`` and, where known, ``version``. Adds ``omradestyp``
    (Int64, missing where unknown), ``socioekonomiskt_index``, their statuses, ``index_ar``, ``matchning`` and
    ``grans_andrad`` (missing where the layer's version is unknown and borders may differ). Rows and order of
    ``areas`` stay.
    """
    of_year = index[index["index_ar"] == year].set_index("regsokod")
    # A row of markers alone is no value, neither for an area nor without one.
    values = of_year[of_year[["omradestyp", "socioekonomiskt_index"]].notna().any(axis=1)]
    statuses = of_year.reindex(columns=list(INDEX_STATUSES))
    table = areas.copy()
    for column in ("omradestyp", "socioekonomiskt_index"):
        table[column] = table["regsokod"].map(values[column])
        given = table["regsokod"].map(statuses[column + STATUS_SUFFIX])
        otherwise = table[column].notna().map({True: EXISTS, False: NOT_IN_INDEX})
        table[column + STATUS_SUFFIX] = given.where(given.notna(), otherwise)
    table["omradestyp"] = table["omradestyp"].astype("Int64")
    table["index_ar"] = year
    has_value = table["omradestyp"].notna() | table["socioekonomiskt_index"].notna()
    table["matchning"] = table["regsokod"].map(values["matchning"]).where(has_value, WITHOUT_VALUE)
    changed = _other_borders(areas, year, border_changes)
    table["grans_andrad"] = table["regsokod"].isin(changed).astype("Int64")
    found = _findings(table, values, has_value)
    if layer_version(areas) is None and table["grans_andrad"].any():
        # In a layer of the other version these areas differ, in one of the same version none does.
        table.loc[table["grans_andrad"] == 1, "grans_andrad"] = pd.NA
        unknown = message("the index is on RegSO {version}", version=regso_version_of_year(year))
        found.append(Finding(kinds.VERSION_UNKNOWN, "", "", unknown))
    return MatchedAreas(table, found)


def once(areas: pd.DataFrame) -> pd.DataFrame:
    """Return a row an area: a layer may give an area as several features, which are one when areas are counted."""
    return areas.drop_duplicates("regsokod")


def other_borders(areas: pd.DataFrame, year: int, border_changes: set[str]) -> OtherBorders | None:
    """Return how many areas (``regsokod``, ``version`` where known) have other borders than the index of ``year``.

    None where no area has: the index is of their version, or their borders did not change.
    """
    codes = areas["regsokod"].drop_duplicates()
    count = int(codes.isin(_other_borders(areas, year, border_changes)).sum())
    if not count:
        return None
    return OtherBorders(count, len(codes), layer_version(areas), regso_version_of_year(year))


def said_of_borders(found: OtherBorders, year: int) -> list[Message]:
    """Return how many areas have other borders than the index of ``year``, and what that means for their values."""
    differ = (
        message(
            "SCB has changed the borders of some RegSO areas: there are those of 2020 and those of 2025. The area "
            "types of {year} were worked out for the borders of {index}, and these areas have those of {areas}. "
            "{count} of the {all} areas have changed.",
            year=year,
            index=found.index,
            areas=found.areas,
            count=found.count,
            all=found.all,
        )
        if found.areas
        else message(
            "SCB has changed the borders of some RegSO areas: there are those of 2020 and those of 2025. The area "
            "types of {year} were worked out for the borders of {index}. Which ones these areas have, the layer does "
            "not say: up to {count} of the {all} areas may have changed.",
            year=year,
            index=found.index,
            count=found.count,
            all=found.all,
        )
    )
    return [
        differ,
        message(
            "A changed area gets the type that was published for its code within the other borders, and the match "
            "report lists it; the other areas are right. Types up to 2023 are for the borders of 2020, types from 2024 "
            "on for those of 2025."
        ),
    ]


def _other_borders(areas: pd.DataFrame, year: int, border_changes: set[str]) -> set[str]:
    return border_changes if layer_version(areas) != regso_version_of_year(year) else set()


def layer_version(areas: pd.DataFrame) -> str | None:
    """Return the RegSO version of areas: by their ``version`` field, else by the code only one has."""
    if "version" in areas:
        versions = areas["version"].dropna().astype(str).str[: len(REGSO_2025)].unique()
        known = [version for version in (REGSO_2025, REGSO_2020) if version in versions]
        if known:
            # Areas of both are of neither: their borders do not fit together.
            return known[0] if len(known) == 1 else None
    codes = set(areas["regsokod"])
    if ONLY_IN_REGSO_2025 in codes:
        return REGSO_2025
    return REGSO_2020 if ONLY_IN_REGSO_2020 in codes else None


def border_changes(changes: pd.DataFrame) -> set[str]:
    """Return the codes, old and new, whose borders changed between RegSO 2020 and 2025.

    ``changes``: SCB's list. A rename or an extension into the sea is no border change.
    """
    between = changes[(changes["date"] == "2025-01-01") & ~changes["change"].isin(_NO_BORDER_CHANGE)]
    return set(between["old_code"]) | set(between["new_code"])


def _without_other_years(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table without statuses that only say that a year is outside the life of a RegSO version.

    SCB's tables give ``..`` for every area there, which hides nothing: so does a file's year of markers alone.
    """
    has_value = table[["omradestyp", "socioekonomiskt_index"]].notna().any(axis=1)
    alive = has_value.groupby([table["fil"], table["index_ar"]]).transform("any")
    version = table["index_ar"].map(regso_version_of_year)
    other = table["regsokod"].map({ONLY_IN_REGSO_2020: REGSO_2020, ONLY_IN_REGSO_2025: REGSO_2025})
    silent = ~has_value & (~alive | (other.notna() & (other != version)))
    return table.assign(**{column: table[column].where(~silent, None) for column in INDEX_STATUSES})


def _statuses(table: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Return for each area and year the most informative status: a value goes before the marker of another file."""
    found = {}
    for column in INDEX_STATUSES:
        rank = table[column].map({status: rank for rank, status in enumerate(_BY_KNOWLEDGE)})
        ordered = table.assign(rank=rank).sort_values("rank", kind="stable")
        found[column] = ordered.drop_duplicates(by).set_index(by)[column]
    return pd.DataFrame(found)


def _one_row_an_area(table: pd.DataFrame) -> tuple[pd.DataFrame, list[Finding]]:
    by = ["regsokod", "index_ar"]
    repeated = table[table.duplicated(by, keep=False)]
    if repeated.empty:
        return table.copy(), []
    for column in _VALUES:
        different = repeated.dropna(subset=[column]).groupby(by)[column].nunique()
        different = different[different > 1]
        if not different.empty:
            code, year = different.index[0]
            rows = repeated[(repeated["regsokod"] == code) & (repeated["index_ar"] == year)].dropna(subset=[column])
            raise _conflict(rows.iloc[0], rows[rows[column] != rows.iloc[0][column]].iloc[0], column)
    # Values of one area and year may be from several files: types from one, the index from another.
    files = table.groupby(by, sort=False)["fil"].transform(lambda names: "; ".join(names.astype(str).unique()))
    merged = table.assign(fil=files).groupby(by, sort=False, as_index=False).first().drop(columns=list(INDEX_STATUSES))
    merged = merged.merge(_statuses(table, by), left_on=by, right_index=True)
    # A type file and an index file for one year complete each other; only a value said twice is a duplicate.
    said_twice = repeated.groupby(by)[list(_VALUES)].count().max(axis=1)
    where = repeated["fil"].astype(str) + " " + repeated["rad"].astype(str)
    rows = where.groupby([repeated[name] for name in by]).agg("; ".join)
    found = [
        Finding(
            kinds.DUPLICATE_VALUE,
            code,
            "",
            message(
                "{count} times for {year} (rows: {lines})",
                count=count,
                year=year,
                lines=rows[code, year],
            ),
        )
        for (code, year), count in said_twice[said_twice > 1].items()
    ]
    return merged[list(table.columns)], found


def _why(statuses: set[str]) -> Message:
    """Return why an area has no value."""
    if HIDDEN in statuses:
        return message("hidden by SCB ('..')")
    if statuses <= {NOT_IN_INDEX}:
        return message("not in the index files")
    return message("missing in the index files")


def _conflict(first: pd.Series, second: pd.Series, column: str) -> InputError:
    """Return the error of two values of one area and year: a revised file must never be mixed with what it replaced."""
    days = [_day(row.get("uppdaterad")) for row in (first, second)]
    if all(days) and days[0] != days[1]:
        older = first if days[0] < days[1] else second
        advice = message("{file} is the older one: leave it out.", file=older["fil"])
    else:
        advice = message("Choose the file that is right.")
    return InputError(
        "{code} has two values of {column} for {year}: {first} ({first_file}, row {first_row}{first_updated}) and "
        "{second} ({second_file}, row {second_row}{second_updated}). {advice}",
        code=first["regsokod"],
        column=column,
        year=first["index_ar"],
        first=first[column],
        first_file=first["fil"],
        first_row=first["rad"],
        first_updated=_updated(days[0]),
        second=second[column],
        second_file=second["fil"],
        second_row=second["rad"],
        second_updated=_updated(days[1]),
        advice=advice,
    )


def _day(updated: object) -> str:
    """Return the day of ``20250131 08:00`` or ``2025-01-31T07:00:00Z``, empty for anything else."""
    digits = re.sub(r"\D", "", str(updated))
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}" if len(digits) >= len("20250131") else ""


def _updated(day: str) -> Message:
    return message(", last updated {day}", day=day) if day else message("")


def _findings(table: pd.DataFrame, values: pd.DataFrame, has_value: pd.Series) -> list[Finding]:
    found = [
        Finding(kinds.WITHOUT_VALUE, row.regsokod, row.regsonamn, _why({getattr(row, each) for each in INDEX_STATUSES}))
        for row in once(table[~has_value]).sort_values("regsokod").itertuples()
    ]
    without_area = values.loc[~values.index.isin(table["regsokod"]), ["regsonamn", "omradestyp"]].sort_index()
    for code, name, kind in without_area.itertuples(name=None):
        details = kinds.NO_DETAILS if pd.isna(kind) else message("area type {type}", type=int(kind))
        found.append(Finding(kinds.WITHOUT_AREA, str(code), name if isinstance(name, str) else "", details))
    counts = table["regsokod"].value_counts()
    found += [
        Finding(kinds.DUPLICATE_AREA, str(code), "", message("{count} times", count=count))
        for code, count in counts[counts > 1].sort_index().items()
    ]
    found += [
        Finding(kinds.BORDER_CHANGED, row.regsokod, row.regsonamn)
        for row in once(table[table["grans_andrad"] == 1]).sort_values("regsokod").itertuples()
    ]
    return found
