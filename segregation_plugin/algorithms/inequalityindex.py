"""``segregation:inequalityindex``: how apart the lowest and the highest income fifth live."""

from __future__ import annotations

from ..domain.counties import COUNTIES
from ..domain.messages import InputError, message
from ..domain.totals import called_like_a_total
from ..i18n import render, tr
from . import parameters
from .base import STATISTICS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import OUTPUT
from .run import Run

INPUT, CODE, LOWEST, HIGHEST, BY, PUBLIC = "INPUT", "CODE", "LOWEST", "HIGHEST", "BY", "PUBLIC"
BY_COUNTRY, BY_COUNTY, BY_MUNICIPALITY = 0, 1, 2


class InequalityIndex(SegregationAlgorithm):
    """Measures dissimilarity between the lowest and the highest income fifth in each place."""

    NAME = "inequalityindex"
    GROUP = STATISTICS
    TITLE = message("Inequality index")
    HELP = message(
        "Measures how far apart the lowest and the highest income fifth live in a municipality, a county or the "
        "country, from a table of persons by area and income fifth: 0 where both are spread alike over the areas, 100 "
        "where they share no area. The value is the per cent of either group that would have to move to be spread "
        "like the other (100 x D, the dissimilarity index).\n\n"
        "It is another measure than the area types, which say how areas fare and do not measure the degree of "
        "segregation. Smaller areas give a higher value: never compare RegSO with DeSO.\n\n"
        "Beside it stand the value expected if random, the value without what small areas add, and the 95 per cent "
        "interval of that. Where counts are hidden there is no value, but the least and the greatest that they allow "
        "(lagst, hogst). So too where an area has from 1 to 9 persons of a fifth, unless these are published: figures "
        "are then the same whatever they are, with fewer decimals. Without a value the column anledning says why; "
        "anmarkning says where the interval may cover the true value less often."
    )

    def _declared(self) -> Declared:
        yield parameters.source(
            INPUT,
            tr("Table of persons by area and income fifth"),
            tr("A row for each RegSO or DeSO area, with the number of persons in the lowest and the highest fifth."),
        )
        yield parameters.field(
            CODE,
            tr("Field of RegSO or DeSO codes"),
            tr("The code of each area. All rows are of one kind: RegSO or DeSO."),
            INPUT,
        )
        yield parameters.field(
            LOWEST,
            tr("Field of persons in the lowest income fifth"),
            tr("Numbers of persons, not per cent. Empty or ..: hidden by the source."),
            INPUT,
        )
        yield parameters.field(
            HIGHEST,
            tr("Field of persons in the highest income fifth"),
            tr("Numbers of persons, not per cent. Empty or ..: hidden by the source."),
            INPUT,
        )
        yield parameters.choice(
            BY,
            tr("By"),
            tr("The places that are measured: the whole country, each county, or each municipality."),
            [tr("Country"), tr("County"), tr("Municipality")],
            BY_MUNICIPALITY,
        )
        yield parameters.box(
            PUBLIC,
            tr("The numbers of persons of single areas are published"),
            tr("Ticked: values have all decimals. Otherwise they do not reveal numbers from 1 to 9."),
        )
        yield parameters.sink(
            OUTPUT,
            tr("Inequality index"),
            tr("A row for each place: the index, what chance gives, the corrected value and its interval."),
        )

    def _work(self, run: Run) -> Parameters:
        from ..analysis.segregation import inequality
        from ..disclosure.income_fifths import by_place
        from ..layers.number_columns import number_columns
        from ..resources import reference

        columns = {
            column: run.field(name)
            for column, name in (("kod", CODE), (inequality.LOWEST, LOWEST), (inequality.HIGHEST, HIGHEST))
        }
        if len(set(columns.values())) < len(columns):
            raise InputError(
                "The codes, the lowest and the highest fifth are three fields. Choose another one for each."
            )
        persons = number_columns(run.source(INPUT), columns, run.feedback)
        for name in (columns[inequality.LOWEST], columns[inequality.HIGHEST]):
            if called_like_a_total(name):
                run.warn(
                    message(
                        "The field {field} looks like all persons, and not like a group: then the others count twice, "
                        "and the values are wrong.",
                        field=name,
                    )
                )
        level = run.choice(BY)
        by = (inequality.COUNTRY, inequality.COUNTY, inequality.MUNICIPALITY)[level]
        table = by_place(persons, by, run.share_done, run.is_on(PUBLIC))
        municipalities = reference().municipalities.set_index("kommunkod")["kommunnamn"]
        names = {inequality.WHOLE_COUNTRY: tr("Sweden"), **COUNTIES, **municipalities}
        table.insert(1, "namn", table["kod"].map(names).fillna(""))
        for name in ("anledning", "anmarkning"):
            table[name] = table[name].map(render)
        table["matt"] = tr("Dissimilarity between the lowest and the highest income fifth, 0-100; not the area types")
        without = int(table["ojamlikhetsindex"].isna().sum())
        run.say(message("The index is another measure than the area types."))
        run.say(message("{count} of {all} places have no value.", count=without, all=len(table)))
        return run.write_table(table)
