"""The charts that can be drawn. A new one is a module here and a line in ``CHARTS``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from ..domain.messages import Message, message
from .spots import ITS_SCHOOLS, MUNICIPALITIES, TYPES

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ..analysis.segregation.repeated import Progress
    from ..domain.measures import Measure
    from ..domain.wording import Wording
    from ..sheets.sheet import Sheet
    from ..study.model import Study
    from .look import Look
    from .spots import Spot


# The pages of the dock that charts stand on.
AREA_TYPES, SCHOOLS, BACKGROUND, SEGREGATION, CHANGE = "area_types", "schools", "background", "segregation", "change"


class Chart(NamedTuple):
    """A chart. ``name``: in scripts and files; ``label``: in lists; ``page``: which page of the dock it stands on.

    ``needs``: in a sentence what is to be there for it. ``spots_of``: what the keys of its ``spots`` are of. ``long``:
    whether its figures take long, so that its ``table`` has a ``progress``. ``of_areas``: no figure is of schools.

    ``module`` has a function of each name below. It is loaded when the chart is asked for, and matplotlib when it is
    drawn: without that library the tables are still made.
    """

    name: str
    label: Message
    module: str
    page: str
    needs: Message | None = None
    spots_of: str = ""
    long: bool = False
    of_areas: bool = False

    def table(
        self,
        study: Study,
        measure: Measure | None,
        texts: Wording,
        others: Sequence[Study] = (),
        progress: Progress = None,
    ) -> Sheet | None:
        """Return what is drawn, of a study's place and years; None where the study holds nothing of it.

        ``others``: parts of the same study (``Study.within``), or all of it, to compare that place with. Raises
        InputError for more than four. ``progress`` is called with a share, 0 to 1, and stops the work by raising.
        """
        from ..sheets.choice_words import about_members, about_unlocated

        more = {"progress": progress} if self.long else {}
        made: Sheet | None = self._its("table")(study, measure, texts, others, **more)
        if made is None:
            return None
        # No chart has room to draw which places are one together, or which schools are on no map.
        about = [text for one in (study, *others) for text in about_members(one, texts)]
        if not self.of_areas:
            about += [text for one in (study, *others) for text in about_unlocated(one, texts)]
        return replace(made, notes=tuple(dict.fromkeys([*made.notes, *about])))

    def draw(self, sheet: Sheet, figure: Figure, look: Look, texts: Wording) -> None:
        """Draw a sheet of ``table`` into a figure of any size; what was in it goes."""
        self._its("draw")(sheet, figure, look, texts)

    def spots(self, sheet: Sheet, figure: Figure) -> list[Spot]:
        """Return where in a figure, as it is drawn on its canvas, what ``spots_of`` says stands: in its points."""
        found: list[Spot] = self._its("spots")(sheet, figure) if self.spots_of else []
        return found

    def alternative(self, sheet: Sheet, texts: Wording) -> str:
        """Return in a sentence or two what the chart shows, for who does not see it."""
        said: str = self._its("alternative")(sheet, texts)
        return said

    def height(self, sheet: Sheet, width: float) -> float:
        """Return how high the chart of a sheet is to be, in inches, where it is so many inches wide."""
        high: float = self._its("height")(sheet, width)
        return high

    def _its(self, function: str) -> Callable[..., Any]:
        found: Callable[..., Any] = getattr(import_module(f".{self.module}", __package__), function)
        return found


_PUBLISHED = message("Choose a result that is published by school.")
_SHARE = message("Choose a result in per cent that is published by school.")
_WITH_BACKGROUND = message("The study needs Skolverket's pupils by grade among its results.")
_WITH_INDEX = message(
    "It needs a result that is published by school, and the index of the areas (SCB, TAB6586) of the year."
)
_BACKGROUND_AND_RESULT = message(
    "It needs a result that is published by school, and Skolverket's pupils by grade among the study's results."
)
_POPULATION = message("It needs SCB's population by RegSO (TAB6574) of years that have area types.")
_TYPES_OF_YEARS = message("It needs areas with a type in two years.")

CHARTS = (
    Chart("means", message("Result by area type"), "type_means", AREA_TYPES, spots_of=TYPES),
    Chart("shares", message("Areas, residents, pupils and schools"), "type_shares", AREA_TYPES, spots_of=TYPES),
    Chart("years", message("Area types over the years"), "type_lines", AREA_TYPES, of_areas=True),
    Chart("residents", message("Residents over the years"), "resident_lines", AREA_TYPES, _POPULATION, of_areas=True),
    Chart("ranking", message("Municipalities in order"), "ranking_chart", SCHOOLS, _PUBLISHED, MUNICIPALITIES),
    Chart(
        "index_result", message("Index of the area and result"), "index_result_chart", SCHOOLS, _WITH_INDEX, ITS_SCHOOLS
    ),
    Chart(
        "background",
        message("Segregation by background"),
        "background_chart",
        BACKGROUND,
        _WITH_BACKGROUND,
        long=True,
    ),
    Chart(
        "background_parts",
        message("Between and within, by background"),
        "background_parts_chart",
        BACKGROUND,
        _WITH_BACKGROUND,
        long=True,
    ),
    Chart(
        "parents_result",
        message("Parents' education and result"),
        "parents_result_chart",
        BACKGROUND,
        _BACKGROUND_AND_RESULT,
        ITS_SCHOOLS,
    ),
    Chart(
        "foreign_result",
        message("Foreign background and result"),
        "foreign_result_chart",
        BACKGROUND,
        _BACKGROUND_AND_RESULT,
        ITS_SCHOOLS,
    ),
    Chart("segregation", message("Segregation beside chance"), "segregation_chart", SEGREGATION, _SHARE, long=True),
    Chart("between", message("Between and within"), "between_chart", SEGREGATION, _SHARE, long=True),
    Chart("flow", message("Areas from type to type"), "type_flow", CHANGE, _TYPES_OF_YEARS, of_areas=True),
)


def charts_of(page: str) -> list[Chart]:
    """Return the charts of a page, in their order."""
    return [chart for chart in CHARTS if chart.page == page]
