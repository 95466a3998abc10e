"""Pupils by home area: how well the area that a school lies in describes its pupils.

The area type says where the school lies. The pupils' home areas show how far the two agree.

Skolverket's own index of a school already holds the status of its pupils' areas: it says nothing new beside these.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...domain.area_types import ALL, AREA_TYPES, WITHOUT_TYPE
from ...domain.arrays import Numbers
from ...domain.codes import plain_regso
from ...domain.messages import InputError, Message, message
from ...domain.statuses import (
    EXISTS,
    HIDDEN_TEXT,
    HIDDEN_UNDER,
    MISSING,
    parse_value,
)
from ...domain.totals import totals_among_places
from ..segregation.counts import MOST_PERSONS

KINDS = (*(str(number) for number in AREA_TYPES), WITHOUT_TYPE)
HOME = "hem_"
YES, NO, MAYBE, UNKNOWN = "ja", "nej", "kanske", ""
_HIDDEN_TEXTS = ("", HIDDEN_TEXT)
_HALF = 50.0  # per cent
_TOLD = 3  # codes that a message names


class Homes(NamedTuple):
    """Pupils by school and home area: ``skolenhetskod regsokod elever`` (NaN where hidden), each pair once.

    All schools are of the study; ``findings``: what was left out, and home areas that the study does not hold.
    """

    table: pd.DataFrame
    findings: tuple[Message, ...] = ()


def read_homes(rows: pd.DataFrame, schools: pd.DataFrame, areas: pd.DataFrame) -> Homes:
    """Return a user's table of pupils by school and home area, checked.

    ``rows``: ``skolenhetskod regsokod elever``, as texts or numbers, ``..``, empty or NaN being hidden; the index is
    the number of the row, for messages. ``schools``: ``skolenhetskod``; ``areas``: ``regsokod``. Rows of schools that
    the study does not hold are left out and counted, home areas that it does not hold stay, without a type. Raises
    InputError for a table without rows, a number that is none or below zero, a pair that stands twice, and where no
    school or no home area at all is known.
    """
    if rows.empty:
        raise InputError("The table of home areas is empty. Choose another one.")
    table = pd.DataFrame(
        {
            "skolenhetskod": rows["skolenhetskod"].map(_text),
            "regsokod": rows["regsokod"].map(_text).map(plain_regso),
            "elever": [_pupils(value, number) for number, value in rows["elever"].items()],
        },
        index=rows.index,
    )
    for number, row in table[table.duplicated(["skolenhetskod", "regsokod"])].iterrows():
        raise InputError(
            "Table of home areas, feature {id}: school unit {code} and home area {area} stand there twice. Add their "
            "pupils up to one row.",
            id=number,
            code=row["skolenhetskod"] or "''",
            area=row["regsokod"] or "''",
        )
    totals = [totals_among_places(table[name]) for name in ("skolenhetskod", "regsokod")]
    for number, row in table[table["skolenhetskod"].isin(totals[0]) | table["regsokod"].isin(totals[1])].iterrows():
        raise InputError(
            "Table of home areas, feature {id}: '{code}', '{area}' looks like a total, which would count everything "
            "twice. Leave it out, for example with a filter on the layer.",
            id=number,
            code=row["skolenhetskod"],
            area=row["regsokod"],
        )
    is_known = table["skolenhetskod"].isin(schools["skolenhetskod"])
    if not is_known.any():
        raise InputError(
            "The table of home areas holds no school of the study. Choose the column with the codes of the schools."
        )
    if not table["regsokod"].isin(areas["regsokod"]).any():
        raise InputError(
            "The table of home areas holds no RegSO area of the study, but {codes}. Choose the column with the RegSO "
            "codes of the homes (like 0114R001), and a study of the same RegSO version.",
            codes=_some(table["regsokod"]),
        )
    found = []
    strangers = table.loc[~is_known, "skolenhetskod"]
    if len(strangers):
        found.append(
            message(
                "{rows} rows are of {count} school units that the study does not hold, like {codes}; they are left out",
                rows=len(strangers),
                count=strangers.nunique(),
                codes=_some(strangers),
            )
        )
    table = table[is_known]
    elsewhere = table.loc[~table["regsokod"].isin(areas["regsokod"]), "regsokod"]
    if len(elsewhere):
        found.append(
            message(
                "{rows} rows are of {count} home areas that the study does not hold, like {codes}; their area type is "
                "unknown",
                rows=len(elsewhere),
                count=elsewhere.nunique(),
                codes=_some(elsewhere),
            )
        )
    hidden = int(table["elever"].isna().sum())
    if hidden:
        found.append(message("{count} numbers of pupils are hidden: each is between 1 and 9", count=hidden))
    return Homes(table.reset_index(drop=True), tuple(found))


def _text(value: object) -> str:
    text = "" if pd.isna(value) else str(value).strip()
    # Of a number that is whole, but not of 12.000, which may be twelve thousand.
    return text.removesuffix(".0") if text.removesuffix(".0").isdigit() else text


def _pupils(value: object, number: object) -> float:
    text = _text(value)
    try:
        count, status = parse_value(text)
    except ValueError:
        count, status = math.nan, MISSING
    if text in _HIDDEN_TEXTS:
        return math.nan
    # A dash may be nobody, a dot anything, and about how many is no number: only who made the table knows.
    if status != EXISTS or not text[0].isdigit() or count > MOST_PERSONS or count % 1 > 0:
        raise InputError(
            "Table of home areas, feature {id}: '{text}' is no number of pupils. Write a whole number, or '..' (or "
            "nothing) where it is hidden, and run again.",
            id=number,
            text=text,
        )
    return count


def _some(codes: pd.Series) -> str:
    return ", ".join(code or "''" for code in sorted(set(codes))[:_TOLD])


def composition(homes: pd.DataFrame, schools: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """Return for each school with pupils in ``homes`` the area types of their homes against its own.

    ``homes``: of ``Homes``; ``schools``: ``skolenhetskod omradestyp``; ``areas``: ``regsokod omradestyp``. Columns:
    ``skolenhetskod omradestyp``; ``hem_1`` to ``hem_5`` and ``hem_utan`` (pupils whose number is known, by the type of
    their home, ``utan`` without one), ``dolda`` (hidden numbers); ``andel_annan_typ``: per cent of the pupils with a
    known home type who live in another type than the school lies in, NaN where a number is hidden;
    ``andel_annan_typ_lag`` and ``_hog``: what it can be at least and at most, with each hidden number anything from 1
    to 9 and an unknown home type anything;
    ``mest_annan_typ``: ``ja`` where more than half surely live in another type, ``nej`` where surely no more do, else
    ``kanske``. Empty and NaN for a school without a type.
    """
    known, hidden = by_home_type(homes, areas, homes["skolenhetskod"])
    table = known.add_prefix(HOME).rename_axis("skolenhetskod").reset_index()
    types = schools.drop_duplicates("skolenhetskod").set_index("skolenhetskod")["omradestyp"]
    own = table["skolenhetskod"].map(types).astype("Int64")
    table.insert(1, "omradestyp", own)
    is_own = own.to_numpy(dtype=float, na_value=math.nan)[:, None] == np.array(AREA_TYPES)
    pupils, unseen = known.to_numpy(dtype=float), hidden.to_numpy(dtype=float)
    own_pupils, own_unseen = (np.where(is_own, cells[:, :-1], 0.0).sum(axis=1) for cells in (pupils, unseen))
    others, others_unseen = pupils[:, :-1].sum(axis=1) - own_pupils, unseen[:, :-1].sum(axis=1) - own_unseen
    # Who has no home type may live in any: with the own type for the least, with the others for the most.
    nobody, most = pupils[:, -1], HIDDEN_UNDER - 1
    unplaced = unseen[:, -1]
    has_type = is_own.any(axis=1)
    share = np.where(has_type & (unseen.sum(axis=1) == 0), per_cent(others, own_pupils), math.nan)
    low = per_cent(others + others_unseen, own_pupils + nobody + most * (own_unseen + unplaced))
    high = per_cent(others + nobody + most * (others_unseen + unplaced), own_pupils + own_unseen)
    low, high = (np.where(has_type, end, math.nan) for end in (low, high))
    return table.assign(
        dolda=unseen.sum(axis=1).astype("int64"),
        andel_annan_typ=share,
        andel_annan_typ_lag=low,
        andel_annan_typ_hog=high,
        mest_annan_typ=pd.Series(mostly(low, high), index=table.index, dtype=object),
    )


def per_cent(part: Numbers, rest: Numbers) -> Numbers:
    """Return how many per cent ``part`` is of both, NaN where both are 0."""
    whole = part + rest
    return np.divide(100 * part, whole, out=np.full(len(part), math.nan), where=whole > 0)


def mostly(low: Numbers, high: Numbers) -> NDArray[np.str_]:
    """Return whether shares (per cent) that lie from ``low`` to ``high`` are more than half."""
    return np.select([np.isnan(low) | np.isnan(high), low > _HALF, high <= _HALF], [UNKNOWN, YES, NO], MAYBE)


def by_home_type(homes: pd.DataFrame, areas: pd.DataFrame, by: pd.Series) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the known pupils and the number of hidden counts, ``by`` something x the type of the home (``KINDS``)."""
    types = areas.drop_duplicates("regsokod").set_index("regsokod")["omradestyp"]
    kind = kind_of(homes["regsokod"].map(types))
    number, labels = pd.factorize(by, sort=True)
    cell = number * len(KINDS) + pd.Index(KINDS).get_indexer(kind)
    pupils = homes["elever"].to_numpy(dtype=np.float64)
    known, hidden = (
        np.bincount(cell, values, len(labels) * len(KINDS)).reshape(len(labels), len(KINDS)).astype(np.float64)
        for values in (np.nan_to_num(pupils), np.isnan(pupils))
    )
    rows, columns = labels.rename(by.name), pd.Index(KINDS, name=kind.name)
    return pd.DataFrame(known, rows, columns), pd.DataFrame(hidden, rows, columns)


