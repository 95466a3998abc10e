"""``segregation:importindex``: index files to one long table, a row per area and year."""

from __future__ import annotations

from ..domain.messages import message
from ..i18n import tr
from . import parameters
from .base import FILES, SINGLE_STEPS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import OUTPUT
from .run import Run

INPUT = "INPUT"


class ImportIndex(SegregationAlgorithm):
    """Reads SCB's area types and index; names become codes by the names of their own time."""

    NAME = "importindex"
    GROUP = SINGLE_STEPS
    DOCS = FILES
    TITLE = message("Import area types and index")
    HELP = message(
        "Reads SCB's exports of area types and socioeconomic index to one table with a row per area and year. "
        "A file with names only is resolved to RegSO codes by the names of its own time; which set of names was "
        "used, and what it does not hold, is said in the log."
    )

    def _declared(self) -> Declared:
        yield parameters.files(
            INPUT,
            tr("Area types and index (files)"),
            tr("SCB's files with area types or index, as they are downloaded (CSV, Excel, JSON, PX)."),
        )
        yield parameters.columns()
        yield parameters.sink(OUTPUT, tr("Index"), tr("A row for each area and year, with codes, area type and index."))

    def _work(self, run: Run) -> Parameters:
        from ..domain.columns import INDEX_COLUMNS, INDEX_STATUSES
        from ..domain.findings import explanation
        from ..readers.recognise import read_index
        from ..resources import reference
        from ..study.making import index_with_codes

        index, key = read_index(run.documents(INPUT), run.own_tables())
        matched = index_with_codes(index, key, reference())
        for finding in matched.findings:
            run.say(
                message(
                    "{what}: {code} {name} {details}",
                    what=explanation(finding.kind),
                    code=finding.code,
                    name=finding.name,
                    details=finding.details,
                )
            )
        return run.write_table(matched.table[[*INDEX_COLUMNS, *INDEX_STATUSES]])
