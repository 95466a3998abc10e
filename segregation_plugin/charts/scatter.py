"""Schools by two figures: a dot a school, and a line through those of a place that is weighted as its means are."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from ..analysis.schools.line import Line, line_through
from ..analysis.schools.summaries import Way, has_value, municipality_of, ways_of, weights
from ..domain.area_types import GROUPS, WITHOUT_TYPE, short_name
from ..domain.arrays import Numbers
from ..domain.measures import STATUS_SUFFIX, SUMS
from ..domain.place_words import heading, plural
from ..domain.statuses import HIDDEN
from ..domain.unit_words import unit_word
from ..domain.wording import in_sentence
from ..sheets.headings import DECIMALS, listed, result_column, result_inside, with_choice, year_of_result
from ..sheets.notes import how_weighted, source
from ..sheets.sheet import Filled, Sheet, SheetColumn, decimal_numbers, said, sheet_of, text_cells
from ..study.records import NUMBER
from .frame import framed, height_with, lined, lines_high, wrapped
from .look import MARKERS, SMALL, TEXT, Look
from .side_by_side import PLACE, PLACE_MARKERS, beside, has_places, names_of, place_column
from .spots import Spot, of_points
from .stacked import LENGTH, legend_lines, placed_legend

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..domain.measures import Measure
    from ..domain.wording import Wording
    from ..study.model import Study

# Keys of the columns.
X, Y, WEIGHT, TYPE, MUNICIPALITY = "x", "y", "vikt", "omradestyp", "kommunnamn"
_GROUPS = GROUPS[:-1]
_HIGH = 3.4  # inches, of the axes
_NAMED = 8  # of schools whose figures are hidden
_MANY, _FEW_SIZE, _MANY_SIZE = 200, 30.0, 12.0
_LINE_LENGTH = 4.5  # of a line in the legend, in sizes of text
_DASHES = ("-", (0, (5, 2)), (0, (1, 1.5)), (0, (5, 1.5, 1, 1.5)), (0, (8, 3)))


@dataclass(frozen=True)
class Across:
    """What schools are set out by from left to right: their ``values`` in a study, and of which it is ``hidden``."""

    label: str
    unit: str
    values: Callable[[Study, pd.DataFrame], pd.Series]
    hidden: Callable[[pd.DataFrame], pd.Series]


class _SetOut(NamedTuple):
    """Schools of a place: those with both figures, the names of those of which one is hidden, and how many lack one."""

    drawn: pd.DataFrame
    hidden: list[str]
    without: int


def nothing_hidden(schools: pd.DataFrame) -> pd.Series:
    """Return that nothing is hidden of any school."""
    return pd.Series(False, index=schools.index)


def by_share(
    share: Measure, study: Study, measure: Measure | None, texts: Wording, others: Sequence[Study]
) -> Sheet | None:
    """Return ``scatter_of`` by a published share of the schools' pupils; None where the study has it not."""
    if share not in study.measures or measure == share:
        return None

    def values(_study: Study, schools: pd.DataFrame) -> pd.Series:
        return schools[share.column].astype("float64").where(has_value(schools, share.column))

    def hidden(schools: pd.DataFrame) -> pd.Series:
        return schools[share.column + STATUS_SUFFIX] == HIDDEN

    across = Across(share.label[texts.language], unit_word(share.unit, texts), values, hidden)
    return scatter_of(study, measure, across, texts, others)


def scatter_of(
    study: Study, measure: Measure | None, across: Across, texts: Wording, others: Sequence[Study]
) -> Sheet | None:
    """Return a row a place and school with both figures; None where the result is not published by school, or a sum.

    Also where no school of the place that is looked at has both.
    """
    if measure is None or not measure.public or measure.kind in SUMS or study.counted is None:
        return None
    if measure.column not in study.counted:
        return None
    places = beside(study, others, texts)
    way = ways_of((study.whole or study).counted, [measure])[measure.column]
    found = [_schools(place.study, measure, across, way) for place in places]
    if found[0].drawn.empty:
        return None
    names = dict(zip((study.whole or study).areas["kommunkod"], (study.whole or study).areas["kommunnamn"]))
    rows = pd.concat([one.drawn.assign(plats=place.name) for place, one in zip(places, found)], ignore_index=True)
    tr = texts.tr
    filled: list[Filled] = [
        (SheetColumn("namn", tr("Name")), text_cells(rows["namn"])),
        (SheetColumn(MUNICIPALITY, tr("Municipality")), text_cells(rows["kommun"].map(names))),
        (
            SheetColumn(TYPE, tr("Area type")),
            ["" if pd.isna(one) else str(int(one)) for one in rows["omradestyp"]],
        ),
        (SheetColumn(X, across.label, NUMBER, across.unit, DECIMALS), decimal_numbers(rows["x"])),
        (_of_result(measure, rows["y"], texts), decimal_numbers(rows["y"])),
        (SheetColumn(WEIGHT, tr("Weight"), NUMBER), decimal_numbers(rows["vikt"])),
    ]
    if len(places) > 1:
        filled.insert(1, (place_column(texts), list(rows["plats"])))
    units = texts.render(plural(study.units))
    title = tr("{place}: {places} by {across} and {result}").format(
        place=names_of(places, texts),
        places=units,
        across=in_sentence(across.label),
        result=result_inside(measure, texts),
    )
    notes = [_about(place.name, one.drawn, texts) for place, one in zip(places, found)]
    notes += [
        how_weighted(study, measure, texts),
        tr("A relationship between {places} says nothing of single persons, and shows no cause.").format(places=units),
        *_hidden({place.name: one.hidden for place, one in zip(places, found)}, units, texts),
        *_without({place.name: one.without for place, one in zip(places, found)}, study, texts),
        source(study, texts),
    ]
    title = with_choice(f"{title} {year_of_result(study, measure)}", study, texts, is_named=True)
    return sheet_of(title, filled, notes, rows["skolenhetskod"])


