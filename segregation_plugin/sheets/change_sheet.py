"""How areas moved between area types from one year to another: types by types, with sums and shares."""

from __future__ import annotations

import pandas as pd

from ..analysis.areas.two_years import RELATIVE
from ..domain.area_types import ALL, AREA_TYPES, WITHOUT_TYPE
from ..domain.area_types import name as area_type_name
from ..domain.wording import Wording
from ..study.change import type_change
from ..study.model import Study
from ..study.records import NUMBER, WHOLE
from .choice_words import about_members
from .headings import DECIMALS, with_choice
from .named_place import find_place
from .sheet import Filled, Sheet, SheetColumn, decimal_numbers, sheet_of, whole_numbers


def area_type_change(study: Study, texts: Wording) -> Sheet | None:
    """Return a row a type of the earlier year, a column a type of the later one; None where there are no two years."""
    found = type_change(study)
    if found is None:
        return None
    tr, table = texts.tr, found.table
    years = {"from_year": found.from_year, "to_year": found.to_year}
    names = [area_type_name(group, texts.language) for group in table["grupp"]]
    filled: list[Filled] = [
        (_whole("omradestyp", tr("Area type {from_year}").format(**years)), whole_numbers(table["omradestyp"])),
        (SheetColumn("namn", tr("Name")), list(names)),
    ]
    for number in AREA_TYPES:
        label = tr("To type {name} in {to_year}").format(name=number, **years)
        filled.append((_whole(f"till_{number}", label), whole_numbers(table[f"till_{number}"])))
    if table[f"till_{WITHOUT_TYPE}"].any():
        label = tr("Without area type in {to_year}").format(**years)
        filled.append((_whole("till_utan", label), whole_numbers(table["till_utan"])))
    filled += [
        (_whole("till_alla", tr("All areas")), whole_numbers(table["till_alla"])),
        (_share("andel_fran", tr("All areas, per cent {from_year}").format(**years)), _shares(table["till_alla"])),
        (_share("andel_till", tr("All areas, per cent {to_year}").format(**years)), _later_shares(table)),
    ]
    for name, label in (
        ("andel_samma", tr("Same area type, per cent")),
        ("andel_hogre", tr("Higher area type, per cent")),
        ("andel_lagre", tr("Lower area type, per cent")),
    ):
        filled.append((_share(name, label), decimal_numbers(table[name])))
    everything = table.iloc[-1]
    compared = tr(
        "{count} of {all} areas have a type in both years and the same border: the last three columns are of these."
    )
    notes = [
        tr("Place: {name}.").format(name=find_place(study, None, None, texts).name),
        *about_members(study, texts),
        tr("Source: SCB (area types {from_year} and {to_year}, RegSO), own processing.").format(**years),
        texts.render(RELATIVE),
        tr(
            "A row is of the areas with the type in {from_year}; the last row is of all areas, by type in {to_year}."
        ).format(**years),
        compared.format(count=texts.number(everything["jamforbara"]), all=texts.number(everything["till_alla"])),
    ]
    if everything["grans_andrad"]:
        changed = tr("Areas whose border changed between the years, and which may not be the same: {count}.")
        notes.append(changed.format(count=texts.number(everything["grans_andrad"])))
    title = tr("Change of area types {from_year} to {to_year}").format(**years)
    chosen = with_choice(title, study, texts, of_areas=True)
    if chosen != title:
        # The notes of all tables may stand together: of these areas this one is, whatever the others are of.
        notes.insert(1, f"{chosen}.")
    return sheet_of(chosen, filled, notes, table["grupp"])


def _whole(key: str, label: str) -> SheetColumn:
    return SheetColumn(key, label, WHOLE)


def _share(key: str, label: str) -> SheetColumn:
    return SheetColumn(key, label, NUMBER, decimals=DECIMALS)


def _shares(counts: pd.Series) -> list[str | int | float | None]:
    """Return counts, the last of which is their sum, in per cent of it."""
    return decimal_numbers(100 * counts / counts.iloc[-1])


def _later_shares(table: pd.DataFrame) -> list[str | int | float | None]:
    """Return how many per cent of all areas have the type of each row in the later year."""
    all_areas = table[table["grupp"] == ALL].iloc[0]
    counts = table["grupp"].map(lambda group: all_areas[f"till_{group}"])
    return _shares(counts)
