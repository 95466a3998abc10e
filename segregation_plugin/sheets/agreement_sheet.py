"""How Skolverket's area types of schools agree with those of where the schools lie, by the years that are held."""

from __future__ import annotations

import pandas as pd

from ..analysis.schools.official_types import agreement
from ..domain.area_types import OFFICIAL_TYPE
from ..domain.wording import Wording
from ..study.model import Study
from ..study.records import NUMBER, WHOLE
from .headings import DECIMALS
from .sheet import Sheet, SheetColumn, decimal_numbers, sheet_of, whole_numbers


def agreement_of(study: Study) -> pd.DataFrame | None:
    """Return ``official_types.agreement`` of a study, None of one without Skolverket's types or values of years."""
    if study.schools is None or OFFICIAL_TYPE not in study.schools or study.area_values is None:
        return None
    return agreement(study.schools, study.area_values[study.area_values["vad"] == "omradestyp"])


def official_agreement(study: Study, texts: Wording) -> Sheet | None:
    """Return a row a year of area types, with the year that Skolverket's are taken to be of; None where none are."""
    agreed, tr = agreement_of(study), texts.tr
    if agreed is None:
        return None
    return sheet_of(
        tr("Skolverket's area types of schools"),
        [
            (SheetColumn("ar", tr("Area types of the year")), [str(year) for year in agreed["ar"]]),
            (SheetColumn("skolor", tr("Schools with both types"), WHOLE), whole_numbers(agreed["skolor"])),
            (SheetColumn("lika", tr("Of these alike"), WHOLE), whole_numbers(agreed["lika"])),
            (SheetColumn("andel", tr("Alike, per cent"), NUMBER, decimals=DECIMALS), decimal_numbers(agreed["andel"])),
        ],
        [_year_found(study, texts)],
        list(agreed["ar"]),
    )


def agreement_in_words(agreed: pd.DataFrame, texts: Wording) -> list[str]:
    """Return a sentence a year of ``agreement``."""
    said = texts.tr(
        "Area types of {year}: {count} of {all} schools have the type that Skolverket gives them ({share} per cent)."
    )
    return [
        said.format(
            year=year, count=texts.number(alike), all=texts.number(count), share=texts.number(share, DECIMALS) or "-"
        )
        for year, count, alike, share in agreed.itertuples(index=False, name=None)
    ]


def about_agreement(study: Study, texts: Wording) -> list[str]:
    """Return ``official_agreement`` in sentences, for what stands below a table; none where there is none."""
    agreed = agreement_of(study)
    return [] if agreed is None else [*agreement_in_words(agreed, texts), _year_found(study, texts)]


def _year_found(study: Study, texts: Wording) -> str:
    if study.official_year is None:
        return texts.tr(
            "Of which year Skolverket's area types are is not known: no year that the study holds agrees with 95 "
            "schools of 100, and better than every other."
        )
    return texts.tr(
        "Skolverket's area types are taken to be those of {year}: the year that the largest share of all schools "
        "agrees with."
    ).format(year=study.official_year)
