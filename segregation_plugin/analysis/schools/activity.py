"""Grants and other amounts by the type of area where the schools lie."""

from __future__ import annotations

import math
import re
from collections.abc import Collection
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...domain.area_types import ALL, GROUPS, WITHOUT_TYPE
from ...domain.arrays import Numbers
from ...domain.codes import COUNTY, MUNICIPALITY_DIGITS
from ...domain.measures import OWN_PUPILS, PUPILS
from ...domain.messages import InputError, Message, message
from ...domain.totals import totals_among_places

# Levels that an amount is given for.
BY_SCHOOL, BY_MUNICIPALITY = "skola", "kommun"
# The row of amounts that no school of the study got, before the one of all.
WITHOUT_SCHOOL = "utan_skola"
WITHOUT_SCHOOL_NAMES = {"sv": "Utan skola i studien", "en": "Without a school in the study"}
PARTS = (*GROUPS[:-1], WITHOUT_SCHOOL)
ROWS = (*PARTS, ALL)

# How an amount per municipality was put on its schools (``fordelat``).
NOT_SPREAD, BY_PUPILS, EVENLY, BOTH = "nej", "elever", "skolor", "elever_och_skolor"

_WHOLE_NUMBER = re.compile(r"\d+")
_MANY = 3  # rows, whose sum is no coincidence
_SHOWN_CODES = 5
_MOST = 1e15  # more than any budget, and as much as a sum can hold to the unit
# Of schools whose municipality is not known: no code, which has no blanks, is the same.
_NOWHERE = " "


class Landing(NamedTuple):
    """Amounts by area type. ``table``: a row of ``ROWS`` each; ``remarks``: what to know about the amounts.

    ``sums``, ``compared``: which part (0 to 1) of each place's amount is in ``belopp`` and ``belopp_jamfort`` of each
    row, rows x places, only those that receive anything.
    """

    table: pd.DataFrame
    remarks: list[Message]
    sums: Numbers
    compared: Numbers


class _Codes(NamedTuple):
    codes: pd.Series
    mended: int


def by_area_type(
    amounts: pd.DataFrame,
    schools: pd.DataFrame,
    level: str = BY_SCHOOL,
    municipalities: Collection[str] = (),
) -> Landing:
    """Return amounts by the type of area where schools lie, also those that may not be shown (``disclosure.amounts``).

    ``amounts``: ``kod`` (text; a school unit's, or a municipality's by ``level``) and ``belopp`` (NaN where hidden or
    missing); several rows of one code are added up. ``schools``: ``skolenhetskod regsokod kommunkod omradestyp elever
    elever_egna`` of a study. ``municipalities``: all codes.

    A row for each type, for schools without one (``utan``), for codes without a school (``utan_skola``) and for all
    (``alla``: all that the table of amounts holds). Columns:

    - ``belopp`` the sum of known amounts, ``andel_belopp`` its per cent of all; ``mottagare`` places (schools or
      municipalities) that have a part in it, ``dolda`` places with an amount that is not known;
    - ``skolor`` of the study, ``skolor_utan_belopp`` those that are not in the table;
    - ``belopp_per_elev``: per pupil in all schools, and ``belopp_per_elev_mottagare`` in those that got anything. Both
      rest on schools with a known number of ``elever`` (never the user's own) and known amounts, an amount spread
      evenly not among them; ``skolor_ej_per_elev`` is how many are left out;
    - of these same schools ``belopp_jamfort`` (their known amounts), ``andel_belopp_jamfort`` and ``andel_elever`` (per
      cent), and ``kvot``, the first share by the second: 1 in proportion to pupils;
    - ``fordelat``: what an amount per municipality was spread over its schools by, which is an assumption: their
      pupils, a school whose pupils are not known counting as the municipality's average one, or evenly where none are.

    Raises InputError where no code fits, for what is no amount, and for totals among the rows, which would count twice.
    """
    _require_amounts(amounts)
    _require_no_totals(amounts, level)
    schools = _prepared(schools, level)
    known = set(municipalities) if level == BY_MUNICIPALITY else set(schools["plats"])
    codes, mended = _mended(amounts["kod"], known)
    if not codes.isin(known).any():
        raise InputError(
            "None of the {count} codes (such as '{code}') is that of {place}. Check the column and the level.",
            count=codes.nunique(),
            code=next((code for code in codes if code), ""),
            place=message("a municipality") if level == BY_MUNICIPALITY else message("a school of the study"),
        )
    places = _places(amounts.assign(plats=codes))
    table, sums, compared = _table(schools, places)
    receives = places["belopp"].to_numpy() != 0
    remarks = _remarks(amounts.assign(plats=codes), places, schools, level, mended)
    return Landing(table, remarks, sums[:, receives], compared[:, receives])


