"""What the user chose in the dock, kept in the QGIS project: paths relative to it where the project says so."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.core import QgsProject

from ..domain import palettes
from ..domain.school_filter import as_text, from_text
from ..layers.project import PROJECT_SCOPE as SCOPE
from .dock_model import WHOLE, View
from .preferences import first_palette


@dataclass(frozen=True)
class Source:
    """A layer of the project (its id) or files (absolute paths); nothing chosen is neither."""

    layer: str = ""
    files: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.layer or self.files)


@dataclass(frozen=True)
class InputState:
    """The choices a study is made from.

    ``year`` None is the latest in the index files; ``columns``: those that the user has named, as JSON;
    ``leave_out_offices``: figures leave out schools that may stand at their operator's address; ``population``: files
    of it; ``areas_2020``: areas of RegSO 2020, to draw earlier years on.
    """

    areas: Source = Source()
    index: tuple[str, ...] = ()
    year: int | None = None
    schools: Source = Source()
    results: tuple[str, ...] = ()
    columns: str = ""
    leave_out_offices: bool = False
    population: tuple[str, ...] = ()
    areas_2020: Source = Source()


@dataclass(frozen=True)
class State:
    """Everything the dock keeps. ``target`` is the file the next study goes to, ``study`` the one shown.

    Of the view all but what is selected or in sight on the map.
    """

    inputs: InputState = InputState()
    view: View = field(default_factory=View)
    target: str = ""
    study: str = ""


def read(project: QgsProject) -> State:
    """Return what ``project`` keeps; the default state where it keeps nothing."""

    def text(key: str) -> str:
        return str(project.readEntry(SCOPE, key, "")[0])

    def files(key: str) -> tuple[str, ...]:
        return tuple(project.readPath(path) for path in project.readListEntry(SCOPE, key, [])[0])

    def path(key: str) -> str:
        return project.readPath(text(key)) if text(key) else ""

    year = project.readNumEntry(SCOPE, "year", 0)[0]
    palette = text("palette")
    return State(
        InputState(
            Source(text("areas_layer"), files("areas_files")),
            files("index"),
            year or None,
            Source(text("schools_layer"), files("schools_files")),
            files("results"),
            text("columns"),
            project.readBoolEntry(SCOPE, "leave_out_offices", False)[0],
            files("population"),
            Source(text("areas_2020_layer"), files("areas_2020_files")),
        ),
        View(
            text("place"),
            tuple(project.readListEntry(SCOPE, "compare", [WHOLE])[0]),
            text("result"),
            palette if palette in palettes.PALETTES else first_palette(),
            project.readNumEntry(SCOPE, "view_year", 0)[0] or None,
            school_year=text("view_school_year"),
            types_by=text("view_types_by"),
            chosen=from_text(text("filter")),
            fades=project.readBoolEntry(SCOPE, "fade", False)[0],
            page=text("page"),
            charts=tuple(project.readListEntry(SCOPE, "charts", [])[0]),
        ),
        path("target"),
        path("study"),
    )


def write(project: QgsProject, state: State) -> None:
    """Keep ``state`` in ``project``; only what changed makes the project one to be saved."""

    def relative(paths: tuple[str, ...]) -> list[str]:
        return [project.writePath(path) for path in paths if path]

    for key, paths in (
        ("areas_files", state.inputs.areas.files),
        ("index", state.inputs.index),
        ("schools_files", state.inputs.schools.files),
        ("results", state.inputs.results),
        ("population", state.inputs.population),
        ("areas_2020_files", state.inputs.areas_2020.files),
    ):
        project.writeEntry(SCOPE, key, relative(paths))
    project.writeEntry(SCOPE, "compare", list(state.view.compare))
    project.writeEntry(SCOPE, "charts", list(state.view.charts))
    for key, value in (
        ("areas_layer", state.inputs.areas.layer),
        ("schools_layer", state.inputs.schools.layer),
        ("areas_2020_layer", state.inputs.areas_2020.layer),
        ("columns", state.inputs.columns),
        ("place", state.view.place),
        ("filter", as_text(state.view.chosen)),
        ("result", state.view.result),
        ("palette", state.view.palette),
        ("page", state.view.page),
        ("view_school_year", state.view.school_year),
        ("view_types_by", state.view.types_by),
        ("target", "".join(relative((state.target,)))),
        ("study", "".join(relative((state.study,)))),
    ):
        project.writeEntry(SCOPE, key, value)
    project.writeEntryBool(SCOPE, "leave_out_offices", state.inputs.leave_out_offices)
    project.writeEntryBool(SCOPE, "fade", state.view.fades)
    for key, year in (("year", state.inputs.year), ("view_year", state.view.year)):
        project.writeEntry(SCOPE, key, year or 0)
