"""How areas moved between area types from one year to another: bands between the types of both years."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..analysis.areas.two_years import RELATIVE
from ..domain.area_types import ALL, GROUPS, name, short_name
from ..domain.wording import in_sentence
from ..sheets.headings import DECIMALS, with_choice
from ..sheets.sheet import Cell, Filled, Sheet, SheetColumn, decimal_numbers, said, sheet_of, whole_numbers
from ..study.change import TypeChange, type_change
from ..study.records import NUMBER, WHOLE
from .frame import framed_several, height_with, wrapped
from .look import PATTERNS, SMALL, TEXT, Look, is_dark, text_on
from .side_by_side import PLACE, beside, has_places, names_of, place_column, said_missing
from .type_lines import about_schools_of_years, apart

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..domain.measures import Measure
    from ..domain.wording import Wording
    from ..study.model import Study

# Keys of the columns, after that of the names (``2022-2023``, both years): areas to a type, and all; of those with a
# type in both years and the same border, per cent.
TO, EVERY, SAME, HIGHER, LOWER = "till_{}", "till_alla", "andel_samma", "andel_hogre", "andel_lagre"
_GROUPS = GROUPS[:-1]
_PANEL = 3.2  # inches high
_GAP, _BAR = 0.035, 0.05  # of the height, of the width
_NAMES = 0.31  # of the width of the figure, on either side
_LETTERS = 11
_LINE = 1.15
_MOVED, _STAYED = 0.75, 0.3  # opacity


def table(study: Study, _measure: Measure | None, texts: Wording, others: Sequence[Study] = ()) -> Sheet | None:
    """Return a row a place and type of the earlier year, and how many of its areas have each type in the later one.

    The years are those of ``study.change``, of the first place that has two. None where none has.
    """
    places = beside(study, others, texts)
    changes = [(place, type_change(place.study)) for place in places]
    first = next((found for _, found in changes if found is not None), None)
    if first is None:
        return None
    years = {"from_year": first.from_year, "to_year": first.to_year}
    known = [(place, found) for place, found in changes if found is not None and found[:2] == first[:2]]
    parts = [_of_place(found, texts) for _, found in known]
    filled: list[Filled] = [
        (column, [cell for part in parts for cell in part[number][1]]) for number, (column, _) in enumerate(parts[0])
    ]
    if len(places) > 1:
        filled.insert(1, (place_column(texts), [place.name for place, found in known for _ in found.table["grupp"]]))
    title = in_sentence(texts.tr("Change of area types {from_year} to {to_year}").format(**years))
    notes = [texts.render(RELATIVE), *about_schools_of_years(study, texts)]
    for place, found in known:
        if count := int(found.table["grans_andrad"].iloc[-1]):
            template = texts.tr("Areas whose border changed between the years, and which may not be the same: {count}.")
            text = template.format(count=texts.number(count))
            notes.append(text if len(places) == 1 else f"{place.name}: {in_sentence(text)}")
    shown = [place.name for place, _ in known]
    why = texts.tr("no area there has a type in both {from_year} and {to_year}").format(**years)
    notes += said_missing(places, shown, why, texts)
    notes.append(texts.tr("Source: SCB (area types {from_year} and {to_year}, RegSO), own processing.").format(**years))
    keys = [group for _, found in known for group in found.table["grupp"]]
    title = with_choice(f"{names_of(places, texts)}: {title}", study, texts, is_named=True, of_areas=True)
    return sheet_of(title, filled, notes, keys)


def _of_place(found: TypeChange, texts: Wording) -> list[Filled]:
    tr, rows = texts.tr, found.table
    years = {"from_year": found.from_year, "to_year": found.to_year}
    filled: list[Filled] = [
        (
            SheetColumn(f"{found.from_year}-{found.to_year}", tr("Area type {from_year}").format(**years)),
            [name(group, texts.language) for group in rows["grupp"]],
        )
    ]
    for group in _GROUPS:
        label = "\n".join(textwrap.wrap(short_name(group, texts.language), _LETTERS, break_long_words=False))
        meaning = tr("{type} in {to_year}").format(type=name(group, texts.language), **years)
        column = SheetColumn(TO.format(group), label, WHOLE, meaning=meaning)
        filled.append((column, whole_numbers(rows[column.key])))
    filled.append((SheetColumn(EVERY, tr("All"), WHOLE), whole_numbers(rows[EVERY])))
    for key, label, meaning in (
        (SAME, tr("Same"), tr("Same area type, per cent")),
        (HIGHER, tr("Higher"), tr("Higher area type, per cent")),
        (LOWER, tr("Lower"), tr("Lower area type, per cent")),
    ):
        column = SheetColumn(key, label, NUMBER, "%", DECIMALS, meaning)
        filled.append((column, decimal_numbers(rows[key])))
    return filled


def _places(sheet: Sheet) -> dict[str, list[int]]:
    """Return the rows of each place, by its name."""
    found: dict[str, list[int]] = {}
    for row, place in enumerate(sheet.cells(PLACE) if has_places(sheet) else [""] * len(sheet.rows)):
        found.setdefault(str(place), []).append(row)
    return found


def height(sheet: Sheet, width: float) -> float:
    """Return the height in inches."""
    return height_with(sheet, width, _PANEL * len(_places(sheet)))


def draw(sheet: Sheet, figure: Figure, look: Look, texts: Wording) -> None:
    """Draw both years as stacks of types, and a band for all areas that went from the one to the other."""
    places = _places(sheet)
    width = figure.get_size_inches()[0]
    for place, (named, axes) in enumerate(zip(places, framed_several(sheet, figure, look, len(places), 1))):
        if named:
            axes.set_title(named, fontsize=TEXT, fontweight="bold", color=look.ink, loc="left")
        counts = {
            (sheet.keys[row], group): int(str(sheet.cells(TO.format(group))[row] or 0))
            for row in places[named]
            for group in _GROUPS
            if sheet.keys[row] != ALL
        }
        _draw_place(axes, counts, f"-{place}" if named else "", width, look, texts)
        _head(axes, sheet.columns[0].key.split("-"), look)


def _head(axes: Axes, years: Sequence[str], look: Look) -> None:
    for at, year in enumerate(years):
        axes.text(at, -_GAP, year, ha="center", va="bottom", fontsize=SMALL, color=look.muted)


def _draw_place(
    axes: Axes, counts: Mapping[tuple[str, str], int], ending: str, width: float, look: Look, texts: Wording
) -> None:
    total = sum(counts.values())
    axes.set_xlim(-0.5 * _BAR, 1 + 0.5 * _BAR)
    axes.set_ylim(1.0 + _GAP * len(_GROUPS), -3 * _GAP)
    axes.set_xticks([])
    axes.set_yticks([])
    if not total:
        axes.text(0.5, 0.5, texts.tr("None"), ha="center", fontsize=SMALL, color=look.muted)
        return
    before = {group: sum(counts[group, other] for other in _GROUPS) / total for group in _GROUPS}
    after = {group: sum(counts[other, group] for other in _GROUPS) / total for group in _GROUPS}
    shown = [group for group in _GROUPS if before[group] or after[group]]
    sides = [_stacked(shares, shown) for shares in (before, after)]
    _bands(axes, counts, sides, total, ending, look, texts)
    for at, shares, side in zip((0, 1), (before, after), ("from", "to")):
        _stack(axes, at, shares, sides[at], f"{side}-{{}}{ending}", look)
        _names(
            axes, at, {group: round(total * shares[group]) for group in shown}, shares, sides[at], width, look, texts
        )


def _stacked(shares: Mapping[str, float], shown: Sequence[str]) -> dict[str, float]:
    """Return where each type begins, from the top, with gaps between them."""
    tops, top = {}, 0.0
    for group in shown:
        tops[group] = top
        top += shares[group] + _GAP
    return tops


def _stack(axes: Axes, at: int, shares: Mapping[str, float], tops: Mapping[str, float], gid: str, look: Look) -> None:
    from matplotlib.patches import Rectangle

    for group, top in tops.items():
        colour = look.colour(group)
        corner = (at - _BAR / 2, top)
        ground = Rectangle(corner, _BAR, shares[group], facecolor=colour, edgecolor=look.ink, linewidth=0.5)
        ground.set_gid(gid.format(group))
        hatched = "#ffffff70" if is_dark(colour) else "#00000045"
        pattern = Rectangle(
            corner, _BAR, shares[group], facecolor="none", edgecolor=hatched, hatch=PATTERNS[group], linewidth=0
        )
        for drawn in (ground, pattern):
            axes.add_patch(drawn)


def _bands(
    axes: Axes,
    counts: Mapping[tuple[str, str], int],
    sides: Sequence[Mapping[str, float]],
    total: int,
    ending: str,
    look: Look,
    texts: Wording,
) -> None:
    """Draw the bands, those that went to another type over those that stayed."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    left, right = dict(sides[0]), dict(sides[1])
    # What a line of text is high, of the axes.
    line = SMALL * _LINE / 72 / (_PANEL * 0.8)
    for (group, other), count in sorted(counts.items()):
        if not count:
            continue
        share = count / total
        start, end = left[group], right[other]
        left[group] += share
        right[other] += share
        outline = [
            (_BAR / 2, start),
            (0.5, start),
            (0.5, end),
            (1 - _BAR / 2, end),
            (1 - _BAR / 2, end + share),
            (0.5, end + share),
            (0.5, start + share),
            (_BAR / 2, start + share),
            (_BAR / 2, start),
        ]
        curve = [Path.CURVE4] * 3
        codes = [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY]
        moved = group != other
        band = PathPatch(
            Path(outline, codes),
            facecolor=look.colour(group),
            edgecolor=look.ink,
            linewidth=0.5 if moved else 0.2,
            alpha=_MOVED if moved else _STAYED,
            zorder=2 if moved else 1,
        )
        band.set_gid(f"flow-{group}-{other}{ending}")
        axes.add_patch(band)
        if share >= line:
            at, ground = (0.13, look.colour(group)) if moved else (0.5, look.paper)
            middle = start + share / 2 if moved else (start + end + share) / 2
            ink = text_on(ground) if moved else look.ink
            text = axes.text(
                at, middle, texts.number(count), ha="center", va="center", fontsize=SMALL, color=ink, zorder=3
            )
            text.set_gid(f"text-{group}-{other}{ending}")