def kind_of(types: pd.Series) -> pd.Series:
    """Return area types as texts, ``utan`` where there is none."""
    return types.map(lambda number: WITHOUT_TYPE if pd.isna(number) else str(int(number))).astype(object)


def mostly_other(answers: pd.Series) -> tuple[float, float]:
    """Return the share (per cent) of schools whose pupils mostly live in another type: at least, and at most.

    ``answers``: ``mest_annan_typ`` of ``composition``; schools of which nothing is known are not among them. NaN where
    there is none.
    """
    known = int((answers != UNKNOWN).sum())
    if not known:
        return math.nan, math.nan
    surely, perhaps = int((answers == YES).sum()), int((answers == MAYBE).sum())
    return 100 * surely / known, 100 * (surely + perhaps) / known


def cross_table(homes: pd.DataFrame, schools: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """Return the pupils by the type their school lies in (rows) and the type they live in (columns), with totals.

    Arguments as in ``composition``. Columns: ``grupp`` (``1`` to ``5``, ``utan``, ``alla``), ``hem_1`` to ``hem_5``,
    ``hem_utan``, ``hem_alla``: pupils whose number is known, NaN where all numbers behind it are hidden; the same
    with ``_dolda``: hidden numbers, each 1 to 9 pupils more. Not to be shown before ``disclosure``'s rule is
    applied.
    """
    types = schools.drop_duplicates("skolenhetskod").set_index("skolenhetskod")["omradestyp"]
    counted = by_home_type(homes, areas, kind_of(homes["skolenhetskod"].map(types)))
    known, hidden = (_with_totals(table.reindex(list(KINDS), fill_value=0.0)) for table in counted)
    known = known.where((known > 0) | (hidden == 0))
    beside = hidden.astype("int64").add_suffix("_dolda")
    return pd.concat([known, beside], axis=1).add_prefix(HOME).rename_axis("grupp").reset_index()


def _with_totals(table: pd.DataFrame) -> pd.DataFrame:
    cells = table.to_numpy()
    cells = np.column_stack([cells, cells.sum(axis=1)])
    columns = pd.Index([*table.columns, ALL], name=table.columns.name)
    return pd.DataFrame(np.vstack([cells, cells.sum(axis=0)]), [*table.index, ALL], columns)