def _require_amounts(amounts: pd.DataFrame) -> None:
    for row in amounts[amounts["belopp"].abs() > _MOST].itertuples():
        raise InputError(
            "Row {row} of the amounts ('{code}'): {amount} is no amount. Correct it and run again.",
            row=row.Index + 1,
            code=row.kod,
            amount=f"{row.belopp:g}",
        )


def _require_no_totals(amounts: pd.DataFrame, level: str) -> None:
    """Raise InputError for rows that contain the sum of others: everything would count twice."""
    codes = amounts["kod"]
    words = codes.isin(totals_among_places(codes))
    if level == BY_MUNICIPALITY:
        # Of counties and the country, as SCB's tables have them; a number has lost its zero.
        words |= codes.str.fullmatch(f"{COUNTY.pattern}|\\d")
    everything = amounts["belopp"].sum()
    other = len(amounts) - 1
    is_sum = (codes == "") & (amounts["belopp"] != 0) & np.isclose(2 * amounts["belopp"], everything, rtol=1e-9)
    for row in amounts[words | (is_sum & (other >= _MANY))].itertuples():
        raise InputError(
            "Row {row} of the amounts ('{code}') looks like a total, which would count everything twice. Leave it out, "
            "for example with a filter on the layer.",
            row=row.Index + 1,
            code=row.kod,
        )


def _prepared(schools: pd.DataFrame, level: str) -> pd.DataFrame:
    """Return schools with ``grupp elever``, ``plats`` (the code that an amount is given for), ``andel fordelat``.

    ``andel``: the school's part of what its place gets, 0 to 1; ``fordelat``: what these parts rest on.
    """
    types = schools["omradestyp"].map(lambda number: WITHOUT_TYPE if pd.isna(number) else str(int(number)))
    own = schools[OWN_PUPILS].astype(bool) if OWN_PUPILS in schools else False
    pupils = pd.to_numeric(schools[PUPILS]).astype("float64").where(~pd.Series(own, index=schools.index))
    table = pd.DataFrame({"grupp": types.astype(object), "elever": pupils})
    if level == BY_SCHOOL:
        return table.assign(plats=schools["skolenhetskod"], andel=1.0, fordelat=NOT_SPREAD).reset_index(drop=True)
    registered = schools["kommunkod"].fillna("").astype(object)
    lies_in = schools["regsokod"].astype(object).str[:MUNICIPALITY_DIGITS] if len(schools) else registered
    table["plats"] = lies_in.where(schools["regsokod"].notna(), registered).replace("", _NOWHERE)
    pupils = table.groupby("plats")["elever"]
    known = pupils.transform("sum") > 0
    # A school whose pupils are not known counts as the average of those that are.
    size = table["elever"].fillna(pupils.transform("mean")).where(known, 1.0)
    table["andel"] = size / size.groupby(table["plats"]).transform("sum")
    whole = pupils.transform("count") == pupils.transform("size")
    table["fordelat"] = np.select([known & whole, known], [BY_PUPILS, BOTH], EVENLY)
    return table.reset_index(drop=True)


def _mended(codes: pd.Series, known: set[str]) -> _Codes:
    """Return codes with the leading zeros that a number lost, where it is clear that they are lost.

    It is where all codes have one length, no code of the column kept its zero, and what comes out is a code.
    """
    lengths = {len(code) for code in known if code}
    if len(lengths) != 1 or codes[codes.isin(known)].str.startswith("0").any():
        return _Codes(codes, 0)
    longer = codes.str.zfill(lengths.pop())
    lost = ~codes.isin(known) & codes.str.fullmatch(_WHOLE_NUMBER.pattern) & longer.isin(known)
    return _Codes(codes.where(~lost, longer), int(lost.sum()))