def _of_result(measure: Measure, cells: pd.Series, texts: Wording) -> SheetColumn:
    made = result_column(measure, cells, texts)
    return SheetColumn(Y, made.label, NUMBER, made.unit, made.decimals)


def _schools(study: Study, measure: Measure, across: Across, way: Way) -> _SetOut:
    """Return the schools of a place with both figures, and those without."""
    counted = study.counted
    if counted is None:
        counted = pd.DataFrame()
    x = across.values(study, counted).astype("float64")
    weight = weights(counted, measure.column, way)
    used = (weight > 0) & x.notna()
    table = pd.DataFrame(
        {
            "skolenhetskod": counted["skolenhetskod"],
            "namn": counted["namn"],
            "kommun": municipality_of(counted),
            "omradestyp": counted["omradestyp"],
            "x": x,
            "y": counted[measure.column].astype("float64"),
            "vikt": weight,
        }
    )[used]
    is_hidden = counted[measure.column + STATUS_SUFFIX] == HIDDEN
    # Of a school that has neither figure nothing is missing here.
    out = (is_hidden & (x.notna() | across.hidden(counted))) | (across.hidden(counted) & (weight > 0))
    without = int(((weight > 0) & x.isna() & ~across.hidden(counted)).sum())
    return _SetOut(table.sort_values("skolenhetskod"), sorted(counted.loc[out, "namn"].astype(str)), without)


def _line(table: pd.DataFrame) -> Line:
    x, y, weight = (table[name].to_numpy(dtype=float) for name in ("x", "y", "vikt"))
    return line_through(x, y, weight)


def _about(place: str, table: pd.DataFrame, texts: Wording) -> str:
    line, tr = _line(table), texts.tr
    if math.isnan(line.slope):
        return tr("{place}: no line, {reason}.").format(place=place, reason=texts.render(line.reason))
    template = tr("{place}: correlation {r}, slope of the line {slope}; number: {count}.")
    correlation = "\N{EN DASH}" if math.isnan(line.correlation) else texts.number(line.correlation, 2)
    return template.format(
        place=place, r=correlation, slope=texts.number(line.slope, 2), count=texts.number(line.schools)
    )


def _hidden(of_places: dict[str, list[str]], units: str, texts: Wording) -> list[str]:
    """Return which schools are left out since the source hides a figure of theirs; of other places how many.

    ``of_places``: the names of these, the place that is looked at first; ``units``: what schools are called.
    """
    (place, names), *others = of_places.items()
    more = len(names) - _NAMED
    named = names if more <= 1 else [*names[:_NAMED], texts.tr("{count} more").format(count=texts.number(more))]
    said = listed(named, texts)
    if others:
        counted = [f"{other} ({texts.number(len(hidden))} {units})" for other, hidden in others if hidden]
        said = ", ".join([f"{place} ({said})", *counted] if names else counted)
    return [texts.tr("Not drawn, since the source hides a figure: {names}.").format(names=said)] if said else []


def _without(counts: dict[str, int], study: Study, texts: Wording) -> list[str]:
    """Return how many schools of each place with a known result are left out as they have no figure across."""
    if not any(counts.values()):
        return []
    numbers = {name: texts.number(count) for name, count in counts.items()}
    said = [count if len(counts) == 1 else f"{name} {count}" for name, count in numbers.items()]
    template = texts.tr("{places} with a known result, left out as the other figure is not known: {counts}.")
    return [template.format(places=texts.render(heading(study.units)), counts=", ".join(said))]


def height(sheet: Sheet, width: float) -> float:
    """Return the height in inches."""
    lines = legend_lines(width, len(_places(sheet)) + len(_types(sheet)), _legend_length(sheet))
    return height_with(sheet, width, _HIGH + 0.5 + lines_high(lines, TEXT))


def _legend_length(sheet: Sheet) -> float:
    """Return how long the legend draws things: lines so that it is seen how they are broken."""
    return _LINE_LENGTH if has_places(sheet) else LENGTH


def _places(sheet: Sheet) -> list[str]:
    """Return the places, none where there is one alone."""
    return list(dict.fromkeys(str(place) for place in sheet.cells(PLACE))) if has_places(sheet) else []


