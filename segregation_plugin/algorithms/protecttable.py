"""``segregation:protecttable``: hides what must not be shown of a table, and what it could be computed from."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from itertools import zip_longest
from typing import TYPE_CHECKING

from qgis.core import (
    QgsFeature,
    QgsFields,
    QgsProcessingFeatureSource,
    QgsProcessingOutputNumber,
    QgsProcessingParameterMatrix,
)

from ..compat import field, is_null
from ..domain.messages import InputError, message
from ..domain.number_texts import may_be_numbers
from ..domain.statuses import HIDDEN_UNDER, parse_value
from ..domain.written_numbers import Marks, TwoMeanings
from ..i18n import tr
from . import parameters
from .base import DISCLOSURE, STATISTICS, Declared, SegregationAlgorithm
from .input_layers import Parameters
from .parameters import OUTPUT
from .run import Run

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from ..disclosure.engine import Layout

INPUT, BY, COUNTS, DEPENDENT, SUMS = "INPUT", "BY", "COUNTS", "DEPENDENT", "SUMS"
ATTRIBUTES, TOTAL, THRESHOLD, TOLERANCE = "ATTRIBUTES", "TOTAL", "THRESHOLD", "TOLERANCE"
HIDDEN_PRIMARY, HIDDEN_COMPLEMENTARY = "HIDDEN_PRIMARY", "HIDDEN_COMPLEMENTARY"

MEAN, SHARE = "medel", "andel"
_DEFAULT_TOTAL = "alla"
_WIDTH_OF_DEPENDENT, _WIDTH_OF_SUMS = 3, 2
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_BETWEEN_THOUSANDS = re.compile(r"(?<=\d)[\s.,](?=\d{3}(?!\d))")


class ProtectTable(SegregationAlgorithm):
    """Writes a table again with what must not be shown hidden."""

    NAME = "protecttable"
    GROUP = STATISTICS
    DOCS = DISCLOSURE
    TITLE = message("Protect a table (disclosure control)")
    HELP = message(
        "Hides numbers of people under the threshold in a table with a row a combination, such as municipality and "
        "area type, with the shares and means that rest on them, and as few others as keep the hidden ones from "
        "being computed from totals. The output is the same table, with NULL where something is hidden and a field "
        "with _dold after its name beside each field that says so.\n\n"
        "Totals are rows whose field holds a label of totals ('alla' unless you say otherwise). A municipality is "
        "part of its county by its code, an area of its municipality. Shares (andel, in per cent) and means "
        "(medel) are named with the count they rest on. A cell that is NULL in the input counts as hidden by the "
        "source. Values that the source itself publishes by school are public: do not choose them.\n\n"
        "Totals must be the sum of their parts. Where the source adds noise, as SCB does since 2025, say how much "
        "they may differ; whoever computes is then taken to know that too.\n\n"
        "A table protected here and a study do not know of each other. Do not publish both of the same unpublished "
        "numbers, unless they show the same sums and hide the same of them."
    )

    def _declared(self) -> Declared:
        # Numbers are often texts, as 1 120 and .. in what a spreadsheet writes: fields may be of any type.
        yield parameters.source(
            INPUT, tr("Table"), tr("A row for each combination, such as municipality and area type, totals among them.")
        )
        yield parameters.field(
            BY,
            tr("Divided by"),
            tr("The fields that say what a row is of, such as municipality and area type."),
            INPUT,
            several=True,
        )
        yield parameters.field(
            COUNTS,
            tr("Numbers of people"),
            tr("The fields in which few people must not show. Empty or ..: hidden by the source."),
            INPUT,
            several=True,
        )
        yield parameters.with_help(
            QgsProcessingParameterMatrix(
                DEPENDENT,
                tr("Shares and means: field, the number it rests on, andel or medel"),
                headers=[tr("Field"), tr("Rests on"), tr("Kind (andel, medel)")],
                optional=True,
            ),
            tr("A row for each field that is a share in per cent (andel) or a mean (medel) of a number of people."),
        )
        yield parameters.text(
            TOTAL,
            tr("Labels of totals (with commas between)"),
            tr("What stands in a field of 'Divided by' in the rows of totals."),
            _DEFAULT_TOTAL,
        )
        yield parameters.number(
            THRESHOLD,
            tr("Fewest people shown"),
            tr("Numbers from 1 up to, but not including, this one are hidden."),
            HIDDEN_UNDER,
            2,
        )
        yield parameters.with_help(
            QgsProcessingParameterMatrix(
                SUMS,
                tr("Fields that are sums: field, its parts (with commas between)"),
                headers=[tr("Field"), tr("Parts")],
                optional=True,
            ),
            tr("A row for each field of numbers that is the sum of others, such as all of women and men."),
            advanced=True,
        )
        yield parameters.field(
            ATTRIBUTES,
            tr("Of 'Divided by', what says something of the people themselves"),
            tr("Such as background or sex: if all of a row are in one group, that is known of each of them."),
            INPUT,
            several=True,
            optional=True,
            advanced=True,
        )
        yield parameters.number(
            TOLERANCE,
            tr("How much totals may differ from their parts"),
            tr("0 where totals are exact. Where the source adds noise, how much it adds at most, in persons."),
            0.0,
            0.0,
            kind=parameters.DECIMAL,
            advanced=True,
        )
        yield parameters.sink(
            OUTPUT,
            tr("Protected table"),
            tr("The same table with NULL where something is hidden, and a field (name_dold) that says so."),
        )
        yield QgsProcessingOutputNumber(HIDDEN_PRIMARY, tr("Hidden for being few"))
        yield QgsProcessingOutputNumber(HIDDEN_COMPLEMENTARY, tr("Hidden so that others cannot be computed"))

    def _work(self, run: Run) -> Parameters:
        import pandas as pd

        from ..disclosure.engine import protect_tables
        from ..disclosure.engine.unknown_totals import require_known_totals, require_no_sums_beside
        from ..layers.source_features import all_features

        source = run.source(INPUT)
        layout = _layout(run)
        layout.require([pd.DataFrame(columns=source.fields().names())])
        features = all_features(source, run.feedback)
        marks = {f"{column}_dold" for column in layout.protected}
        left = _other_numbers(source.fields(), features, {*layout.by, *layout.protected, *marks})
        table = _table(features, layout.by).join(_numbers(features, layout, source.sourceName()))
        threshold = run.whole(THRESHOLD)
        tolerance = run.number(TOLERANCE)
        require_known_totals(table, layout, tolerance)
        beside = _table(features, left).apply(lambda texts: texts.map(_number_within))
        require_no_sums_beside(table.join(beside), layout, left, tolerance)
        found = protect_tables([table], layout, threshold, tolerance)
        run.say(
            message(
                "{few} hidden for being few, {others} so that these cannot be computed.",
                few=found.primary,
                others=found.complementary,
            )
        )
        if left:
            run.warn(
                message(
                    "Not protected, and shown as they are: {fields}. Choose them too, or leave them out.",
                    fields=", ".join(left),
                )
            )
        written = _write(source, features, found.tables[0], layout.protected, run)
        return {**written, HIDDEN_PRIMARY: found.primary, HIDDEN_COMPLEMENTARY: found.complementary}


def _layout(run: Run) -> Layout:
    from ..disclosure.engine import Layout
    from ..domain.totals import TOTALS

    kinds: dict[str, dict[str, str]] = {MEAN: {}, SHARE: {}}
    for column, count, kind in _matrix(run, DEPENDENT, _WIDTH_OF_DEPENDENT):
        if kind.lower() not in kinds:
            raise InputError(
                "'{kind}' is no kind of the field '{column}'. Write andel for a share in per cent, or medel for a "
                "mean.",
                kind=kind,
                column=column,
            )
        kinds[kind.lower()][column] = count
    sums = [(total, [part.strip() for part in parts.split(",")]) for total, parts in _matrix(run, SUMS, _WIDTH_OF_SUMS)]
    return Layout(
        by=run.fields(BY),
        counts=run.fields(COUNTS),
        means=kinds[MEAN],
        shares=kinds[SHARE],
        sums=sums,
        attributes=run.fields(ATTRIBUTES),
        # What is called a total elsewhere is one here too: taken for a part it would give away what is hidden.
        totals=list(dict.fromkeys([*_totals(run), *TOTALS])),
    )


def _totals(run: Run) -> list[str]:
    given = (run.text(TOTAL) or "").split(",")
    return [label.strip() for label in given if label.strip()]


def _matrix(run: Run, name: str, width: int) -> list[list[str]]:
    """Return the rows of a matrix that hold anything."""
    cells = ["" if is_null(cell) else str(cell).strip() for cell in run.matrix(name)]
    rows = [list(row) for row in zip_longest(*[iter(cells)] * width, fillvalue="")]
    filled = [row for row in rows if any(row)]
    for row in filled:
        if not all(row):
            label = run.label(name)
            raise InputError("'{parameter}': a row is not filled in. Fill it or remove it.", parameter=label)
    return filled


def _write(
    source: QgsProcessingFeatureSource,
    features: list[QgsFeature],
    table: pd.DataFrame,
    protected: list[str],
    run: Run,
) -> Parameters:
    fields = QgsFields(source.fields())
    # A table that was protected before has its marks already: they are made anew.
    for mark in (f"{column}_dold" for column in protected):
        if fields.lookupField(mark) < 0:
            fields.append(field(mark, int))
    places = {column: source.fields().indexOf(column) for column in protected}
    marks = table[[f"{column}_dold" for column in protected]].to_numpy()
    rows = (_hidden(feature, fields, places, hidden) for feature, hidden in zip(features, marks))
    return run.write_features(OUTPUT, fields, rows, source.wkbType(), source.sourceCrs())


def _hidden(feature: QgsFeature, fields: QgsFields, places: Mapping[str, int], hidden: NDArray[np.int64]) -> QgsFeature:
    """Return a feature without what is ``hidden`` of the columns at ``places``, and the marks behind its fields."""
    written = QgsFeature(fields)
    written.setGeometry(feature.geometry())
    for place, value in enumerate(feature.attributes()):
        written.setAttribute(place, value)
    for (column, place), is_hidden in zip(places.items(), hidden):
        if is_hidden:
            written.setAttribute(place, None)
        written.setAttribute(fields.lookupField(f"{column}_dold"), int(is_hidden))
    return written


def _other_numbers(fields: QgsFields, features: list[QgsFeature], chosen: set[str]) -> list[str]:
    """Return the fields of numbers, also as texts, beside those ``chosen``; QGIS's own number of a row is none."""
    from ..layers.area_codes import plain, text

    return [
        one.name()
        for place, one in enumerate(fields.toList())
        if one.name() not in chosen
        and one.name() != "fid"
        and (one.isNumeric() or may_be_numbers(text(plain(feature, place)) for feature in features))
    ]


