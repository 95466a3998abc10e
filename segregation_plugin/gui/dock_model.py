"""What the dock shows: one study, how it is looked at, and one signal that says what of it has changed.

Widgets show it and keep nothing of it. The part of the study that is looked at is worked out in a task.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..domain import palettes
from ..domain.codes import COUNTY as COUNTY_CODE
from ..domain.codes import MUNICIPALITY as MUNICIPALITY_CODE
from ..domain.codes import MUNICIPALITY_DIGITS, REGSO
from ..domain.messages import SegregationError
from ..domain.school_filter import EVERYTHING, NOTHING_POINTED_OUT, PointedOut, SchoolFilter
from ..domain.wording import in_sentence
from ..i18n import Texts
from ..study.known_places import SIMILAR, KnownPlace, find_in, is_set, name_of_set
from ..study.school_choices import SchoolChoices
from . import garbage
from .asking import Asking, Hear
from .opened_study import OpenedStudy, Parts, parts_looked_at, read_opened
from .study_paths import is_same_file

if TYPE_CHECKING:
    from ..domain.measures import Measure
    from ..study.model import Study

# What may have changed beside the fields of a view: the study itself, and the parts of it that are looked at.
STUDY, PART = "study", "part"
PLACE, COMPARE, YEAR, RESULT, PALETTE, GROUPS = "place", "compare", "year", "result", "palette", "groups"
SCHOOL_YEAR, TYPES_BY, CHOSEN, ONLY = "school_year", "types_by", "chosen", "only"
SELECTION, EXTENT, FADES = "selection", "extent", "fades"
PAGE, CHARTS = "page", "charts"
_OF_PART = {PLACE, COMPARE, YEAR, SCHOOL_YEAR, TYPES_BY, CHOSEN, ONLY, SELECTION, EXTENT}
# Of a view, what the project keeps.
KEPT = {PLACE, COMPARE, YEAR, RESULT, PALETTE, SCHOOL_YEAR, TYPES_BY, CHOSEN, FADES, PAGE, CHARTS}
# The place that everything is compared with unless the user says otherwise: the whole study.
WHOLE = ""
MOST_COMPARED = 3
# What ``View.only`` may be: figures are of what is selected on the map, or in sight there, alone.
SELECTED, IN_SIGHT = "selected", "in_sight"
# Figures that are there sooner than this take the place of those before them at once, and nothing flickers.
_SILENT = 100  # milliseconds

Heard = Callable[[Optional[SegregationError]], None]


@dataclass(frozen=True)
class View:
    """How the study is looked at.

    ``place``: as ``known_places`` keeps it, empty for the whole study; ``compare``: those beside it. ``result``: its
    column. ``year``: of the area types, None for the study's own. ``groups``: those selected in the summary.
    ``school_year``: of the published results, empty for the study's own. ``types_by``: which area types schools count
    by (``area_types.TYPES_BY``), empty for as the study does. ``chosen``: which schools and areas. ``selection``: those
    selected on the map, ``extent``: those in sight there, None while nobody has looked; ``only``: empty, or
    ``SELECTED`` or ``IN_SIGHT`` where figures are of these alone. ``fades``: whether the map fades the rest.
    ``page``: that is in front, empty for the first; ``charts``: by name, those chosen on pages that have several.
    """

    place: str = WHOLE
    compare: tuple[str, ...] = (WHOLE,)
    result: str = ""
    palette: str = palettes.SEQUENTIAL
    year: int | None = None
    groups: tuple[str, ...] = ()
    school_year: str = ""
    types_by: str = ""
    chosen: SchoolFilter = EVERYTHING
    only: str = ""
    selection: PointedOut = NOTHING_POINTED_OUT
    extent: PointedOut | None = None
    fades: bool = False
    page: str = ""
    charts: tuple[str, ...] = ()

    @property
    def county(self) -> str:
        """The code of the county, where that is the place."""
        return self.place if COUNTY_CODE.fullmatch(self.place) else ""

    @property
    def municipality(self) -> str:
        """The code of the municipality, where that is the place, or of an area's."""
        is_inside = MUNICIPALITY_CODE.fullmatch(self.place) or REGSO.fullmatch(self.place)
        return self.place[:MUNICIPALITY_DIGITS] if is_inside else ""

    @property
    def is_of_selection(self) -> bool:
        """Whether figures are of what is selected on the map alone."""
        return self.only == SELECTED

    @property
    def filter(self) -> SchoolFilter:
        """Which schools and areas figures are of, the map's included."""
        if not self.only:
            return self.chosen
        return replace(
            self.chosen, only=self.selection if self.only == SELECTED else self.extent or NOTHING_POINTED_OUT
        )