def _types(sheet: Sheet) -> list[str]:
    """Return the area types that any school has."""
    present = {cell or WITHOUT_TYPE for cell in sheet.cells(TYPE)}
    return [group for group in _GROUPS if group in present]


def draw(sheet: Sheet, figure: Figure, look: Look, texts: Wording) -> None:
    """Draw a dot a school, by area type, and a line a place; of several places each has a marker of its own."""
    axes = framed(sheet, figure, look)
    width = figure.get_size_inches()[0]
    places = _places(sheet)
    size = _MANY_SIZE if len(sheet.rows) > _MANY else _FEW_SIZE
    rows_of = _rows_by_place(sheet)
    x, y, types = sheet.cells(X), sheet.cells(Y), sheet.cells(TYPE)
    for number, place in reversed(list(enumerate(places or [""]))):
        for group in _GROUPS:
            rows = [row for row in rows_of[place] if (types[row] or WITHOUT_TYPE) == group]
            if rows:
                dots = axes.scatter(
                    [x[row] for row in rows],
                    [y[row] for row in rows],
                    s=size,
                    marker=PLACE_MARKERS[number] if place else MARKERS[group],
                    facecolors=look.colour(group),
                    edgecolors=look.ink,
                    linewidths=0.4,
                    alpha=0.8,
                    zorder=3 - 0.1 * number,
                )
                dots.set_gid(f"schools-{number}-{group}")
        _draw_line(axes, sheet, rows_of[place], number, look)
    for axis in ("x", "y"):
        lined(axes, axis, look, texts)
    across, result = (next(column for column in sheet.columns if column.key == key) for key in (X, Y))
    axes.set_xlabel(wrapped(across.header, width - 0.8, SMALL), fontsize=SMALL, color=look.muted)
    axes.set_ylabel(wrapped(result.header, _HIGH, SMALL), fontsize=SMALL, color=look.muted)
    kinds = _types(sheet)
    handles = [_of_place(number, look) for number in range(len(places))]
    handles += [_of_type(kind, bool(places), look) for kind in kinds]
    labels = [*places, *(short_name(kind, texts.language) for kind in kinds)]
    placed_legend(axes, handles, labels, width, look, _legend_length(sheet))


def _rows_by_place(sheet: Sheet) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row, place in enumerate(sheet.cells(PLACE) if has_places(sheet) else [""] * len(sheet.rows)):
        found.setdefault(str(place), []).append(row)
    return found


def _numbers(sheet: Sheet, key: str, rows: Sequence[int]) -> Numbers:
    cells = sheet.cells(key)
    return np.array([float(str(cells[row])) for row in rows])


def _draw_line(axes: Axes, sheet: Sheet, rows: Sequence[int], number: int, look: Look) -> None:
    x, y, weight = (_numbers(sheet, key, rows) for key in (X, Y, WEIGHT))
    line = line_through(x, y, weight)
    if math.isnan(line.slope):
        return
    ends = [float(x.min()), float(x.max())]
    at = [line.intercept + line.slope * end for end in ends]
    # Seen on dots of any colour.
    axes.plot(ends, at, color=look.paper, linewidth=3.4, zorder=4)
    (drawn,) = axes.plot(ends, at, color=look.ink, linewidth=1.8, linestyle=_DASHES[number], zorder=5)
    drawn.set_gid(f"line-{number}")


def _of_place(number: int, look: Look) -> Artist:
    """Return the marker and the line of a place, long enough to see how it is broken beside the marker."""
    from matplotlib.lines import Line2D

    made = Line2D([], [], color=look.ink, linestyle=_DASHES[number], linewidth=1.4)
    made.set(marker=PLACE_MARKERS[number], markersize=5.5, markerfacecolor=look.paper)
    made.set(markeredgecolor=look.ink, markeredgewidth=0.6)
    return made


def _of_type(kind: str, is_beside_places: bool, look: Look) -> Artist:
    """Return the marker of an area type, or its colour alone where markers are of places."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    colour = look.colour(kind)
    if is_beside_places:
        return Patch(facecolor=colour, edgecolor=look.ink, linewidth=0.6)
    made = Line2D([], [], linestyle="", marker=MARKERS[kind], markersize=6, markerfacecolor=colour)
    made.set(markeredgecolor=look.ink, markeredgewidth=0.6)
    return made


def spots(sheet: Sheet, figure: Figure) -> list[Spot]:
    """Return where each school is."""
    return of_points(sheet, figure, [(float(str(x)), float(str(y))) for x, y in zip(sheet.cells(X), sheet.cells(Y))])


def alternative(sheet: Sheet, texts: Wording) -> str:
    """Return from where to where both figures go, and the line of each place."""
    columns = [next(column for column in sheet.columns if column.key == key) for key in (X, Y)]
    template = texts.tr("{name} from {least} to {most}.")
    parts = [f"{sheet.title}."]
    for column in columns:
        cells = [cell for cell in sheet.cells(column.key) if isinstance(cell, (int, float))]
        ends = [said(one(cells), column, texts) for one in (min, max)]
        parts.append(template.format(name=column.label, least=ends[0], most=ends[1]))
    return " ".join([*parts, *sheet.notes[: len(_rows_by_place(sheet))]])
