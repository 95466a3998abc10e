"""What the dock shows: one study, how it is looked at, and one signal that says what of it has changed.

Widgets show it and keep nothing of it. The part of the study that is looked at is worked out in a task.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..domain import area_types, palettes
from ..domain.area_types import OFFICIAL_TYPE
from ..domain.counties import COUNTIES
from ..domain.messages import SegregationError
from ..i18n import Texts
from .asking import Asking

if TYPE_CHECKING:
    from ..domain.measures import Measure
    from ..study.model import Study

# What may have changed beside the fields of a view: the study itself, and the part of it that is looked at.
STUDY, PART = "study", "part"
COUNTY, MUNICIPALITY, YEAR, RESULT, PALETTE, GROUPS = "county", "municipality", "year", "result", "palette", "groups"
SCHOOL_YEAR, TYPES_BY = "school_year", "types_by"
_OF_PART = {COUNTY, MUNICIPALITY, YEAR, SCHOOL_YEAR, TYPES_BY}

Heard = Callable[[Optional[SegregationError]], None]


@dataclass(frozen=True)
class View:
    """How the study is looked at.

    ``county``, ``municipality``: codes, empty for all. ``result``: its column. ``year``: of the area types, None for
    the study's own. ``groups``: those selected in the summary. ``school_year``: of the published results, empty for
    the study's own. ``types_by``: which area types schools count by (``area_types.TYPES_BY``), empty for as the study
    does.
    """

    county: str = ""
    municipality: str = ""
    result: str = ""
    palette: str = palettes.SEQUENTIAL
    year: int | None = None
    groups: tuple[str, ...] = ()
    school_year: str = ""
    types_by: str = ""


@dataclass(frozen=True)
class _Opened:
    """A study that was read, and what can be chosen in it; ``at``: of the years, school years and types looked at."""

    study: Study
    years: tuple[int, ...]
    school_years: tuple[str, ...]
    municipalities: tuple[tuple[str, str], ...]
    types_by: tuple[str, ...]
    at: dict[tuple[int | None, str, str], Study]


class Model(QObject):
    """The study and the view of it; ``changed`` is emitted with the names of all that has changed at once."""

    changed = pyqtSignal(object)

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._reading, self._parting = Asking(), Asking()
        self._opened: _Opened | None = None
        self.path = ""
        self.view = View()
        self.part: Study | None = None
        self.problem: SegregationError | None = None

    @property
    def study(self) -> Study | None:
        """The whole study, None while none can be shown."""
        return None if self._opened is None else self._opened.study

    @property
    def years(self) -> tuple[int, ...]:
        """The years that can be chosen, earliest first."""
        return () if self._opened is None else self._opened.years

    @property
    def school_years(self) -> tuple[str, ...]:
        """The school years of results that can be chosen, earliest first."""
        return () if self._opened is None else self._opened.school_years

    @property
    def types_by(self) -> tuple[str, ...]:
        """The area types that schools can count by, the default first; none where the study has one of each alone."""
        return () if self._opened is None else self._opened.types_by

    @property
    def municipalities(self) -> tuple[tuple[str, str], ...]:
        """Codes and names of the municipalities that the study has areas in."""
        return () if self._opened is None else self._opened.municipalities

    @property
    def place_name(self) -> str:
        """The name of the chosen municipality or county, empty for all."""
        view = self.view
        if view.municipality:
            return dict(self.municipalities).get(view.municipality, view.municipality)
        return COUNTIES.get(view.county, view.county)

    @property
    def measure(self) -> Measure | None:
        """The chosen result, None where the study has none."""
        measures = [] if self.study is None else self.study.measures
        return next((known for known in measures if known.column == self.view.result), None)

    @property
    def is_own_year(self) -> bool:
        """Whether the year that is looked at is the one that the study was made for."""
        return self.view.year is None

    def open(self, path: str, heard: Heard) -> None:
        """Read a study file in a task and show it, as far as it has what the view asks for.

        ``heard`` is called when it is shown, or with what went wrong: then nothing is shown. Another study's figures
        go at once; the same study's stay until it is read again.
        """
        if path != self.path:
            self.close()
            self.path = path
        self._reading.ask(self._texts.tr("Reading the study"), partial(_read, path), partial(self._take_up, heard))

    def close(self) -> None:
        """Show no study; the view stays, for the next one."""
        self.forget()
        self.path = ""
        self._opened = self.part = self.problem = None
        self.changed.emit(frozenset({STUDY, PART}))

    def forget(self) -> None:
        """Hear no more of what is being read or worked out."""
        self._reading.forget()
        self._parting.forget()

    def set(self, **changes: Any) -> None:
        """Look at the study in another way."""
        self._look(replace(self.view, **changes), frozenset())

    def _look(self, view: View, more: frozenset[str]) -> None:
        if not view.municipality.startswith(view.county):
            view = replace(view, municipality="")
        opened = self._opened
        if opened is not None and view.year == opened.study.year:
            view = replace(view, year=None)
        if opened is not None and view.school_year == opened.study.provenance.get("lasar"):
            view = replace(view, school_year="")
        if opened is not None and view.types_by == opened.study.types_by:
            view = replace(view, types_by="")
        names = {one.name for one in fields(View) if getattr(view, one.name) != getattr(self.view, one.name)} | more
        self.view = view
        if names & (_OF_PART | {STUDY}):
            names |= self._find_part()
        if names:
            self.changed.emit(frozenset(names))

    def _take_up(self, heard: Heard, opened: _Opened | None, error: SegregationError | None) -> None:
        self._opened = opened
        if opened is None:
            self._parting.forget()
            self.part, self.problem = None, error
            self.changed.emit(frozenset({STUDY, PART}))
        else:
            self._look(_fitted(self.view, opened), frozenset({STUDY}))
        heard(error)

    def _find_part(self) -> frozenset[str]:
        """Work out the part that is looked at: at once where that is the study itself, else in a task."""
        self._parting.forget()
        self.part = self.problem = None
        opened, view = self._opened, self.view
        if opened is not None:
            if view.year is None and not (view.school_year or view.types_by or view.county or view.municipality):
                self.part = opened.study
            else:
                title = self._texts.tr("Summarising by area type")
                self._parting.ask(title, partial(_part, opened, view), self._take_up_part)
        return frozenset({PART})

    def _take_up_part(self, part: Study | None, error: SegregationError | None) -> None:
        self.part, self.problem = part, error
        names = {PART}
        if error is not None and self.view.groups:
            # What cannot be shown cannot be selected.
            self.view = replace(self.view, groups=())
            names.add(GROUPS)
        self.changed.emit(frozenset(names))


def _fitted(view: View, opened: _Opened) -> View:
    """Return a view as far as a study has what it asks for."""
    codes = {code for code, _ in opened.municipalities}
    columns = [measure.column for measure in opened.study.measures]
    county = view.county if view.county in {code[:2] for code in codes} else ""
    return replace(
        view,
        county=county,
        municipality=view.municipality if view.municipality in codes else "",
        result=view.result if view.result in columns else next(iter(columns), ""),
        year=view.year if view.year in opened.years else None,
        school_year=view.school_year if view.school_year in opened.school_years else "",
        types_by=view.types_by if view.types_by in opened.types_by else "",
    )


def _read(path: str, _task: QgsTask) -> _Opened:
    from ..layers.study_reading import read_study
    from ..study.years import school_years_of, years_of

    study = read_study(path)
    places = study.areas[["kommunkod", "kommunnamn"]].drop_duplicates("kommunkod").dropna()
    # What is worked out at its first use is worked out here, not on the main thread.
    _ = study.counted
    years, school_years = tuple(years_of(study)), tuple(school_years_of(study))
    names = tuple(places.itertuples(index=False, name=None))
    has_official = study.schools is not None and OFFICIAL_TYPE in study.schools
    return _Opened(study, years, school_years, names, area_types.TYPES_BY if has_official else (), {})


def _part(opened: _Opened, view: View, _task: QgsTask) -> Study:
    from ..study.years import at

    chosen = (view.year, view.school_year, view.types_by)
    if chosen not in opened.at:
        opened.at[chosen] = at(opened.study, view.year, view.school_year, view.types_by or None)
    part = opened.at[chosen].within(view.county, view.municipality)
    _ = part.counted
    return part
