"""``segregation:segregationindices``: how unevenly groups are spread over schools or areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.messages import InputError, message
from ..domain.segregation_indices import INDICES as ALL_INDICES
from ..domain.segregation_indices import USUAL
from ..domain.statuses import HIDDEN_UNDER
from ..i18n import render, tr
from . import parameters
from .base import STATISTICS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import OUTPUT, SEED
from .run import Run

if TYPE_CHECKING:
    import pandas as pd

    from ..layers.count_rows import CountRows

INPUT, GROUPS, GROUP, TOTAL, INDICES, BY = "INPUT", "GROUPS", "GROUP", "TOTAL", "INDICES", "BY"
ITERATIONS, THRESHOLD, PUBLIC = "ITERATIONS", "THRESHOLD", "PUBLIC"
DECOMPOSITION, UNITS = "DECOMPOSITION", "UNITS"


class SegregationIndices(SegregationAlgorithm):
    """Measures segregation beside what chance alone would give."""

    NAME = "segregationindices"
    GROUP = STATISTICS
    TITLE = message("Segregation indices")
    HELP = message(
        "Measures how unevenly groups of people are spread over units (schools, areas), from a table with a row a "
        "unit and a field of persons a group. Each value stands beside the value expected if random (slump), the "
        "value without the bias of small units (korrigerat), the 95 per cent interval of that (lag, hog), and how "
        "often random tables give as much (p). Where the interval may cover the true value less often, anmarkning "
        "says so and why.\n\n"
        "Small units look segregated where nobody chose anything. Compare schools with areas, or years with units of "
        "other sizes, only by the corrected value. The area types do not measure the degree of segregation: they say "
        "how areas fare.\n\n"
        "Hidden counts (NULL, or .. as text) are unknown, never zero, and are taken for whole numbers under the "
        "threshold. With any of them an index has no value, but the interval that they allow (lagst, hogst). Of "
        "published counts guesses stand beside it (om_noll, om_flest, om_mitten, om_proportion), which are no "
        "estimates. Never leave out units with hidden counts: fel_utan_enheter shows how that would change the value. "
        "Give the parts themselves, as they need not add up to a published total: their sum is used. Where a part has "
        "no field of its own, choose the field of the total: what the groups leave of it is a group (ovriga). A total "
        "among the groups counts everybody twice.\n\n"
        "With one group chosen it is measured against everybody else; otherwise each group in turn, and all together "
        "by indices of several groups. Fields of larger units (county, municipality), the outermost first, show how "
        "much lies between and within them: andel is the share of H, without what is expected if random, and its "
        "interval is of larger units drawn anew (of fewer than ten: of units drawn within each). Fields of numbers "
        "are left out of the values by unit.\n\n"
        "Where a unit has fewer persons of a group than the threshold, and the counts are not published, figures must "
        "not show how many. These counts are then taken out first, so that a value is shown only where it is the same "
        "whatever they are; otherwise it lies between lagst and hogst. Decimals are fewer the more indices are asked "
        "for together: ask for one. Units and larger units get no values."
    )

    def _declared(self) -> Declared:
        yield parameters.source(
            INPUT,
            tr("Units with persons by group"),
            tr("A row for each unit (school, area), with the number of persons of each group in a field of its own."),
        )
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
        yield parameters.choice(
            INDICES,
            tr("Indices"),
            "; ".join([*(f"{index.name}: {render(index.label)}" for index in ALL_INDICES)]) + ".",
            [index.name for index in ALL_INDICES],
            list(USUAL),
            several=True,
            words=True,
        )
        yield parameters.field(
            BY,
            tr("Fields of larger units, the outermost first"),
            tr("Such as county and municipality: shows how much segregation lies between and within them."),
            INPUT,
            several=True,
            optional=True,
        )
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
        yield parameters.seed()
        yield parameters.sink(
            OUTPUT,
            tr("Segregation indices"),
            tr("A row for each index and group: value, what chance gives, corrected value, interval and p-value."),
        )
        yield parameters.sink(
            DECOMPOSITION,
            tr("Between and within larger units"),
            tr("How much of M and H lies between the larger units, and a row for each of them. Needs their fields."),
            optional=True,
        )
        yield parameters.sink(
            UNITS,
            tr("Values by unit"),
            tr("The units with their local M, location quotients and what each adds to dissimilarity."),
            optional=True,
        )

    def _work(self, run: Run) -> Parameters:
        from ..analysis.segregation.repeated import stage
        from ..disclosure.indices import decomposition_table, figures_together, index_table, unit_table
        from ..layers.count_rows import count_rows, features_with, kept_fields, require_no_total_rows

        source = run.source(INPUT)
        group = run.text(GROUP)
        groups = list(dict.fromkeys(run.fields(GROUPS)))
        groups += [group] if group and group not in groups else []
        by = run.fields(BY)
        total = run.text(TOTAL)
        groups = [name for name in groups if name != total]
        _require_fields(groups, by, total, group, run.given(DECOMPOSITION))
        threshold = run.whole(THRESHOLD)
        rows = count_rows(source, [*groups, *([total] if total else [])], by, run.feedback)
        require_no_total_rows(rows, [*groups, total], source.sourceName())
        rows = rows._replace(counts=_groups(rows, groups, total, by, run))
        for name in by:
            unnamed = int(rows.by[name].isna().sum())
            if unnamed:
                run.warn(
                    message(
                        "{count} rows have nothing in the field {field}: they count as one larger unit.",
                        count=unnamed,
                        field=name,
                    )
                )
        hidden = int(rows.counts.isna().to_numpy().sum())
        if hidden:
            run.warn(
                message(
                    "Hidden counts in the table: {count}. The indices have no value, but an interval (lagst, hogst).",
                    count=hidden,
                )
            )
        drawn = run.whole(ITERATIONS), run.whole(SEED)
        chosen = run.words(INDICES)
        decomposes = run.given(DECOMPOSITION)
        progress = run.share_done
        public = run.is_on(PUBLIC)
        together = figures_together(rows.counts, chosen, group, rows.by if decomposes else None)
        indices = index_table(
            rows.counts,
            chosen,
            group,
            *drawn,
            threshold,
            stage(progress, 0, 1 / 2 if decomposes else 1),
            public,
            together,
        )
        _say_few(indices, hidden, threshold, run)
        found = run.write_table(_in_words(indices))
        if decomposes:
            table = _in_words(
                decomposition_table(
                    rows.counts, rows.by, *drawn, threshold, stage(progress, 1 / 2, 1), public, together
                )
            )
            found |= run.write_table(table, output=DECOMPOSITION)
        if run.given(UNITS):
            values = _in_words(unit_table(rows.counts, group, threshold, public))
            fields = kept_fields(source.fields(), rows, groups, by, values)
            features = features_with(rows.features, fields, values)
            found |= run.write_features(UNITS, fields, features, source.wkbType(), source.sourceCrs())
        return found


def _say_few(indices: pd.DataFrame, hidden: int, threshold: int, run: Run) -> None:
    """Say what the column ``dolda`` counts beside the ``hidden`` counts of the table."""
    unsure = int(indices["dolda"].max()) if len(indices) else 0
    if unsure > hidden:
        run.say(
            message(
                "Counts from 1 to under {threshold} that nobody has published, and that the indices must not show: "
                "{few}. With those hidden in the table they are {count}, as the column dolda says.",
                threshold=threshold,
                few=unsure - hidden,
                count=unsure,
            )
        )


def _in_words(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table with its reasons and remarks in the user's language."""
    said = {name: [render(text) for text in table[name]] for name in ("anledning", "anmarkning") if name in table}
    return table.assign(**said).astype(dict.fromkeys(said, object))


