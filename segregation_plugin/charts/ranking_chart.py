"""Municipalities in the order of a result, with intervals: all faint, the chosen ones and their neighbours named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from ..analysis.schools.ranking import apart as overlapping
from ..analysis.schools.ranking import ranked
from ..domain.area_types import ALL
from ..domain.codes import MUNICIPALITY_DIGITS
from ..domain.measures import INTERVAL_ENDS, PUPILS, RESIDENTS, SUMS
from ..domain.messages import Message, message
from ..domain.place_words import heading
from ..domain.unit_words import unit_word, with_unit
from ..domain.wording import in_sentence
from ..sheets.headings import DECIMALS, decimals_of, listed, with_choice, year_of_result
from ..sheets.named_place import find_place
from ..sheets.notes import about_limits, how_weighted, source
from ..sheets.sheet import Cell, Filled, Sheet, SheetColumn, decimal_numbers, said, sheet_of, whole_numbers
from ..study.challenged import AREAS, challenged_shares, nearly_all_typed
from ..study.records import NUMBER, WHOLE
from .frame import framed, height_with, lined
from .look import SMALL, Look
from .side_by_side import Beside, beside
from .spots import Spot, of_points
from .type_lines import apart

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from ..domain.measures import Measure
    from ..domain.wording import Wording
    from ..study.model import Study

# Keys of the columns.
RANK, VALUE, LOW, HIGH, BEHIND, CHOSEN = "ordning", "varde", "lag", "hog", "n", "vald"
_LEAST, _MOST = 2.2, 4.2  # inches, of all rows
_ROW = 0.18
_CLEAR = 5.0  # points, above the first and below the last, for their dots
_NAMED = 6  # of those that are left out
_LEADER = {"arrowstyle": "-", "linewidth": 0.5, "shrinkA": 1, "shrinkB": 4, "relpos": (0, 0.5)}


class _Ranked(NamedTuple):
    """What is ranked: ``kod namn varde lag hog n dold`` a municipality, what it is called, and its unit.

    ``of_areas``: it is of areas alone, not of their schools.
    """

    rows: pd.DataFrame
    label: str
    unit: str
    decimals: int
    notes: list[str]
    of_areas: bool = False


def table(study: Study, measure: Measure | None, texts: Wording, others: Sequence[Study] = ()) -> Sheet | None:
    """Return a row a municipality of the whole study, the highest first, with interval and what is behind it.

    Of the chosen result, or, where none is, of the share of residents, else of pupils, in area types 1 and 2. The
    chosen places are marked: a municipality, or, by its name, all of a county. None where nobody has published the
    result by municipality.
    """
    places = beside(study, others, texts)
    # Of the same schools everywhere.
    whole = (study.whole or study).part((), study.chosen)
    found = _of_types(whole, texts) if measure is None else _of_result(whole, measure, texts)
    if found is None:
        return None
    rows = ranked(found.rows)
    if rows.empty:
        return None
    # Of an area its municipality.
    codes = [code[:MUNICIPALITY_DIGITS] for place in places for code in place.study.codes]
    chosen = _chosen(rows["kod"], places, texts)
    filled: list[Filled] = [
        (SheetColumn("kommunnamn", texts.tr("Municipality")), list(rows["namn"])),
        (SheetColumn(RANK, texts.tr("Order"), WHOLE), whole_numbers(rows["ordning"])),
        (SheetColumn(VALUE, found.label, NUMBER, found.unit, found.decimals), decimal_numbers(rows["varde"])),
    ]
    if rows["lag"].notna().any():
        filled += [
            (SheetColumn(key, label, NUMBER, "", DECIMALS), decimal_numbers(rows[key]))
            for key, label in ((LOW, texts.tr("Lower limit")), (HIGH, texts.tr("Upper limit")))
        ]
    if measure is not None:
        filled.append((SheetColumn(BEHIND, texts.render(heading(whole.units)), WHOLE), whole_numbers(rows["n"])))
    filled.append((SheetColumn(CHOSEN, texts.tr("Chosen")), chosen))
    title = texts.tr("{place}: municipalities by {result}").format(
        place=find_place(whole, None, None, texts).name, result=_header(found, measure)
    )
    year = whole.provenance.get("index_ar", "") if measure is None else year_of_result(whole, measure)
    notes = [*found.notes, *_notes(rows, found, codes, measure is not None, texts), source(whole, texts)]
    title = with_choice(f"{title} {year}", whole, texts, of_areas=found.of_areas)
    return sheet_of(title, filled, notes, rows["kod"])


def _chosen(codes: Iterable[str], places: Sequence[Beside], texts: Wording) -> list[Cell]:
    """Return of each municipality that it is chosen, or the chosen place that it is in with others; else nothing."""
    own: set[str] = set()
    together: dict[str, str] = {}
    for place in places:
        known = place.study.codes
        if len(known) == 1 and len(known[0]) >= MUNICIPALITY_DIGITS:
            own.add(known[0][:MUNICIPALITY_DIGITS])
        else:
            together.update((code[:MUNICIPALITY_DIGITS], place.name) for code in known)
    said = texts.tr("chosen")
    return [
        said if code in own else next((name for start, name in together.items() if code.startswith(start)), "")
        for code in codes
    ]


def _header(found: _Ranked, measure: Measure | None) -> str:
    said = with_unit(found.label, found.unit)
    return said if measure is not None and measure.is_own else in_sentence(said)


def _of_result(study: Study, measure: Measure, texts: Wording) -> _Ranked | None:
    summary, column = study.by_municipality, measure.column
    if column not in summary or not measure.public:
        return None
    rows = summary[(summary["grupp"] == ALL) & (summary["kommunkod"] != "")]
    hidden = rows[f"{column}_dold"].astype(bool)
    ends = [rows[column + ending].astype("float64") for ending in INTERVAL_ENDS]
    found = pd.DataFrame(
        {
            "kod": rows["kommunkod"],
            "namn": rows["kommunnamn"],
            "varde": rows[column].astype("float64").where(~hidden),
            "lag": ends[0].where(~hidden),
            "hog": ends[1].where(~hidden),
            "n": rows[f"{column}_n"],
        }
    ).reset_index(drop=True)
    notes = [how_weighted(study, measure, texts)]
    if measure.kind not in SUMS:
        notes.append(about_limits(study, texts))
    unit = unit_word(measure.unit, texts)
    return _Ranked(found, measure.label[texts.language], unit, decimals_of(measure, found["varde"]), notes)


_SHARES: dict[str, Message] = {
    RESIDENTS: message("Residents in area types 1 and 2"),
    PUPILS: message("Pupils in area types 1 and 2"),
    "skolor": message("Places in area types 1 and 2"),
    AREAS: message("Areas in area types 1 and 2"),
}


def _of_types(study: Study, texts: Wording) -> _Ranked | None:
    """Return the share of residents, else pupils or places, else areas, in types 1 and 2: of those with a type.

    Of the first that nearly all have a type of in the study.
    """
    summary = study.by_municipality
    rows = summary[summary["kommunkod"] != ""]
    if rows.empty:
        return None
    has = {
        RESIDENTS: RESIDENTS in summary,
        PUPILS: study.schools is not None and not study.units,
        "skolor": bool(study.units) and study.schools is not None,
    }
    column = next((one for one in has if has[one] and nearly_all_typed(summary, one)), AREAS)
    share = challenged_shares(summary, column)
    names = dict(zip(rows["kommunkod"], rows["kommunnamn"]))
    found = pd.DataFrame({"kod": share.index, "varde": share.to_numpy()})
    found = found.assign(namn=found["kod"].map(names), lag=float("nan"), hog=float("nan"), n=0)
    note = texts.tr("Of those with an area type; not known where they are less than nine tenths of all.")
    return _Ranked(found, texts.render(_SHARES[column]), "%", DECIMALS, [note], of_areas=column in (RESIDENTS, AREAS))


def _notes(rows: pd.DataFrame, found: _Ranked, codes: Sequence[str], of_result: bool, texts: Wording) -> Iterator[str]:
    tr, number = texts.tr, texts.number
    names = dict(zip(rows["kod"], rows["namn"]))
    for code in codes:
        if len(code) != MUNICIPALITY_DIGITS or not of_result:
            continue
        others = overlapping(rows, code)
        if code not in names:
            continue
        if others is None:
            if rows["lag"].notna().any():
                yield tr("{place} has no interval: it cannot be said to differ from any.").format(place=names[code])
            continue
        yield tr(
            "{place} cannot be told apart from {alike} of {count} other municipalities with an interval: theirs "
            "overlap its own."
        ).format(place=names[code], alike=number(others.alike), count=number(others.compared))
    if of_result and rows["lag"].notna().any() and (bare := int(rows["lag"].isna().sum())):
        yield tr("Hollow: {count} municipalities without an interval.").format(count=number(bare))
    left_out = sorted(found.rows.loc[found.rows["varde"].isna(), "namn"].astype(str))
    if left_out:
        template = tr("Without a known value: {names}.")
        more = len(left_out) - _NAMED
        named = left_out if more <= 1 else [*left_out[:_NAMED], tr("{count} more").format(count=number(more))]
        yield template.format(names=listed(named, texts))


def height(sheet: Sheet, width: float) -> float:
    """Return the height in inches."""
    return height_with(sheet, width, 0.6 + _inside(sheet))


def _inside(sheet: Sheet) -> float:
    """Return how high all rows are, in inches."""
    return min(_MOST, max(_LEAST, _ROW * len(sheet.rows)))


def draw(sheet: Sheet, figure: Figure, look: Look, texts: Wording) -> None:
    """Draw a dot a municipality with its interval, the highest on top; chosen ones are dark and named."""
    from matplotlib.collections import LineCollection

    axes = framed(sheet, figure, look)
    values = [float(str(value)) for value in sheet.cells(VALUE)]
    limits = _limits(sheet)
    at = range(len(values))
    lines = LineCollection(
        [[(low, row), (high, row)] for row, (low, high) in limits.items()],
        colors=look.muted,
        linewidths=0.7,
        alpha=0.35,
    )
    lines.set_gid("intervals")
    axes.add_collection(lines)
    is_bare = [row not in limits and bool(limits) for row in at]
    for bare, gid in ((False, "kommuner"), (True, "kommuner-utan")):
        rows = [row for row in at if is_bare[row] == bare]
        if rows:
            dots = axes.scatter(
                [values[row] for row in rows],
                rows,
                s=9,
                facecolors="none" if bare else look.muted,
                edgecolors=look.muted,
                linewidths=0.5,
                alpha=0.8,
            )
            dots.set_gid(gid)
    named = _named(sheet, texts)
    chosen = [row for row, cell in enumerate(sheet.cells(CHOSEN)) if cell]
    for row in sorted({*named, *chosen}):
        _mark(axes, sheet, row, limits, is_chosen=bool(sheet.cells(CHOSEN)[row]), look=look)
    everything = [*values, *(end for ends in limits.values() for end in ends)]
    room = 0.04 * ((max(everything) - min(everything)) or 1.0)
    axes.set_xlim(min(everything) - room, max(everything) + room)
    clear = max(0.8, _CLEAR / 72 / _inside(sheet) * len(values))
    axes.set_ylim(len(values) - 1 + clear, -clear)
    axes.set_yticks([])
    lined(axes, "x", look, texts)
    column = next(column for column in sheet.columns if column.key == VALUE)
    axes.set_xlabel(column.unit, fontsize=SMALL, color=look.muted, loc="right")
    _names(axes, sheet, named, look, texts)


def _limits(sheet: Sheet) -> dict[int, tuple[float, float]]:
    """Return the interval of each row that has one."""
    if not any(column.key == LOW for column in sheet.columns):
        return {}
    ends = enumerate(zip(sheet.cells(LOW), sheet.cells(HIGH)))
    return {
        row: (low, high)
        for row, (low, high) in ends
        if isinstance(low, (int, float)) and isinstance(high, (int, float))
    }


def _named(sheet: Sheet, texts: Wording) -> list[int]:
    """Return the rows that are named: the highest, the lowest, the chosen ones and their neighbours.

    Of many that are chosen together, as those of a county, the highest and the lowest.
    """
    last = len(sheet.rows) - 1
    named, own = _chosen_named(sheet, texts)
    near = {row + step for row in own for step in (-1, 0, 1)}
    return sorted({0, last, *named, *(row for row in near if 0 <= row <= last)})


def _chosen_named(sheet: Sheet, texts: Wording) -> tuple[list[int], list[int]]:
    """Return the rows of chosen ones that are named, and those of them whose neighbours are named too."""
    cells = sheet.cells(CHOSEN)
    chosen = [row for row, cell in enumerate(cells) if cell]
    if len(chosen) <= _NAMED:
        return chosen, chosen
    of_place: dict[Cell, list[int]] = {}
    for row in chosen:
        of_place.setdefault(cells[row], []).append(row)
    own = of_place.pop(texts.tr("chosen"), [])
    return sorted({*own, *(rows[end] for rows in of_place.values() for end in (0, -1))}), own


def _mark(
    axes: Axes, sheet: Sheet, row: int, limits: dict[int, tuple[float, float]], *, is_chosen: bool, look: Look
) -> None:
    value = sheet.cells(VALUE)[row]
    width = 1.8 if is_chosen else 0.9
    if row in limits:
        (line,) = axes.plot(limits[row], [row, row], color=look.ink, linewidth=width, marker="|", zorder=3)
        line.set_gid(f"interval-{sheet.keys[row]}")
    (dot,) = axes.plot(
        value,
        row,
        marker="D" if is_chosen else "o",
        markersize=7 if is_chosen else 4,
        markerfacecolor=look.colour("1") if is_chosen else look.paper,
        markeredgecolor=look.ink,
        markeredgewidth=0.9,
        linestyle="",
        # The neighbours, with dots as near, are not to hide a chosen one.
        zorder=5 if is_chosen else 4,
    )
    dot.set_gid(f"kommun-{sheet.keys[row]}")


def _names(axes: Axes, sheet: Sheet, rows: Sequence[int], look: Look, texts: Wording) -> None:
    """Write order, name and value of the named ones to the right, one clear of the other."""
    labels = [
        f"{_said(sheet, RANK, row, texts)} {sheet.rows[row][0]}  {_said(sheet, VALUE, row, texts)}" for row in rows
    ]
    last, line = len(sheet.rows) - 1, SMALL * 1.3 / 72 / _inside(sheet) * len(sheet.rows)
    wanted = apart([float(row) for row in rows], [line / 2] * len(rows), 0.0)
    # None below the last row either.
    places = [min(place, last - line * (len(rows) - 1 - number)) for number, place in enumerate(wanted)]
    for row, label, place in zip(rows, labels, places):
        text = axes.annotate(
            label,
            (float(str(sheet.cells(VALUE)[row])), row),
            xytext=(1.03, place),
            textcoords=axes.get_yaxis_transform(),
            va="center",
            fontsize=SMALL,
            fontweight="bold" if sheet.cells(CHOSEN)[row] else "normal",
            color=look.ink,
            arrowprops={"color": look.muted, **_LEADER},
        )
        text.set_gid(f"name-{sheet.keys[row]}")


def spots(sheet: Sheet, figure: Figure) -> list[Spot]:
    """Return where each municipality is."""
    return of_points(sheet, figure, [(float(str(value)), row) for row, value in enumerate(sheet.cells(VALUE))])


def _said(sheet: Sheet, key: str, row: int, texts: Wording) -> str:
    return said(sheet.cells(key)[row], next(column for column in sheet.columns if column.key == key), texts)


def alternative(sheet: Sheet, texts: Wording) -> str:
    """Return the highest, the lowest and the chosen ones."""
    ends = texts.tr("Lowest: {lowest}, {low}. Highest: {highest}, {high}.").format(
        highest=sheet.rows[0][0],
        high=_said(sheet, VALUE, 0, texts),
        lowest=sheet.rows[-1][0],
        low=_said(sheet, VALUE, -1, texts),
    )
    parts = [f"{sheet.title}.", ends]
    named, _ = _chosen_named(sheet, texts)
    for row in named:
        template = texts.tr("{place}: number {order}, {value}.")
        numbers = {"order": _said(sheet, RANK, row, texts), "value": _said(sheet, VALUE, row, texts)}
        parts.append(template.format(place=sheet.rows[row][0], **numbers))
    return " ".join(parts)
