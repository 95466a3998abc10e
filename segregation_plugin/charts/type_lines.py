"""The share of a place's areas in each area type, year by year, each on the borders of its own time."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from ..analysis.areas.matching import once
from ..domain.area_types import LOCATION, NEARLY_ALL, OFFICIAL_TYPE, WITHOUT_TYPE, short_name
from ..domain.codes import MUNICIPALITY_DIGITS, regso_version_of_year
from ..sheets.headings import with_choice
from ..sheets.sheet import Cell, Filled, Sheet, SheetColumn, said, sheet_of
from ..study.records import TEXT as WORDS
from ..study.records import WHOLE
from ..study.years import years_of
from .frame import framed, framed_several, height_with, lined
from .look import MARKERS, SMALL, TEXT, Look
from .side_by_side import PLACE, Beside, beside, has_places, names_of, place_column
from .type_shares import SHARED, of_types

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..domain.measures import Measure
    from ..domain.wording import Wording
    from ..study.model import Study

# Keys of the columns; those of shares are groups.
YEAR, VERSION, COUNT = "ar", "regso", "antal"
# Of a place, a row a year: year, RegSO version, number of what is counted, and a share for each of ``SHARED``.
Rows = Sequence["tuple[Cell, ...]"]
_FIRST_SHARE = 3  # of the cells of a row
_OF_PLACE = 2.4  # inches high, where there are several
_WIDE = 5.0  # inches, from which names of types stand in one line
# From the end of a line to the left edge of its name.
_LEADER = {"arrowstyle": "-", "linewidth": 0.5, "shrinkA": 1, "shrinkB": 5, "relpos": (0, 0.5)}
_LETTERS = 13  # of a name in a narrow chart


def table(study: Study, _measure: Measure | None, texts: Wording, others: Sequence[Study] = ()) -> Sheet | None:
    """Return a row a place and year: RegSO version, number of areas, and the share of each area type in per cent.

    A year in which fewer than nine areas of ten have a type has no shares. None where types of no year are held.
    """
    places = beside(study, others, texts)
    found = [_of_place(place.study) for place in places]
    if not any(found):
        return None
    title = texts.tr("{place}: share of areas in each area type").format(place=names_of(places, texts))
    title = with_choice(title, study, texts, is_named=True, of_areas=True)
    left_out = said_left_out(places, found, texts)
    notes = [*about_years(found, texts), *about_schools_of_years(study, texts)]
    notes += about_versions(study, found, texts)
    if left_out:
        notes.append(
            texts.tr("Not drawn, as fewer than nine areas of ten have a type: {years}.").format(years=left_out)
        )
    notes.append(texts.tr("Source: SCB (area types, RegSO), own processing."))
    return sheet_of_years(places, found, texts.tr("Areas"), title, notes, texts)


def sheet_of_years(
    places: Sequence[Beside], found: Sequence[Rows], counted: str, title: str, notes: Sequence[str], texts: Wording
) -> Sheet:
    """Return the sheet of the rows of each place; ``counted``: what the number of a row is called."""
    rows = [row for of_place in found for row in of_place]
    columns = [
        SheetColumn(YEAR, texts.tr("Year"), WORDS),
        SheetColumn(VERSION, "RegSO", WORDS),
        SheetColumn(COUNT, counted, WHOLE),
        *of_types(texts),
    ]
    filled: list[Filled] = [
        (column, [str(row[place]) if place < 2 else row[place] for row in rows]) for place, column in enumerate(columns)
    ]
    if len(places) > 1:
        named = [place.name for place, of_place in zip(places, found) for _ in of_place]
        filled.insert(1, (place_column(texts), named))
    return sheet_of(title, filled, notes, [str(row[0]) for row in rows])


def of_part(study: Study, codes: pd.Series) -> pd.Series:
    """Return which areas of any year, by their codes, are of a part of a study: of its municipalities, or its own.

    A layer may be of fewer municipalities than the index, and a part of some areas of a municipality.
    """
    if study.chosen.of_areas or any(len(code) > MUNICIPALITY_DIGITS for code in study.codes):
        return codes.isin(study.areas["regsokod"])
    return codes.str[:MUNICIPALITY_DIGITS].isin(study.areas["regsokod"].str[:MUNICIPALITY_DIGITS])


def _of_place(study: Study) -> list[tuple[Cell, ...]]:
    """Return the rows of one place."""
    whole = study.whole or study
    if whole.area_values is None:
        return []
    types = whole.area_values[whole.area_values["vad"] == "omradestyp"]
    types = types[of_part(study, types["kod"])]
    areas = len(once(study.areas))
    rows: list[tuple[Cell, ...]] = []
    for year in years_of(whole):
        of_year = types[types["ar"] == year].drop_duplicates("kod")
        known = int(of_year["varde"].notna().sum())
        shares: list[Cell] = [None] * len(SHARED)
        # Nor are they those of a layer of some areas of a municipality.
        if known and known >= NEARLY_ALL * areas and areas >= NEARLY_ALL * len(of_year):
            numbers = [int((of_year["varde"] == int(group)).sum()) for group in SHARED[:-1]]
            shares = [100 * number / len(of_year) for number in (*numbers, len(of_year) - known)]
        rows.append((year, regso_version_of_year(year), len(of_year), *shares))
    return rows


def about_schools_of_years(study: Study, texts: Wording) -> list[str]:
    """Return that figures of years are no schools', where Skolverket's types, which are of one year, count these."""
    if study.schools is None or OFFICIAL_TYPE not in study.schools or study.types_by == LOCATION:
        return []
    return [texts.tr("Of areas, not of schools: which schools have a type differs from year to year.")]


def about_years(found: Sequence[Rows], texts: Wording) -> list[str]:
    """Return what to know before comparing the years."""
    tr = texts.tr
    notes = [tr("Each year on the borders of its own time. Types are cut anew every year and are relative.")]
    if len({row[1] for rows in found for row in rows}) > 1:
        notes.append(tr("RegSO 2020 and 2025 have other borders: shares before and after are not of the same areas."))
    return notes


def about_versions(study: Study, found: Sequence[Rows], texts: Wording) -> list[str]:
    """Return that the areas of some years are not those that other figures count, where they are of other borders."""
    counted = study.provenance.get("areas_regso_version", "")
    others = sorted({str(row[1]) for rows in found for row in rows if row[_FIRST_SHARE] is not None} - {counted})
    if not counted or not others:
        return []
    said = texts.tr(
        "Years on RegSO {version} count its areas; other figures count areas of RegSO {counted}, so that shares of the "
        "same year differ a little."
    )
    return [said.format(version=", ".join(others), counted=counted)]


def said_left_out(places: Sequence[Beside], found: Sequence[Rows], texts: Wording) -> str:
    """Return the years without shares, and of several places of which, empty where there are none."""
    left_out = [", ".join(str(row[0]) for row in rows if row[_FIRST_SHARE] is None) for rows in found]
    if len(places) > 1:
        template = texts.tr("{place}: {years}")
        left_out = [template.format(place=place.name, years=years) for place, years in zip(places, left_out) if years]
    return "; ".join(years for years in left_out if years)


def height(sheet: Sheet, width: float) -> float:
    """Return the height in inches."""
    if not has_places(sheet):
        return height_with(sheet, width, 3.2)
    across = _across(sheet, width)
    return height_with(sheet, width, _OF_PLACE * math.ceil(len(_places(sheet)) / across))


def _places(sheet: Sheet) -> list[str]:
    return list(dict.fromkeys(str(place) for place in sheet.cells(PLACE)))


def _across(sheet: Sheet, width: float) -> int:
    """Return how many places stand beside each other."""
    return min(len(_places(sheet)), max(1, int(width / _WIDE)))


def draw(sheet: Sheet, figure: Figure, look: Look, texts: Wording) -> None:
    """Draw a line a type with a marker of its own and its name at the end, broken where the borders change.

    Of several places each has its own lines, all on the same scale.
    """
    width = figure.get_size_inches()[0]
    if not has_places(sheet):
        _draw_place(framed(sheet, figure, look), sheet, width, _top(sheet), look, texts)
        return
    places, across = _places(sheet), _across(sheet, width)
    panels = framed_several(sheet, figure, look, math.ceil(len(places) / across), across)
    for place, axes in zip_longest(places, panels):
        if place is None:
            axes.set_axis_off()
            continue
        axes.set_title(place, fontsize=TEXT, fontweight="bold", color=look.ink, loc="left")
        rows = [row for row, one in enumerate(sheet.cells(PLACE)) if one == place]
        own = replace(
            sheet, rows=tuple(sheet.rows[row] for row in rows), keys=tuple(sheet.keys[row] for row in rows), remarks={}
        )
        _draw_place(axes, own, width / across, _top(sheet), look, texts)
        for one in axes.get_children():
            if one.get_gid():
                one.set_gid(f"{one.get_gid()}-{places.index(place)}")


def _top(sheet: Sheet) -> float:
    """Return the highest share."""
    return max((cell for group in SHARED for cell in sheet.cells(group) if isinstance(cell, (int, float))), default=0.0)


def _draw_place(axes: Axes, sheet: Sheet, width: float, top: float, look: Look, texts: Wording) -> None:
    # Those without shares are said below, and take no room.
    sheet = replace(sheet, rows=tuple(row for row, share in zip(sheet.rows, sheet.cells("1")) if share is not None))
    years = [int(str(year)) for year in sheet.cells(YEAR)]
    versions = [str(version) for version in sheet.cells(VERSION)]
    drawn = [group for group in SHARED if group != WITHOUT_TYPE or any(sheet.cells(group))]
    ends: list[tuple[float, str]] = []
    for group in drawn:
        points = [
            (year, share, version)
            for year, share, version in zip(years, sheet.cells(group), versions)
            if isinstance(share, (int, float))
        ]
        for version in sorted(set(versions)):
            _line(axes, group, version, [(year, share) for year, share, theirs in points if theirs == version], look)
        if points:
            ends.append((points[-1][1], group))
    if not years:
        axes.set_xticks([])
        axes.set_yticks([])
        return
    axes.set_xticks(years, [str(year) for year in years])
    axes.set_xlim(min(years) - 0.3, max(years) + 0.3)
    axes.set_ylim(0, top * 1.12 or 1)
    lined(axes, "y", look, texts)
    axes.tick_params(axis="x", labelsize=SMALL, labelcolor=look.muted)
    axes.set_ylabel("%", fontsize=SMALL, color=look.muted, rotation=0, loc="top")
    _break(axes, years, versions, look)
    _names(axes, sheet, ends, width, look, texts)


def _line(axes: Axes, group: str, version: str, points: list[tuple[int, float]], look: Look) -> None:
    if not points:
        return
    # Light colours would not be seen on white, nor dark ones on black.
    axes.plot(*zip(*points), color=look.ink, linewidth=2.8, clip_on=False, zorder=2.5, solid_capstyle="round")
    (line,) = axes.plot(
        *zip(*points),
        color=look.colour(group),
        linewidth=1.8,
        marker=MARKERS[group],
        markersize=6.5,
        markeredgecolor=look.ink,
        markeredgewidth=0.8,
        clip_on=False,
        zorder=3,
    )
    line.set_gid(f"{group}-{version}")


def _break(axes: Axes, years: list[int], versions: list[str], look: Look) -> None:
    """Mark where RegSO 2020 ends and RegSO 2025 begins."""
    changes = [place for place in range(1, len(years)) if versions[place] != versions[place - 1]]
    for place in changes:
        at = (years[place - 1] + years[place]) / 2
        axes.axvline(at, color=look.muted, linewidth=1, linestyle=(0, (4, 3))).set_gid("break")
        for version, offset, side in ((versions[place - 1], -4, "right"), (versions[place], 4, "left")):
            axes.annotate(
                f"RegSO {version}",
                (at, 1),
                xycoords=axes.get_xaxis_transform(),
                xytext=(offset, -2),
                textcoords="offset points",
                ha=side,
                va="top",
                fontsize=SMALL,
                color=look.muted,
            )


def _names(axes: Axes, sheet: Sheet, ends: list[tuple[float, str]], width: float, look: Look, texts: Wording) -> None:
    """Write the name and last share of each type beside the end of its line, one clear of the other."""
    is_narrow = width < _WIDE
    labels = []
    for share, group in ends:
        column = next(column for column in sheet.columns if column.key == group)
        name = short_name(group, texts.language)
        lines = textwrap.fill(name, _LETTERS, break_long_words=False) if is_narrow else name
        labels.append((share, group, f"{lines}  {said(share, column, texts)}"))
    low, high = axes.get_ylim()
    # A line of text as a share of the axes, of about two inches.
    line = (high - low) * SMALL * 1.3 / 72 / 2.0
    at_end = float(axes.get_xticks()[-1])
    labels.sort(key=lambda one: one[0])
    halves = [line * (text.count("\n") + 1) / 2 for _, _, text in labels]
    places = apart([share for share, _, _ in labels], halves, low)
    for (share, group, text), place in zip(labels, places):
        axes.annotate(
            text,
            (at_end, share),
            xytext=(1.02, place),
            textcoords=axes.get_yaxis_transform(),
            va="center",
            fontsize=SMALL,
            color=look.ink,
            linespacing=1.0,
            arrowprops={"color": look.muted, **_LEADER},
        ).set_gid(f"name-{group}")


def apart(wanted: Sequence[float], halves: Sequence[float], least: float) -> list[float]:
    """Return places, none below ``least``, as near to those ``wanted``, lowest first, as can be without touching.

    ``halves``: half the height of what stands there. By least squares: neighbours that would touch are pooled.
    """
    above = [0.0]
    for half, following in zip(halves, halves[1:]):
        above.append(above[-1] + half + following)
    pools: list[tuple[float, int]] = []
    for place, room in zip(wanted, above):
        mean, count = place - room, 1
        while pools and pools[-1][0] > mean:
            before, many = pools.pop()
            mean, count = (mean * count + before * many) / (count + many), count + many
        pools.append((mean, count))
    found = [max(mean, least) for mean, count in pools for _ in range(count)]
    return [place + room for place, room in zip(found, above)]


def alternative(sheet: Sheet, texts: Wording) -> str:
    """Return how the share of type 1 went from the first year to the last, place by place."""
    column = next(column for column in sheet.columns if column.key == "1")
    said_of = [f"{sheet.title}."]
    for place in _places(sheet) if has_places(sheet) else [""]:
        known = [
            (year, share)
            for row, (year, share) in enumerate(zip(sheet.cells(YEAR), sheet.cells("1")))
            if isinstance(share, float) and (not place or sheet.cells(PLACE)[row] == place)
        ]
        if not known:
            continue
        (first, before), (last, after) = known[0], known[-1]
        named = ", ".join(part for part in (place, short_name("1", texts.language)) if part)
        if first == last:
            template = texts.tr("{type}: {share} per cent in {year}.")
            said_of.append(template.format(type=named, share=said(after, column, texts), year=last))
        else:
            template = texts.tr("{type}: {before} per cent in {first}, {after} per cent in {last}.")
            shares = {"before": said(before, column, texts), "after": said(after, column, texts)}
            said_of.append(template.format(type=named, first=first, last=last, **shares))
    return " ".join(said_of)
