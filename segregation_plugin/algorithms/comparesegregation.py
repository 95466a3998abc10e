"""``segregation:comparesegregation``: whether segregation differs between two years, or between two places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.messages import InputError, message
from ..i18n import tr
from . import group_tables, parameters
from .base import STATISTICS, Declared, SegregationAlgorithm
from .group_tables import INDICES, INPUT, ITERATIONS, PUBLIC, THRESHOLD
from .input_layers import Parameters
from .parameters import OUTPUT, SEED
from .run import Run

if TYPE_CHECKING:
    import pandas as pd

    from ..layers.count_rows import CountRows

OTHER, UNIT = "OTHER", "UNIT"


class CompareSegregation(SegregationAlgorithm):
    """Compares indices of segregation between two tables, and says what chance makes of the difference."""

    NAME = "comparesegregation"
    GROUP = STATISTICS
    TITLE = message("Compare segregation between two tables")
    HELP = message(
        "Says how much an index of segregation differs between two tables, the second minus the first: two years of "
        "the same units, or two places. Both have a row a unit (school, area) and fields of persons of the same "
        "groups, with the same names. Beside both values stand the difference (skillnad), the difference without the "
        "bias of small units (skillnad_korrigerad) with its 95 per cent interval (lag, hog), and how often as large a "
        "difference comes about by chance (p).\n\n"
        "Compare by the corrected difference: where units became smaller they look more segregated without anybody "
        "having moved. A field of the units' codes says which units of both tables are the same ones: they are then "
        "drawn together, and the interval is narrower. A unit that is in one table alone has nobody in the other.\n\n"
        "Hidden counts (NULL, or .. as text) are unknown, never zero: the difference then lies between lagst and "
        "hogst.\n\n"
        "Where a unit has fewer persons of a group than the threshold, and the counts are not published, both values "
        "have fewer decimals, and the difference is that of the values shown, without interval and p. What is shown "
        "of two tables needs twice as many persons as of one: ask for one index."
    )

    def _declared(self) -> Declared:
        yield parameters.source(
            INPUT,
            tr("First table: units with persons by group"),
            tr(
                "The earlier year, or the first place: a row a unit, with the number of persons of each group in a "
                "field."
            ),
        )
        yield parameters.source(
            OTHER,
            tr("Second table: units with persons by group"),
            tr(
                "The later year, or the second place, with fields of the same names. The difference is this minus the "
                "first."
            ),
        )
        yield from group_tables.groups()
        yield parameters.field(
            UNIT,
            tr("Field of the units' codes, where both tables are of the same units"),
            tr("Such as the school unit code, in both tables. Empty: two places, whose units have nothing in common."),
            INPUT,
            optional=True,
        )
        yield group_tables.indices()
        yield from group_tables.draws_and_limits()
        yield parameters.seed()
        yield parameters.sink(
            OUTPUT,
            tr("Differences of segregation"),
            tr(
                "A row for each index and group: both values, their difference, corrected difference, interval and "
                "p-value."
            ),
        )

    def _work(self, run: Run) -> Parameters:
        from ..disclosure.index_differences import difference_table

        fields, unit = group_tables.chosen(run), run.text(UNIT)
        if unit in fields.groups:
            raise InputError("The field {field} cannot hold both persons of a group and the units' codes.", field=unit)
        first, second = (_counts(run, name, fields, unit) for name in (INPUT, OTHER))
        if fields.total:
            first, second = _with_same_rest(first, second)
        if unit:
            _say_units(run, first.index, second.index, unit)
        return run.write_table(
            group_tables.in_words(
                difference_table(
                    first,
                    second,
                    run.words(INDICES),
                    fields.group,
                    bool(unit),
                    run.whole(ITERATIONS),
                    run.whole(SEED),
                    run.whole(THRESHOLD),
                    run.share_done,
                    run.is_on(PUBLIC),
                )
            )
        )


def _counts(run: Run, name: str, fields: group_tables.Groups, unit: str | None) -> pd.DataFrame:
    """Return the persons of a layer, a row a unit; rows are named where there is a field of the units' codes."""
    source = run.source(name)
    rows = group_tables.read(run, source, fields, [unit] if unit else [])
    hidden = int(rows.counts.isna().to_numpy().sum())
    if hidden:
        run.warn(
            message(
                "Hidden counts in the layer {layer}: {count}. The difference has no value, but an interval (lagst, "
                "hogst).",
                layer=source.sourceName(),
                count=hidden,
            )
        )
    return rows.counts.set_axis(_codes(rows, unit, source.sourceName())) if unit else rows.counts


def _codes(rows: CountRows, unit: str, layer: str) -> list[str]:
    """Return the units' codes. Raises InputError, naming the feature, where there is none or it is not the first."""
    seen: set[str] = set()
    for feature, code in zip(rows.features, rows.by[unit]):
        if code is None:
            raise InputError(
                "The layer {layer}, feature {id}, column {column}: there is no code. Fill it in, or choose another "
                "field of the units' codes.",
                layer=layer,
                id=feature.id(),
                column=unit,
            )
        if code in seen:
            raise InputError(
                "The layer {layer}, feature {id}, column {column}: '{text}' is there twice. Each unit must be one row "
                "of a table.",
                layer=layer,
                id=feature.id(),
                column=unit,
                text=code,
            )
        seen.add(code)
    return list(rows.by[unit])


def _with_same_rest(first: pd.DataFrame, second: pd.DataFrame) -> list[pd.DataFrame]:
    """Return both tables with the group of all others if either has it: of a total that leaves nobody there is none."""
    groups = list(dict.fromkeys([*first.columns, *second.columns]))
    return [table.reindex(columns=groups, fill_value=0.0) for table in (first, second)]


def _say_units(run: Run, first: pd.Index, second: pd.Index, unit: str) -> None:
    """Say how many units both tables have. Raises InputError where they have none in common."""
    common = int(first.isin(second).sum())
    if not common:
        raise InputError(
            "No code in the field {field} is in both tables. Choose the field of the same codes, or none to compare "
            "two places.",
            field=unit,
        )
    if common < max(len(first), len(second)):
        run.warn(
            message(
                "Units in both tables: {common}. Only in the first: {first}, only in the second: {second}. These "
                "count as units with nobody in the other table.",
                common=common,
                first=len(first) - common,
                second=len(second) - common,
            )
        )
