"""The match report as a page: what matched, what did not and why, and what the study was made from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from ..analysis.areas.matching import WITHOUT_VALUE, once
from ..domain.area_types import OFFICIAL_TYPE
from ..domain.findings import EXPLANATIONS, OWN_PUPILS, SCHOOL_ONLY_IN_PUPILS, SCHOOL_OTHER_TYPE, explanation
from ..domain.messages import OutputError
from ..domain.placing import LOCATED, OPERATORS_ADDRESS
from ..resources import FOLDER
from ..sheets.agreement_sheet import official_agreement
from ..sheets.match_sheets import match_report, matched_areas, provenance
from ..sheets.notes import about_area_types, about_schools, none_located, said_places, source
from ..sheets.sheet import Sheet, said
from .whole_file import written_aside

if TYPE_CHECKING:
    import pandas as pd

    from ..i18n import Texts
    from ..study.model import Study

_OF_OFFICIAL_TYPES = (SCHOOL_OTHER_TYPE, SCHOOL_ONLY_IN_PUPILS)
_SHORT_ENOUGH_TO_OPEN = 20  # rows
_ENDINGS = (".html", ".htm")


def require_page(target: Path) -> None:
    """Raise OutputError where ``target`` is not named like a page: nothing else is overwritten by one."""
    if target.suffix.lower() not in _ENDINGS:
        raise OutputError("{file}: a match report is a web page. Choose a name that ends in .html.", file=target)


def write_report(study: Study, target: Path, texts: Texts) -> None:
    """Write the match report of a study as HTML. Raises OutputError."""
    require_page(target)
    page = report(study, texts)
    with written_aside(target) as aside:
        aside.write_text(page, encoding="utf-8")


def report(study: Study, texts: Texts) -> str:
    """Return the match report as HTML; every value is escaped."""
    template = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER / "reports"), autoescape=True, undefined=jinja2.StrictUndefined
    ).get_template("match_report.html")
    tr = texts.tr
    matched, made_from = matched_areas(study, texts), provenance(study, texts)
    return template.render(
        language=texts.language,
        title=tr("Match report: area types {year}").format(year=study.provenance.get("index_ar", "")),
        lead=tr("How well the index, the areas and the {places} of this study fit together.").format(
            places=said_places(study, texts)
        ),
        figures=_figures(study, texts),
        heading_matches=tr("Matched areas"),
        matched=matched,
        matched_count=texts.number(len(matched.rows)),
        heading_findings=tr("What to know before you use the figures"),
        groups=_groups(study, texts),
        agreement=_agreement(study, texts),
        provenance=made_from,
        footer=" ".join(
            [
                source(study, texts),
                *none_located(study, texts),
                *about_area_types(study.areas, study.provenance, texts),
                *about_schools(study, texts),
            ]
        ),
    )


def _agreement(study: Study, texts: Texts) -> Sheet | None:
    """Return how Skolverket's types agree by year, its numbers as texts; None in a study without them."""
    sheet = official_agreement(study, texts)
    if sheet is None:
        return None
    rows = (tuple(said(cell, column, texts) for cell, column in zip(row, sheet.columns)) for row in sheet.rows)
    return replace(sheet, rows=tuple(rows))


def _figures(study: Study, texts: Texts) -> list[dict[str, str]]:
    areas, schools = once(study.areas), study.schools
    with_value = int((areas["matchning"] != WITHOUT_VALUE).sum())
    figures = [
        (texts.tr("areas with a value"), with_value),
        (texts.tr("areas without a value"), len(areas) - with_value),
    ]
    unknown = int(areas["grans_andrad"].isna().sum())
    figures.append(
        (texts.tr("areas whose border may have changed"), unknown)
        if unknown
        else (texts.tr("areas whose border changed"), int(areas["grans_andrad"].sum()))
    )
    if schools is not None:
        located = int(schools["placering"].isin(LOCATED).sum())
        figures += [
            (texts.tr("{places} located").format(places=said_places(study, texts)), located),
            *_doubtful(schools, texts),
            (texts.tr("{places} not located").format(places=said_places(study, texts)), len(schools) - located),
        ]
    return [{"label": label, "value": texts.number(value)} for label, value in figures]


def _doubtful(schools: pd.DataFrame, texts: Texts) -> list[tuple[str, int]]:
    """Return how many schools may stand at their operator's address, where any does."""
    count = int((schools["placering"] == OPERATORS_ADDRESS).sum())
    return [(texts.tr("perhaps at their operator's address"), count)] if count else []


def _groups(study: Study, texts: Texts) -> list[dict[str, object]]:
    groups = []
    found = match_report(study, texts).without("slag")
    has_official = study.schools is not None and OFFICIAL_TYPE in study.schools
    for kind in EXPLANATIONS:
        if study.units and kind == OWN_PUPILS:
            continue  # other places have none
        if kind in _OF_OFFICIAL_TYPES and not has_official:
            continue  # none is known to differ, and none to agree
        sheet = found.of(kind)
        groups.append(
            {
                "label": texts.render(explanation(kind, study.units)),
                "count": texts.number(len(sheet.rows)),
                "open": len(sheet.rows) <= _SHORT_ENOUGH_TO_OPEN,
                "sheet": sheet,
            }
        )
    return groups
