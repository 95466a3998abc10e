"""Pupils by home area as they may be shown: by school, and by the type of area of the school, protected together.

A school's row and the row of its type are tables of the same pupils. Each could reveal what the other hides, and the
number of pupils of a school is published: so a row's total counts as known, and no cell may follow from all of these.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd

from ..analysis.schools.home_areas import (
    HOME,
    KINDS,
    MAYBE,
    NO,
    UNKNOWN,
    YES,
    by_home_type,
    cross_table,
    kind_of,
    mostly,
    per_cent,
)
from ..domain.area_types import ALL
from ..domain.messages import Message, message
from .engine import Layout, protect_tables
from .rules import FEWEST_PLACES, SMALLEST_GROUP

_PLACE, _HOME, _PUPILS = "plats", "hem", "elever"
# Labels of rows that are no school's: its codes are digits.
_TYPE, _POOL = "typ ", "tillsammans "


class ShownHomes(NamedTuple):
    """Tables that may be shown.

    ``schools``, a row a school: ``skolenhetskod omradestyp``; ``hem_1`` to ``hem_5``, ``hem_utan``, ``hem_alla``
    (pupils by the type of their home), NaN where hidden (``hem_x_dold``); ``andel_annan_typ`` (per cent of the pupils
    with a home type who live in another type than the school lies in; NaN where hidden cells leave it open),
    ``andel_annan_typ_lag`` and ``_hog`` (the least and the most that it can be) and ``mest_annan_typ``. ``crossed``: of
    ``home_areas.cross_table``, with ``hem_x_dold`` and the same three shares: of the known pupils of each type's
    schools, and of those of all schools with a type.

    Codes of the schools that neither table holds: ``small`` (under ten pupils), ``alone`` (with hidden numbers, and too
    few such of their type) and ``revealing`` (whose numbers would reveal hidden ones). ``together``: of those that only
    the second holds.
    """

    schools: pd.DataFrame
    crossed: pd.DataFrame
    small: frozenset[str]
    alone: frozenset[str]
    revealing: frozenset[str]
    together: frozenset[str]

    @property
    def left_out(self) -> frozenset[str]:
        """Return the codes of all schools that neither table holds."""
        return self.small | self.alone | self.revealing

    @property
    def hides_anything(self) -> bool:
        """Return whether any number of pupils stands in neither table."""
        marks = [table.filter(regex=f"^{HOME}.*(_dold|_dolda)$") for table in (self.schools, self.crossed)]
        return bool(self.left_out) or any(mark.to_numpy().any() for mark in marks)


def protected_homes(homes: pd.DataFrame, schools: pd.DataFrame, areas: pd.DataFrame) -> ShownHomes:
    """Return the pupils' home types by school, and by the type of the school, as they may be shown.

    Arguments as in ``home_areas.composition``. Schools of under ten pupils are left out of both tables, since the rows
    of all others would reveal them. Schools with a hidden number are in the second table alone, and not even there if
    they are fewer than three of a type or have fewer than ten such numbers together (who knew how many pupils they have
    would know the numbers' sum), or fewer than ten known pupils together (all others would be hidden for them). Of the
    others, cells are hidden as in ``engine``; a school that even then shows what it must not is left out too. Raises
    OutputError as ``protect_tables`` does.
    """
    known, hidden = by_home_type(homes, areas, homes["skolenhetskod"])
    types = schools.drop_duplicates("skolenhetskod").set_index("skolenhetskod")["omradestyp"].reindex(known.index)
    kind = kind_of(types)
    pupils, unseen = known.sum(axis=1), hidden.sum(axis=1)
    together = unseen > 0
    small = (pupils < SMALLEST_GROUP) & ~together
    alone = revealing = pd.Series(False, index=known.index)
    while True:
        out = small | alone | revealing
        pool = pd.DataFrame({"schools": 1.0, "numbers": unseen, "pupils": pupils}).where(together & ~out, 0.0)
        pool = pool.groupby(kind).transform("sum")
        is_few = (pool["schools"] < FEWEST_PLACES) | (pool[["numbers", "pupils"]] < SMALLEST_GROUP).any(axis=1)
        alone = alone | (together & ~out & is_few)
        out = out | alone
        shown, parents = _rows(known[~out], kind[~out], together[~out])
        layout = Layout(
            by=(_PLACE, _HOME), counts=(_PUPILS,), attributes=(_HOME,), parents={_PLACE: parents}, totals=(ALL,)
        )
        [found] = protect_tables([shown], layout).tables
        shown_table = found.pivot(index=_PLACE, columns=_HOME, values=_PUPILS)[[*KINDS, ALL]]
        # The number of pupils of a school is published, so it cannot be hidden.
        more = pd.Series(known.index.isin(shown_table.index[shown_table[ALL].isna()]), index=known.index)
        if not more.any():
            break
        revealing = revealing | more
    together = known.index[together & ~out]
    return ShownHomes(
        _by_school(shown_table.reindex(known.index[~out].difference(together)), types),
        _crossed(cross_table(homes[homes["skolenhetskod"].isin(known.index[~out])], schools, areas), shown_table),
        frozenset(known.index[small]),
        frozenset(known.index[alone]),
        frozenset(known.index[revealing]),
        frozenset(together),
    )


def _rows(known: pd.DataFrame, kind: pd.Series, together: pd.Series) -> tuple[pd.DataFrame, dict[str, str]]:
    """Return the table to protect, a row a place and home type with all totals, and the place that each is part of.

    Places are the schools, those of a type that stand ``together`` as one, and the types.
    """
    place = pd.Series(known.index, index=known.index).where(~together, _POOL + kind)
    by_place, by_type = known.groupby(place).sum(), known.groupby(_TYPE + kind).sum()
    everything = known.sum().to_frame(ALL).T
    wide = pd.concat([by_place, by_type, everything]).rename_axis(_PLACE)
    wide[ALL] = wide.sum(axis=1)
    table = wide.reset_index().melt(id_vars=_PLACE, var_name=_HOME, value_name=_PUPILS)
    return table, {**dict(zip(place, _TYPE + kind)), **dict.fromkeys(by_type.index, ALL)}


def _in_other_types(shown_table: pd.DataFrame, own: pd.Series) -> pd.DataFrame:
    """Return how many pupils of each row with a type of its ``own`` live in other types, by what is shown.

    Columns: ``least`` and ``most`` of all ``pupils``; ``own``: those who live in the row's type; ``is_exact``: whether
    nothing is hidden except among other types, so that ``least`` and ``own`` are all whose home has a type.
    """
    own = own.reindex(shown_table.index)
    cells = shown_table[list(KINDS)].to_numpy(dtype=float)
    is_own = own.to_numpy(dtype=float, na_value=math.nan)[:, None] == np.array([*map(float, KINDS[:-1]), math.nan])
    is_without = np.array(KINDS) == KINDS[-1]
    seen, unseen = np.nan_to_num(cells), np.isnan(cells)
    is_other = ~(is_own | is_without)
    pupils = shown_table[ALL].to_numpy(dtype=float)
    rest = pupils - seen.sum(axis=1)
    in_own, in_without, in_others = ((unseen & where).any(axis=1) for where in (is_own, is_without, is_other))
    # What is hidden, and who has no home type, may all live where that makes the share the least, or the most.
    others, own_pupils = (seen * is_other).sum(axis=1), (seen * is_own).sum(axis=1)
    parts = {
        "least": others + rest * ~(in_own | in_without),
        "most": pupils - own_pupils - rest * ~(in_others | in_without),
        "own": own_pupils,
        "pupils": pupils,
        "is_exact": ~in_own & ~in_without,
    }
    return pd.DataFrame(parts, index=shown_table.index)[own.notna()]


def _shares(parts: pd.DataFrame) -> pd.DataFrame:
    """Return ``andel_annan_typ`` with the least and the most that it can be by what is shown."""
    least, most, own, pupils = (parts[name].to_numpy(dtype=float) for name in ("least", "most", "own", "pupils"))
    shares = {
        "andel_annan_typ": np.where(parts["is_exact"].to_numpy(dtype=bool), per_cent(least, own), math.nan),
        "andel_annan_typ_lag": per_cent(least, pupils - least),
        "andel_annan_typ_hog": per_cent(most, pupils - most),
    }
    return pd.DataFrame(shares, index=parts.index)


def _by_school(shown_table: pd.DataFrame, types: pd.Series) -> pd.DataFrame:
    """Return ``ShownHomes.schools``."""
    own = types.reindex(shown_table.index)
    shares = _shares(_in_other_types(shown_table, own)).reindex(shown_table.index)
    answers = mostly(*(shares[f"andel_annan_typ{end}"].to_numpy() for end in ("_lag", "_hog")))
    numbers = shown_table.rename_axis(columns=None).add_prefix(HOME)
    marks = numbers.isna().astype("int64").add_suffix("_dold")
    shares["mest_annan_typ"] = pd.Series(answers, index=shown_table.index, dtype=object)
    table = pd.concat([own.astype("Int64").rename("omradestyp"), numbers, shares, marks], axis=1)
    return table.rename_axis("skolenhetskod").reset_index()


def _crossed(table: pd.DataFrame, shown_table: pd.DataFrame) -> pd.DataFrame:
    """Return a cross table without the hidden cells, and with the shares that the others give."""
    numbers = [f"{HOME}{kind}" for kind in (*KINDS, ALL)]
    # Types without schools have no row.
    places = [group if group == ALL else _TYPE + group for group in table["grupp"]]
    is_hidden = shown_table.isna().reindex(places, fill_value=False).to_numpy()
    hidden = pd.DataFrame(is_hidden, index=table.index, columns=numbers) | table[numbers].isna()
    parts = _in_other_types(shown_table, pd.Series({_TYPE + kind: float(kind) for kind in KINDS[:-1]}))
    together = parts.drop(columns="is_exact").sum(skipna=False).to_frame(ALL).T
    parts = pd.concat([parts, together.assign(is_exact=parts["is_exact"].all())])
    return pd.concat(
        [
            table[["grupp"]],
            table[numbers].where(~hidden),
            _shares(parts).reindex(places).set_axis(table.index),
            hidden.astype("int64").add_suffix("_dold"),
            table[[f"{name}_dolda" for name in numbers]],
        ],
        axis=1,
    )


def shown_answers(answers: pd.Series, shown: pd.Series) -> pd.Series:
    """Return for each school whether its pupils mostly live in another type, as far as it may be counted.

    ``answers``: of ``composition``; ``shown``: of ``ShownHomes.schools``, both by school. Of the schools that are left
    open there the share of schools gives how many are of which kind. Unless there are three of each kind, it would
    reveal single ones (or all, where they are of one kind): then they are open here too.
    """
    is_open = (answers != UNKNOWN) & ~shown.reindex(answers.index).isin([YES, NO])
    each = [int((answers[is_open] == answer).sum()) for answer in (YES, NO)]
    return answers.where(~is_open | (min(each) >= FEWEST_PLACES), MAYBE)


def what_to_know() -> Message:
    """Return the messages for a user whose table of pupils' homes is not published."""
    return message(
        "Pupils by home area that nobody has published: use one study for them and keep to it. The same pupils by the "
        "area types of another year, by other areas or for other places would reveal what these tables hide, and that "
        "cannot be checked here."
    )
