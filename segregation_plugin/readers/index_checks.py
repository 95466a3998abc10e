"""Checks of every table of the index, whatever its format."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable

import pandas as pd

from ..domain.area_types import AREA_TYPES
from ..domain.codes import MUNICIPALITY, REGSO, lost_leading_zero, plain_regso
from ..domain.columns import INDEX_COLUMNS, INDEX_STATUSES, INDEX_VALUES, our_name
from ..domain.messages import InputError
from .cells import read_number, require_per_hundred
from .document import Document, TextRow, after, cut_off

COLUMNS = (*INDEX_COLUMNS, "omrade", "fil", "rad", "ar_ur_filnamn", "uppdaterad", *INDEX_STATUSES)

YEAR = re.compile(r"(?:19|20)\d\d")
AREA_NAME = re.compile(r"\S.*\s\(.+\)")
HIGHEST_INDEX = 100
_BEGINS_WITH_YEAR = re.compile(r"(?:19|20)\d\d(?:[.,]0+|[-/ ].*|\.)?")
_TITLE_OF_YEARS = re.compile(r"år|year|\btid|period|datum|date")
_OF_A_VERSION = re.compile("version|regso|deso")
_COINCIDENCE = 4  # rows


def first_word(text: str) -> str:
    """Return what stands before the first blank of any kind, where SCB writes code and name in one cell."""
    words = text.split(None, 1)
    return words[0] if words else ""


def code_or_name(text: str, row: TextRow, document: Document) -> tuple[str | None, str | None]:
    """Return the RegSO code or the name (``Kommun (Område)``) of an area. Raises InputError for neither."""
    code = plain_regso(first_word(text))
    if REGSO.fullmatch(code):
        return code, None
    if AREA_NAME.fullmatch(text) and not MUNICIPALITY.fullmatch(code):
        return None, text
    if lost_leading_zero(code):
        raise lost_zero(code, row, document)
    raise InputError(
        "The file {file}, row {row}: '{text}' is neither a RegSO code (0114R001) nor an area name "
        "like 'Kommun (Område)'. The table must be by RegSO.",
        file=document.name,
        row=row.line,
        text=text,
    )


def year_of(text: str, row: TextRow, document: Document) -> int:
    """Return a year. Raises InputError for what is none."""
    if not YEAR.fullmatch(text):
        raise InputError(
            "The file {file}, row {row}: '{text}' is not a year. Write years with four digits, like 2024.",
            file=document.name,
            row=row.line,
            text=text,
        )
    return int(text)


def require_no_other_years(header: TextRow, rows: list[TextRow], document: Document) -> None:
    """Raise InputError where a column of no name that is known holds the years: the file's name must not overrule it.

    Years of a version of areas are none of the figures.
    """
    for place, cell in enumerate(header.cells):
        title = cell.strip()
        if our_name(title) or _OF_A_VERSION.search(title.lower()):
            continue
        texts = [text for row in rows if (text := row.cell(place))]
        # Numbers of people may look like years, but not all of them, nor all the same.
        certain = _TITLE_OF_YEARS.search(title.lower()) or len(set(texts)) == 1 or len(texts) > _COINCIDENCE
        if texts and certain and all(map(_BEGINS_WITH_YEAR.fullmatch, texts)):
            raise InputError(
                "The file {file}, row {row}: the column '{column}' seems to hold years (like {text}), but is none that "
                "this plugin knows. Call it 'år', 'index_ar' or 'year', with years like 2024; or remove it, and put "
                "the year in the file name.",
                file=document.name,
                row=header.line,
                column=title,
                text=texts[0],
            )


def require_types(table: pd.DataFrame, document: Document) -> None:
    """Raise InputError where ``omradestyp`` is none of the five types; ``rad`` names the row."""
    wrong = table[table["omradestyp"].notna() & ~table["omradestyp"].isin(AREA_TYPES)]
    if not wrong.empty:
        first = wrong.iloc[0].to_dict()
        raise InputError(
            "The file {file}, row {row}: area type {value} does not exist (area {area}). Area types are 1 to 5. "
            "Correct the row, or export the table again.",
            file=document.name,
            row=first["rad"],
            value=f"{first['omradestyp']:g}",
            area=first.get("regsokod") or first["omrade"],
        )


def read_index_number(
    text: str, column: str, row: TextRow, document: Document, per_cent: bool = True
) -> tuple[float, str]:
    """Return an index, a share in it or a type, and its status; none is in thousands, and a type not in per cent."""
    return read_number(text, column, row, document, highest=HIGHEST_INDEX, per_cent=per_cent)


def require_no_fractions(table: pd.DataFrame, document: Document) -> None:
    """Raise InputError where all of many values are 0 to 1: a spreadsheet that shows 7 % holds 0.07.

    The share with benefits or out of work (the last of ``INDEX_SHARES``) may be so low in all of some areas.
    """
    for column in INDEX_VALUES[:-1]:
        if column in table:
            require_per_hundred(table[column], column, document)


def require_index(table: pd.DataFrame, document: Document) -> None:
    """Raise InputError where ``varde`` is no per cent; ``rad`` names the row."""
    impossible = table[table["varde"].notna() & ~table["varde"].between(0, HIGHEST_INDEX)]
    for value, row in zip(impossible["varde"], impossible["rad"]):
        require_per_cent(value, row, document)


def require_per_cent(value: float, row: int, document: Document) -> None:
    """Raise InputError where a value of the index, or of a share in it, is none; NaN is unknown, and so possible."""
    if not (math.isnan(value) or 0 <= value <= HIGHEST_INDEX):
        raise InputError(
            "The file {file}, row {row}: {value} is no value of the socioeconomic index (0 to 100). Check whether a "
            "decimal comma was lost, or export the table again.",
            file=document.name,
            row=row,
            value=f"{value:g}",
        )


def no_values(document: Document) -> InputError:
    """Return the error of a table of markers alone."""
    return InputError(
        "The file {file} holds no values, only markers such as '..'. Choose other years in the export.",
        file=document.name,
    )


def not_regso(code: str, column: str, row: TextRow, document: Document) -> InputError:
    """Return the error of a code that is none of a RegSO, or has lost its zero."""
    if lost_leading_zero(code):
        return lost_zero(code, row, document)
    return InputError(
        "The file {file}, row {row}, column {column}: '{text}' is not a RegSO code (like 0114R001). Import the column "
        "as text in the spreadsheet, or use the original file.",
        file=document.name,
        row=row.line,
        column=column,
        text=code,
    )


def names_area(text: str) -> bool:
    """Return whether a text begins with a RegSO code, or is a name like ``Kommun (Område)``."""
    return bool(AREA_NAME.fullmatch(text) or REGSO.fullmatch(plain_regso(first_word(text))))


def area_rows(
    rows: list[TextRow], holds_value: Callable[[TextRow], bool], is_area: Callable[[TextRow], bool], document: Document
) -> list[TextRow]:
    """Return the rows of areas below a header: all until the first that holds no value.

    Raises InputError where there is none, and where an area follows further down.
    """
    areas = list(itertools.takewhile(holds_value, rows))
    for row in after(rows, len(areas)):
        if is_area(row):
            raise InputError(
                "The file {file} is broken at row {row}: no area with a value stands there, but more areas follow at "
                "row {following}. Export the table again.",
                file=document.name,
                row=rows[len(areas)].line,
                following=row.line,
            )
    if not areas:
        raise InputError(
            "The file {file} has a header row but no areas below it. Export the table again.", file=document.name
        )
    return areas


def require_whole(rest: list[TextRow], header: TextRow, document: Document) -> None:
    """Raise InputError where all that stands below the areas is the beginning of one more."""
    if len(rest) == 1 and len(rest[0].cells) < len(header.cells):
        name = rest[0].cell(0)
        if " (" in name or REGSO.fullmatch(plain_regso(first_word(name))):
            raise cut_off(rest[0], document)


def lost_zero(code: str, row: TextRow, document: Document) -> InputError:
    """Return the error of a code that a spreadsheet took the zero from."""
    return InputError(
        "The file {file}, row {row}: the code '{code}' has lost its leading zero (0{code}). "
        "Import the column as text in the spreadsheet, or use the original file.",
        file=document.name,
        row=row.line,
        code=code,
    )


def in_order(table: pd.DataFrame, document: Document, updated: str = "") -> pd.DataFrame:
    """Return the table with ``COLUMNS``, what is not there empty; ``updated`` is when the source changed it last."""
    empty = {column: math.nan if column in INDEX_VALUES else None for column in COLUMNS}
    given = {column: table[column] for column in COLUMNS if column in table}
    of_file = {"fil": document.name, "uppdaterad": updated, "ar_ur_filnamn": given.get("ar_ur_filnamn", False)}
    ordered = pd.DataFrame({**empty, **given, **of_file}, index=table.index)
    numbers = {"omradestyp": ordered["omradestyp"].astype("Int64"), "index_ar": ordered["index_ar"].astype("int64")}
    return ordered.assign(**numbers).reset_index(drop=True)