def _groups(rows: CountRows, groups: list[str], total: str | None, by: list[str], run: Run) -> pd.DataFrame:
    """Return the persons of groups, and what they leave of a total. Raises InputError for a total among the groups."""
    from ..analysis.segregation.groups import require_groups, total_among, with_rest
    from ..layers.count_rows import numbers_beside

    counts = rows.counts[groups]
    require_groups(counts)
    if total:
        return with_rest(counts, rows.counts[total])
    found = total_among(counts, numbers_beside(rows, [*groups, *by]))
    if found is not None:
        run.warn(
            message(
                "The field {field} looks like all persons, and not like a group: then the others count twice, and the "
                "values are wrong. Choose it as the field of all persons (TOTAL) instead.",
                field=found,
            )
        )
    return counts


def _require_fields(groups: list[str], by: list[str], total: str | None, group: str | None, decomposes: bool) -> None:
    """Raise InputError where the fields chosen do not make a table, or not the one asked for."""
    if total and group == total:
        raise InputError("The field {field} is that of all persons: choose one of the groups to measure.", field=total)
    if len(groups) < (1 if total else 2):
        raise InputError(
            "Segregation is measured between groups: choose the fields of at least two, also of the majority."
        )
    if set(groups) & set(by):
        raise InputError(
            "The field {field} cannot hold both persons of a group and larger units.", field=min(set(groups) & set(by))
        )
    if decomposes and not by:
        raise InputError("Choose the fields of larger units between and within which segregation is to be shown.")
