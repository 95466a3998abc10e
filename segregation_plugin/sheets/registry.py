"""The tables that can be exported. A new one is a function of a module here and a line in ``TABLES``."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from ..domain.messages import Message, message

if TYPE_CHECKING:
    from ..domain.wording import Wording
    from ..study.model import Study
    from .sheet import Sheet


class StudyTable(NamedTuple):
    """A table of a study. ``name``: in scripts, of its file or sheet, and of the function of ``module`` that makes it.

    The module is loaded when the table is made: names are known before any library is. ``of_places``: the name of its
    file where a study's places are no schools, if that is another.
    """

    name: str
    label: Message
    module: str
    of_places: str = ""

    def sheet(self, study: Study, texts: Wording) -> Sheet | None:
        """Return the table of a study in one language; None where the study holds none (no schools, no results)."""
        made: Sheet | None = getattr(import_module(f".{self.module}", __package__), self.name)(study, texts)
        return made

    def file_name(self, study: Study) -> str:
        """Return the name of its file or sheet, without an ending."""
        return self.of_places if study.units and self.of_places else self.name

    def sheet_name(self, study: Study, texts: Wording) -> str:
        """Return the name of its sheet in a workbook in one language, at most 31 characters, as Excel wants it."""
        name = texts.render(_SHEET_NAMES[self.file_name(study)])
        return name if name == self.file_name(study) else name[:1].upper() + name[1:]


TABLES = (
    StudyTable("area_types", message("Summary by area type"), "summary_sheets"),
    StudyTable("municipality_types", message("Summary by municipality and area type"), "summary_sheets"),
    StudyTable("area_type_change", message("Change of area types"), "change_sheet"),
    StudyTable("results", message("Results by area type"), "result_sheet"),
    StudyTable("background", message("Segregation by background"), "background_sheet"),
    StudyTable("segregation", message("Segregation"), "segregation_sheet"),
    StudyTable("schools", message("Schools"), "school_sheet", of_places="places"),
    StudyTable("area_type_reach", message("How well area types find pupils"), "reach_sheet"),
    StudyTable("area_type_background", message("Pupils' background by area type"), "reach_sheet"),
    StudyTable("background_results", message("Background and results"), "reach_sheet"),
    StudyTable("match_report", message("Match report"), "match_sheets"),
)
TABLE_NAMES = tuple(table.name for table in TABLES)
# By the name of a table's file: the same in English, so that scripts find it.
_SHEET_NAMES = {
    "area_types": message("area_types"),
    "municipality_types": message("municipality_types"),
    "area_type_change": message("area_type_change"),
    "results": message("results"),
    "background": message("background"),
    "segregation": message("segregation"),
    "schools": message("schools"),
    "places": message("places"),
    "area_type_reach": message("area_type_reach"),
    "area_type_background": message("area_type_background"),
    "background_results": message("background_results"),
    "match_report": message("match_report"),
}
