"""``segregation:segregationindices``: how unevenly groups are spread over schools or areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.messages import InputError, message
from ..i18n import tr
from . import group_tables, parameters
from .base import STATISTICS, Declared, SegregationAlgorithm
from .group_tables import INDICES, INPUT, ITERATIONS, PUBLIC, THRESHOLD, Groups, in_words
from .input_layers import Parameters
from .parameters import OUTPUT, SEED
from .run import Run

if TYPE_CHECKING:
    import pandas as pd

BY, DECOMPOSITION, UNITS = "BY", "DECOMPOSITION", "UNITS"


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
        yield from group_tables.groups()
        yield group_tables.indices()
        yield parameters.field(
            BY,
            tr("Fields of larger units, the outermost first"),
            tr("Such as county and municipality: shows how much segregation lies between and within them."),
            INPUT,
            several=True,
            optional=True,
        )
        yield from group_tables.draws_and_limits()
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
        from ..layers.count_rows import features_with, kept_fields

        source = run.source(INPUT)
        fields, by = group_tables.chosen(run), run.fields(BY)
        _require_larger_units(fields, by, run.given(DECOMPOSITION))
        threshold = run.whole(THRESHOLD)
        rows = group_tables.read(run, source, fields, by)
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
        together = figures_together(rows.counts, chosen, fields.group, rows.by if decomposes else None)
        indices = index_table(
            rows.counts,
            chosen,
            fields.group,
            *drawn,
            threshold,
            stage(progress, 0, 1 / 2 if decomposes else 1),
            public,
            together,
        )
        _say_few(indices, hidden, threshold, run)
        found = run.write_table(in_words(indices))
        if decomposes:
            table = in_words(
                decomposition_table(
                    rows.counts, rows.by, *drawn, threshold, stage(progress, 1 / 2, 1), public, together
                )
            )
            found |= run.write_table(table, output=DECOMPOSITION)
        if run.given(UNITS):
            values = in_words(unit_table(rows.counts, fields.group, threshold, public))
            kept = kept_fields(source.fields(), rows, fields.groups, by, values)
            features = features_with(rows.features, kept, values)
            found |= run.write_features(UNITS, kept, features, source.wkbType(), source.sourceCrs())
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


def _require_larger_units(fields: Groups, by: list[str], decomposes: bool) -> None:
    """Raise InputError where the fields of larger units are groups, or none for the table that is asked for."""
    if set(fields.groups) & set(by):
        raise InputError(
            "The field {field} cannot hold both persons of a group and larger units.",
            field=min(set(fields.groups) & set(by)),
        )
    if decomposes and not by:
        raise InputError("Choose the fields of larger units between and within which segregation is to be shown.")
