"""``segregation:importresults``: files of results to a row per school and school year."""

from __future__ import annotations

from ..domain.measures import NUMBERS_OF_PUPILS
from ..domain.messages import message
from ..i18n import tr
from . import parameters
from .base import FILES, SINGLE_STEPS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import OUTPUT
from .run import Run

INPUT = "INPUT"


class ImportResults(SegregationAlgorithm):
    """Reads Skolverket's results and statistics by school unit."""

    NAME = "importresults"
    GROUP = SINGLE_STEPS
    DOCS = FILES
    TITLE = message("Import results")
    HELP = message(
        "Reads Skolverket's results, SALSA and pupils' background by school unit (CSV) and statistics (JSON of API v4) "
        "to one table with a row per school and school year. Each result has a column with its status: finns (a "
        "number), dold (suppressed: few pupils), saknas (missing), avrundad (rounded by the source, ~100), "
        "ej_jamforbar (not comparable). Files that agree are merged; where they differ, the message names both. Of "
        "figures of the same pupils the most exact counts, such as pupils of October before those rounded to tens, and "
        "the log says where the other differs by more than rounding."
    )

    def _declared(self) -> Declared:
        yield parameters.files(
            INPUT,
            tr("Results (files)"),
            tr(
                "Skolverket's results by school unit, SALSA, or pupils by grade and background (CSV, Excel), or "
                "statistics (JSON)."
            ),
        )
        yield parameters.columns()
        yield parameters.sink(
            OUTPUT, tr("Results"), tr("A row for each school and school year, with each result and its status.")
        )

    def _work(self, run: Run) -> Parameters:
        from ..analysis.schools.results import differences, merge
        from ..readers.recognise import read_results

        tables = read_results(run.documents(INPUT), run.own_tables())
        merged = merge(tables)
        different = differences(tables)
        if not different.empty:
            first = different.iloc[0]
            run.warn(
                message(
                    "{count} figures differ by more than rounding from a more exact one, which counts. The first: "
                    "school unit {code}, {column}, {year}: {value} ({file}), not {other} ({other_file}).",
                    count=len(different),
                    code=first["skolenhetskod"],
                    column=first["kolumn"],
                    year=first["lasar"],
                    value=f"{first['varde']:g}",
                    file=first["fil"],
                    other=f"{first['annat_varde']:g}",
                    other_file=first["annan_fil"],
                )
            )
        whole = [column for column in NUMBERS_OF_PUPILS if column in merged]
        return run.write_table(merged.astype(dict.fromkeys(whole, "Int64")))
