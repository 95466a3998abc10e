"""What a study was made from, file by file, for people: what each was taken for, its rows, years and date."""

from __future__ import annotations

from ..domain import findings as kinds
from ..domain.place_words import heading
from ..domain.wording import Wording
from ..study.found_places import OF_FILES
from ..study.model import Study
from ..study.records import WHOLE
from ..study.sources import AREAS, AREAS_2020, INDEX, POPULATION, RESULTS, SCHOOLS, UsedSource, sources_of
from .headings import title_of
from .sheet import Cell, Sheet, SheetColumn, sheet_of


def names_of_uses(study: Study, texts: Wording) -> dict[str, str]:
    """Return what each use of files and layers is called (``study.sources.USES``)."""
    tr = texts.tr
    return {
        AREAS: tr("Areas"),
        INDEX: tr("Area types and index"),
        SCHOOLS: texts.render(heading(study.units)),
        RESULTS: tr("Results"),
        POPULATION: tr("Population"),
        AREAS_2020: tr("Areas of 2020"),
    }


def made_from(study: Study, texts: Wording) -> Sheet:
    """Return what a study was made from, a row a file, a sheet of a workbook or a layer; its use is the key."""
    names, found = names_of_uses(study, texts), sources_of(study.provenance)
    tr = texts.tr
    return sheet_of(
        title_of(study, tr("What the study was made from"), texts),
        [
            (SheetColumn("use", tr("Use")), [names[one.use] for one in found]),
            (SheetColumn("file", tr("File or layer")), [one.name for one in found]),
            (
                SheetColumn("kind", tr("Taken for")),
                ["" if one.kind is None else texts.render(one.kind) for one in found],
            ),
            (SheetColumn("rows", tr("Rows"), WHOLE), [one.rows for one in found]),
            (SheetColumn("left_out", tr("Titles and notes left out"), WHOLE), [one.left_out for one in found]),
            (SheetColumn("years", tr("Years")), [", ".join(one.years) for one in found]),
            (SheetColumn("published", tr("Published")), [one.published for one in found]),
            (SheetColumn("date", tr("File changed")), [one.modified[: len("2025-01-31")] for one in found]),
            (SheetColumn("remarks", tr("To know")), [_remarks(study, one, texts) for one in found]),
        ],
        keys=[one.use for one in found],
    )


def _remarks(study: Study, source: UsedSource, texts: Wording) -> Cell:
    """Return what is to know of a file: what the reader said, and what was found of it, a line each."""
    said = [texts.render(one) for one in source.remarks]
    for found in study.findings:
        if source.use != INDEX:
            break
        if found.kind in OF_FILES and found.name == source.name:
            # How many names a set of area names has; of a year its number.
            what = "" if found.kind == kinds.NAME_SET else texts.render(kinds.explanation(found.kind))
            said.append(": ".join(filter(None, (what, found.code, texts.render(found.details)))))
        if found.kind == kinds.YEAR_LEFT_OUT and found.name in source.years:
            left_out = texts.tr("{year} is left out. {reason}")
            said.append(left_out.format(year=found.name, reason=texts.render(found.details)))
    return "\n".join(said)