class Model(QObject):
    """The study and the view of it; ``changed`` is emitted with the names of all that has changed at once."""

    changed = pyqtSignal(object)

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        # Of the study that is shown, of another one, and of what is looked at.
        self._reading, self._opening, self._parting = (Asking(at_once=True) for _ in range(3))
        # What has changed and nobody has heard of yet.
        self._unsaid: frozenset[str] = frozenset()
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._say)
        self._opened: OpenedStudy | None = None
        self.path = ""
        self.view = View()
        self.part: Study | None = None
        # What the part is compared with, at most ``MOST_COMPARED`` and what is selected on the map.
        self.others: tuple[Study, ...] = ()
        # Of the places to compare with those that the study has nothing of.
        self.missing: tuple[str, ...] = ()
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
    def school_choices(self) -> SchoolChoices:
        """What the study's schools can be chosen by."""
        return SchoolChoices() if self._opened is None else self._opened.school_choices

    @property
    def places(self) -> dict[str, KnownPlace]:
        """The counties, municipalities and areas that the study has, by their keys."""
        return {} if self._opened is None else self._opened.places

    @property
    def place_name(self) -> str:
        """The name of the place that is looked at, empty for the whole study."""
        return self.name_of(self.view.place)

    @property
    def whole_name(self) -> str:
        """What the whole study is of."""
        return "" if self._opened is None else self._opened.name

    @property
    def compared(self) -> list[str]:
        """The places that stand beside the one that is looked at, or are asked for."""
        return [key for key in self.view.compare if key != self.view.place or self.view.only]

    @property
    def names_compared(self) -> list[str]:
        """The names of the places that stand beside the one that is looked at, as they stand inside a sentence.

        Those that the study has nothing of are none of them, and all where no study is shown.
        """
        if self.study is None:
            return []
        shown = [key for key in self.compared if key not in self.missing]
        names = [self.name_of(key) or self.whole_name for key in shown]
        return [in_sentence(name) if key == SIMILAR else name for key, name in zip(shown, names)]

    def name_of(self, key: str) -> str:
        """Return the name of a place, empty for the whole study."""
        if key == SIMILAR:
            return self._texts.tr("Similar municipalities")
        if is_set(key):
            return name_of_set(key)
        known = self.places.get(key)
        return key if known is None else known.name

    @property
    def measure(self) -> Measure | None:
        """The chosen result, None where the study has none."""
        measures = [] if self.study is None else self.study.measures
        return next((known for known in measures if known.column == self.view.result), None)

    @property
    def is_own_year(self) -> bool:
        """Whether the year that is looked at is the one that the study was made for."""
        return self.view.year is None

    def is_other(self, path: str) -> bool:
        """Whether a study is shown, and another one than that of the file at ``path``."""
        return self._opened is not None and not is_same_file(path, self.path)

    def open(self, path: str, heard: Heard) -> None:
        """Read a study file in a task and show it, as far as it has what the view asks for.

        ``heard`` is called when it is shown, or with what went wrong. Another study that is shown stays until then, and
        where this one cannot be read. The same study's figures go where it cannot be read any more.
        """
        self._opening.forget()
        if self.is_other(path):
            self._read(self._opening, path, partial(self._take_up_other, path, heard))
            return
        if not is_same_file(path, self.path):
            self._turn_to(path)
        self.read_again(heard)

    def read_again(self, heard: Heard) -> None:
        """Read the file of the study that is shown again, as ``open`` does; one that is being opened goes on."""
        self._read(self._reading, self.path, partial(self._take_up, heard))

    def _read(self, asking: Asking, path: str, hear: Hear) -> None:
        asking.ask(self._texts.tr("Reading the study"), partial(read_opened, path, self._texts), hear)

    def _turn_to(self, path: str) -> None:
        self.close()
        self.path = path
        # What was pointed out was another study's.
        self.view = replace(self.view, groups=(), only="", selection=NOTHING_POINTED_OUT, extent=None)

    def close(self) -> None:
        """Show no study; the view stays, for the next one."""
        self.forget()
        self.path = ""
        self._opened = self.part = self.problem = None
        self.others = ()
        self._say({STUDY, PART})

    def forget(self) -> None:
        """Hear no more of what is being read or worked out."""
        for asking in (self._reading, self._opening, self._parting):
            asking.forget()
        self._due.stop()

    def set(self, **changes: Any) -> None:
        """Look at the study in another way."""
        self._look(replace(self.view, **changes), frozenset())

    def _look(self, view: View, more: frozenset[str]) -> None:
        view = replace(view, compare=_compared(view), extent=view.extent if view.only == IN_SIGHT else None)
        # A type that is left out has no row.
        view = replace(view, groups=tuple(group for group in view.groups if view.chosen.leaves(group)))
        if view.groups and view.groups != self.view.groups and view.only != SELECTED:
            # Rows are selected on the map in the place of what was: where figures are of that alone it stays.
            view = replace(view, selection=NOTHING_POINTED_OUT)
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
        self._unsaid |= names
        if self._parting.is_open and PART in self._unsaid and STUDY not in self._unsaid:
            if not self._due.isActive():
                self._due.start(_SILENT)
        elif self._unsaid:
            self._say()

    @property
    def unsaid(self) -> frozenset[str]:
        """What has changed and nobody has heard of yet."""
        return self._unsaid

    def say_now(self) -> None:
        """Say what has changed and nobody has heard of yet."""
        if self._unsaid:
            self._say()

    def _say(self, names: Iterable[str] = ()) -> None:
        said, self._unsaid = self._unsaid.union(names), frozenset()
        self._due.stop()
        self.changed.emit(said)

    def _take_up_other(
        self, path: str, heard: Heard, opened: OpenedStudy | None, error: SegregationError | None
    ) -> None:
        if opened is None:
            heard(error)
        else:
            self._turn_to(path)
            self._take_up(heard, opened, None)

    def _take_up(self, heard: Heard, opened: OpenedStudy | None, error: SegregationError | None) -> None:
        self._opened = opened
        garbage.leave_out_what_is_there()
        if opened is None:
            self._parting.forget()
            self.part, self.others, self.missing, self.problem = None, (), (), error
            self._say({STUDY, PART})
        else:
            self._look(_fitted(self.view, opened), frozenset({STUDY}))
        heard(error)

    def _find_part(self) -> frozenset[str]:
        """Work out the parts that are looked at: at once where that is the study itself, else in a task."""
        self._parting.forget()
        self.part, self.others, self.missing, self.problem = None, (), (), None
        opened, view = self._opened, self.view
        if opened is not None and not (view.only == IN_SIGHT and view.extent is None):
            own = not (view.place or view.filter or view.selection or [key for key in view.compare if key])
            if own and view.year is None and not (view.school_year or view.types_by):
                self.part = opened.study
            else:
                title = self._texts.tr("Summarising by area type")
                self._parting.ask(title, partial(parts_looked_at, opened, view, self._texts), self._take_up_parts)
        return frozenset({PART})

    def _take_up_parts(self, parts: Parts | None, error: SegregationError | None) -> None:
        self.problem = error
        names = {PART}
        if parts is not None:
            self.part, self.others, self.missing = parts.part, parts.others, parts.missing
        if error is not None and self.view.groups:
            # What cannot be shown cannot be selected.
            self.view = replace(self.view, groups=())
            names.add(GROUPS)
        self._say(names)


def _compared(view: View) -> tuple[str, ...]:
    """Return what a view compares with: each once, without the place itself."""
    return tuple(key for key in dict.fromkeys(view.compare) if key != view.place or not key)[:MOST_COMPARED]


def _fitted(view: View, opened: OpenedStudy) -> View:
    """Return a view as far as a study has what it asks for."""
    columns = [measure.column for measure in opened.study.measures]
    return replace(
        view,
        place=view.place if _has(opened, view.place) else WHOLE,
        compare=tuple(key for key in view.compare if key == SIMILAR or _has(opened, key)),
        result=view.result if view.result in columns else next(iter(columns), ""),
        year=view.year if view.year in opened.years else None,
        school_year=view.school_year if view.school_year in opened.school_years else "",
        types_by=view.types_by if view.types_by in opened.types_by else "",
    )


def _has(opened: OpenedStudy, key: str) -> bool:
    return find_in(opened.study, key) is not None
