"""Tables with a row a unit and a field of persons for each group: their parameters, and how they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsProcessingFeatureSource, QgsProcessingParameterDefinition

from ..domain.messages import InputError, message
from ..domain.segregation_indices import INDICES as ALL_INDICES
from ..domain.segregation_indices import USUAL
from ..domain.statuses import HIDDEN_UNDER
from ..i18n import render, tr
from . import parameters
from .run import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from ..layers.count_rows import CountRows

INPUT, GROUPS, GROUP, TOTAL, INDICES = "INPUT", "GROUPS", "GROUP", "TOTAL", "INDICES"
ITERATIONS, THRESHOLD, PUBLIC = "ITERATIONS", "THRESHOLD", "PUBLIC"


def groups() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the parameters GROUPS, GROUP and TOTAL, fields of the layer INPUT."""
    yield parameters.field(
        GROUPS,
        tr("Fields of persons, one a group"),
        tr("Numbers of persons, not per cent. Also the majority is a group. No total: it counts everybody twice."),
        INPUT,
        several=True,
    )
    yield parameters.field(
        GROUP,
        tr("One group to measure against the rest (all in turn when empty)"),
        tr("The group that is measured against everybody else."),
        INPUT,
        optional=True,
    )
    yield parameters.field(
        TOTAL,
        tr("Field of all persons, of whom the rest is a group of its own (ovriga)"),
        tr("Where a part of the persons has no field of its own: what the groups leave of this total is a group."),
        INPUT,
        optional=True,
    )


def indices() -> QgsProcessingParameterDefinition:
    """Return the parameter INDICES."""
    return parameters.choice(
        INDICES,
        tr("Indices"),
        "; ".join([*(f"{index.name}: {render(index.label)}" for index in ALL_INDICES)]) + ".",
        [index.name for index in ALL_INDICES],
        list(USUAL),
        several=True,
        words=True,
    )


def draws_and_limits() -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the parameters ITERATIONS, THRESHOLD and PUBLIC."""
    yield parameters.draws(ITERATIONS, tr("Random tables"))
    yield parameters.number(
        THRESHOLD,
        tr("Counts under this are hidden"),
        tr("Hidden counts are taken for whole numbers under this. Known ones from 1 up to it are not revealed."),
        HIDDEN_UNDER,
        1,
        advanced=True,
    )
    yield parameters.box(
        PUBLIC,
        tr("The counts of single units are published"),
        tr("Ticked: values have all decimals. Otherwise they do not reveal units with few persons of a group."),
    )


class Groups(NamedTuple):
    """The fields chosen: of the groups, of the one that is measured, and of all persons."""

    groups: list[str]
    group: str | None
    total: str | None


def chosen(run: Run) -> Groups:
    """Return the groups that were chosen. Raises InputError where they do not make a table."""
    group, total = run.text(GROUP), run.text(TOTAL)
    fields = list(dict.fromkeys(run.fields(GROUPS)))
    fields += [group] if group and group not in fields else []
    fields = [name for name in fields if name != total]
    if total and group == total:
        raise InputError("The field {field} is that of all persons: choose one of the groups to measure.", field=total)
    if len(fields) < (1 if total else 2):
        raise InputError(
            "Segregation is measured between groups: choose the fields of at least two, also of the majority."
        )
    return Groups(fields, group, total)


def read(run: Run, source: QgsProcessingFeatureSource, fields: Groups, by: Sequence[str]) -> CountRows:
    """Return the rows of a layer with the persons of the groups, and what they leave of a total, as ``counts``.

    ``by``: fields of names. Raises InputError for a row or a group that is everybody.
    """
    from ..layers.count_rows import count_rows, require_no_total_rows

    rows = count_rows(source, [*fields.groups, *([fields.total] if fields.total else [])], by, run.feedback)
    require_no_total_rows(rows, [*fields.groups, fields.total or ""], source.sourceName())
    return rows._replace(counts=_counts(run, rows, fields, by))


def in_words(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table with its reasons and remarks in the user's language."""
    said = {name: [render(text) for text in table[name]] for name in ("anledning", "anmarkning") if name in table}
    return table.assign(**said).astype(dict.fromkeys(said, object))


def _counts(run: Run, rows: CountRows, fields: Groups, by: Sequence[str]) -> pd.DataFrame:
    from ..analysis.segregation.groups import require_groups, total_among, with_rest
    from ..layers.count_rows import numbers_beside

    counts = rows.counts[fields.groups]
    require_groups(counts)
    if fields.total:
        return with_rest(counts, rows.counts[fields.total])
    found = total_among(counts, numbers_beside(rows, [*fields.groups, *by]))
    if found is not None:
        run.warn(
            message(
                "The field {field} looks like all persons, and not like a group: then the others count twice, and the "
                "values are wrong. Choose it as the field of all persons (TOTAL) instead.",
                field=found,
            )
        )
    return counts