def _places(amounts: pd.DataFrame) -> pd.DataFrame:
    """Return by ``plats`` the sum of known amounts, whether any is unknown, and whether any is known."""
    by_place = amounts.groupby("plats")["belopp"]
    known = by_place.count()
    return pd.DataFrame({"belopp": by_place.sum(), "dold": known < by_place.size(), "kand": known > 0})


def _table(schools: pd.DataFrame, places: pd.DataFrame) -> tuple[pd.DataFrame, Numbers, Numbers]:
    """Return the table, and the part of each place's amount that is in its sums and in what is compared with pupils."""
    amount = schools["plats"].map(places["belopp"])
    used = schools["elever"].notna() & (schools["fordelat"] != EVENLY)
    used &= ~schools["plats"].isin(places.index[places["dold"]])
    got = amount.fillna(0) != 0
    schools = schools.assign(
        utan_belopp=amount.isna(),
        jamford=used,
        elever=schools["elever"].where(used, 0.0),
        elever_mottagare=schools["elever"].where(used & got, 0.0),
    )
    of_group = schools.groupby("grupp")[["elever", "elever_mottagare", "utan_belopp", "jamford"]].sum()
    counted = of_group.assign(skolor=schools.groupby("grupp").size()).reindex(list(PARTS)).fillna(0.0)
    counted.loc[ALL] = counted.sum()
    whole, per_pupil = _weights(schools, places), _weights(schools[used], places)
    lost = ~places.index.isin(schools["plats"])
    whole[PARTS.index(WITHOUT_SCHOOL), lost] = whole[-1, lost] = 1.0
    amounts = places["belopp"].to_numpy()
    table = pd.DataFrame({"grupp": ROWS}).assign(
        omradestyp=pd.array([int(row) if row.isdigit() else None for row in ROWS], dtype="Int64"),
        belopp=_known_sums(whole, places),
        mottagare=(whole[:, amounts != 0] != 0).sum(axis=1),
        dolda=(whole[:, places["dold"].to_numpy()] != 0).sum(axis=1),
    )
    for column in ("skolor", "utan_belopp"):
        table["skolor_utan_belopp" if column == "utan_belopp" else column] = counted[column].to_numpy().astype("int64")
    left_out = (counted["skolor"] - counted["jamford"]).to_numpy().astype("int64")
    table = table.assign(skolor_ej_per_elev=left_out, fordelat=_spread(schools, places))
    # Where no school's pupils are known, their number is not zero.
    everybody = counted[["elever", "elever_mottagare"]].where(counted["jamford"] > 0).to_numpy()
    return _with_figures(table, per_pupil @ amounts, everybody), whole, per_pupil


def _known_sums(weights: Numbers, places: pd.DataFrame) -> Numbers:
    """Return the sum of each row's known amounts, NaN where it has amounts and none is known."""
    part = weights != 0
    known = (part & places["kand"].to_numpy()).any(axis=1)
    return np.where(known | ~part.any(axis=1), weights @ places["belopp"].to_numpy(), math.nan)


def _weights(schools: pd.DataFrame, places: pd.DataFrame) -> Numbers:
    """Return which part of each place's amount falls to each row of the table: ``ROWS`` x places, 0 to 1."""
    weights = np.zeros((len(ROWS), len(places)))
    place = places.index.get_indexer(schools["plats"])
    listed = place >= 0
    row = schools["grupp"].map({part: number for number, part in enumerate(PARTS)}).to_numpy()
    np.add.at(weights, (row[listed], place[listed]), schools["andel"].to_numpy()[listed])
    weights[-1] = weights[:-1].sum(axis=0)
    return weights


def _with_figures(table: pd.DataFrame, compared: Numbers, pupils: Numbers) -> pd.DataFrame:
    """Add what is computed from sums; ``compared``: amounts in schools with known ``pupils`` (all, of receivers)."""
    everybody, receivers = pupils.T
    amount = table["belopp"].to_numpy()
    rate = _ratio(compared, everybody)
    known = np.where(np.isnan(everybody), math.nan, compared)
    return table.assign(
        andel_belopp=100 * _ratio(amount, np.full(len(amount), amount[-1])),
        elever=everybody,
        belopp_per_elev=rate,
        belopp_per_elev_mottagare=_ratio(compared, receivers),
        belopp_jamfort=compared,
        andel_belopp_jamfort=100 * _ratio(known, np.full(len(known), known[-1])),
        andel_elever=100 * _ratio(everybody, np.full(len(everybody), everybody[-1])),
        kvot=_ratio(rate, np.full(len(rate), rate[-1])),
    )[list(COLUMNS)]