def _number_within(value: object) -> float:
    """Return the number in what a field holds, such as 1 200 or 130 elever, NaN where there is none.

    In a text three digits behind a point are thousands: beside numbers of people that is what could reveal them.
    """
    written = "" if value is None else str(value)
    found = _NUMBER.search(_BETWEEN_THOUSANDS.sub("", written) if isinstance(value, str) else written)
    return float(found[0].replace(",", ".")) if found else math.nan


def _table(features: list[QgsFeature], columns: Collection[str]) -> pd.DataFrame:
    """Return fields as they are, of those that there are, None where they are NULL."""
    import pandas as pd

    names = features[0].fields().names()
    return pd.DataFrame(
        {
            column: pd.Series(
                [None if is_null(feature[column]) else feature[column] for feature in features], dtype=object
            )
            for column in columns
            if column in names
        },
        index=range(len(features)),
    )


def _numbers(features: list[QgsFeature], layout: Layout, layer: str) -> pd.DataFrame:
    """Return what is protected as numbers, also of texts, None where hidden; what is no number stays as it is.

    Raises InputError for a text that may be two numbers.
    """
    from ..layers.number_columns import marks_in, number_of

    table = _table(features, layout.protected)
    for column in table:
        marks = marks_in(table[column])

        def read(value: object, feature: QgsFeature, column: str = str(column), marks: Marks = marks) -> object:
            # Of shares per cent goes without saying.
            is_share = column in layout.shares and isinstance(value, str)
            written = str(value).strip().removesuffix("%").strip() if is_share else value
            if isinstance(written, str) and not _reads_as_number(written, marks):
                return value
            number = number_of(written, feature, column, layer, marks)
            return None if math.isnan(number) else number

        table[column] = [read(value, feature) for value, feature in zip(table[column], features)]
    return table


def _reads_as_number(text: str, marks: Marks) -> bool:
    """Return whether a text is a number, or two: what it is otherwise the engine says, with its row."""
    try:
        parse_value(text, marks)
    except TwoMeanings:
        return True
    except ValueError:
        return False
    return True