def _names(
    axes: Axes,
    at: int,
    counts: Mapping[str, int],
    shares: Mapping[str, float],
    tops: Mapping[str, float],
    width: float,
    look: Look,
    texts: Wording,
) -> None:
    """Write name and number beside each type, one clear of the other."""
    labels = [
        wrapped(f"{short_name(group, texts.language)} {texts.number(counts[group])}", _NAMES * width, SMALL)
        for group in tops
    ]
    line = SMALL * _LINE / 72 / (_PANEL * 0.8)
    halves = [line * (label.count("\n") + 1) / 2 for label in labels]
    middles = [top + shares[group] / 2 for group, top in tops.items()]
    for group, label, place in zip(tops, labels, apart(middles, halves, -_GAP)):
        text = axes.annotate(
            label,
            (at + (at - 0.5) * _BAR, place),
            xytext=(-4 if at == 0 else 4, 0),
            textcoords="offset points",
            ha="right" if at == 0 else "left",
            va="center",
            fontsize=SMALL,
            color=look.ink,
            linespacing=1.0,
        )
        text.set_gid(f"name-{group}-{at}")


def alternative(sheet: Sheet, texts: Wording) -> str:
    """Return how many per cent of the areas kept their type, and how many went up and down, place by place."""
    parts = [f"{sheet.title}."]
    for place, rows in _places(sheet).items():
        shares = {key: _said(sheet, key, rows[-1], texts) for key in (SAME, HIGHER, LOWER)}
        template = texts.tr("Same area type: {same} per cent, higher: {higher} per cent, lower: {lower} per cent.")
        text = template.format(same=shares[SAME], higher=shares[HIGHER], lower=shares[LOWER])
        parts.append(f"{place}. {text}" if place else text)
    return " ".join(parts)


def _said(sheet: Sheet, key: str, row: int, texts: Wording) -> str:
    cell: Cell = sheet.cells(key)[row]
    return said(cell, next(column for column in sheet.columns if column.key == key), texts)