COLUMNS = (
    *("grupp", "omradestyp", "belopp", "andel_belopp", "mottagare", "dolda", "skolor", "skolor_utan_belopp"),
    *("elever", "skolor_ej_per_elev", "belopp_per_elev", "belopp_per_elev_mottagare"),
    *("belopp_jamfort", "andel_belopp_jamfort", "andel_elever", "kvot", "fordelat"),
)


def _ratio(numbers: Numbers, by: Numbers) -> Numbers:
    """Return a quotient, NaN where there is nothing to divide by."""
    return np.divide(numbers, by, out=np.full(len(numbers), math.nan), where=by > 0)


def _spread(schools: pd.DataFrame, places: pd.DataFrame) -> list[str]:
    """Return for each row what the amounts in it were spread by."""
    receiving = schools[schools["plats"].isin(places.index)]
    ways = receiving.groupby("grupp")["fordelat"].agg(set).to_dict() | {ALL: set(receiving["fordelat"])}
    return [_together(ways.get(row, set())) for row in ROWS]


def _together(ways: set[str]) -> str:
    return BOTH if len(ways) > 1 else next(iter(ways), NOT_SPREAD)


def _remarks(
    amounts: pd.DataFrame, places: pd.DataFrame, schools: pd.DataFrame, level: str, mended: int
) -> list[Message]:
    """Return the remarks on the amounts, for the log."""
    found = []
    without_code = amounts[amounts["plats"] == ""]
    lost = places[~places.index.isin(schools["plats"]) & (places.index != "")]
    unknown = amounts["belopp"].isna()
    repeated = int(amounts.loc[amounts["plats"] != "", "plats"].duplicated().sum())
    negative = int((amounts["belopp"] < 0).sum())
    if mended:
        found.append(message("{count} codes had lost their leading zero, which is put back.", count=mended))
    if repeated:
        found.append(message("{count} rows repeat a code: their amounts are added up.", count=repeated))
    if len(without_code):
        found.append(
            message(
                "{count} rows have no code; their {sum} are in the row '{row}'.",
                count=len(without_code),
                sum=_plain(without_code["belopp"].sum()),
                row=WITHOUT_SCHOOL,
            )
        )
    if len(lost):
        found.append(
            message(
                "{count} codes have no school in the study ({codes}); their {sum} are in the row '{row}'. Correct the "
                "codes that are wrong: figures that would reveal so few are hidden, in other rows too.",
                count=len(lost),
                codes=", ".join([*lost.index[:_SHOWN_CODES], *(["…"] if len(lost) > _SHOWN_CODES else [])]),
                sum=_plain(lost["belopp"].sum()),
                row=WITHOUT_SCHOOL,
            )
        )
    if unknown.any():
        found.append(
            message(
                "{count} amounts are hidden or missing: they are unknown, not zero, and in no sum.",
                count=int(unknown.sum()),
            )
        )
    if negative:
        found.append(message("{count} amounts are below zero: they are subtracted.", count=negative))
    silent = int((~schools["plats"].isin(places.index)).sum())
    found.append(message("{count} of {all} schools of the study are not in the table.", count=silent, all=len(schools)))
    pupils_unknown = int(schools["elever"].isna().sum())
    found.append(
        message(
            "Amounts per pupil leave out {count} of {all} schools whose number of pupils is not given, or hidden.",
            count=pupils_unknown,
            all=len(schools),
        )
    )
    if level == BY_MUNICIPALITY:
        ways = schools[schools["plats"].isin(places.index)].drop_duplicates("plats")["fordelat"]
        found.append(
            message(
                "The amounts of municipalities are spread over their schools, which is an assumption: in {by_pupils} "
                "municipalities by pupils, in {both} by pupils where a school with unknown pupils counts as the "
                "municipality's average one, in {evenly} evenly.",
                by_pupils=int((ways == BY_PUPILS).sum()),
                both=int((ways == BOTH).sum()),
                evenly=int((ways == EVENLY).sum()),
            )
        )
    return found


def _plain(number: float) -> str:
    """Return a sum in whole numbers, with blanks between thousands."""
    return f"{number:,.0f}".replace(",", " ")
