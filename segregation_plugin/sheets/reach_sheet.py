"""How well area types find the pupils they are meant to find, and what background and area types say of results."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..analysis.schools.reach import CHALLENGED, OTHERS, PARTS, UNTYPED, ReachRow
from ..analysis.schools.type_tables import exposures
from ..domain.area_types import name as area_type_name
from ..domain.wording import Wording
from ..study.background_figures import models_of, reach_of, results_of, types_of, variation_of
from ..study.model import Study
from ..study.records import NUMBER, WHOLE
from ..study.words import MODELS
from .background_notes import about_background, background_notes, why_not_official
from .headings import DECIMALS, result_header, with_choice
from .named_place import find_place
from .notes import common_notes, years_of_background
from .reach_words import by_whose_types, models_in_words, reach_in_words, variations_in_words, whose_types
from .sheet import INTERVAL, Filled, Sheet, SheetColumn, decimal_numbers, interval, sheet_of, whole_numbers


def area_type_reach(study: Study, texts: Wording) -> Sheet | None:
    """Return a row a share, whose types and cut; None without the background of pupils or any type."""
    table, tr = reach_of(study), texts.tr
    # No school has a type, of a year that the place has none of.
    if table is None or table.empty:
        return None
    measures = {measure.column: measure for measure in exposures(study.measures)}
    place = find_place(study, None, None, texts).name
    cuts = [
        (measures[column], source, by_part(rows)) for (column, source, _), rows in grouped_by_cut(table, "resultat")
    ]
    first = pd.DataFrame([parts[CHALLENGED] for _, _, parts in cuts], columns=list(ReachRow._fields))
    filled: list[Filled] = [
        (SheetColumn("resultat", tr("Share of pupils")), [result_header(measure, texts) for measure, _, _ in cuts]),
        (SheetColumn("typer", tr("Types")), [_capital(whose_types(source, study, texts)) for _, source, _ in cuts]),
        (SheetColumn("andel", tr("Pupils in the most exposed schools, per cent of all"), WHOLE), list(first["andel"])),
        *[_part(label, [parts[part] for _, _, parts in cuts]) for part, label in _labels(texts).items()],
        (
            SheetColumn("lag", tr("Types 1 and 2: 95 per cent interval"), INTERVAL),
            _intervals(first["lag"], first["hog"], texts),
        ),
        (
            SheetColumn("lagst", tr("Types 1 and 2: least and most in all schools, with hidden shares"), INTERVAL),
            _intervals(first["lagst"], first["hogst"], texts),
        ),
        _numbers("alla", tr("Types 1 and 2 in all schools, per cent"), first),
        _numbers("basta", tr("Most possible in types 1 and 2, per cent"), first),
        (
            SheetColumn("utanfor", tr("Pupils in types 1 and 2 in other schools, of published shares"), WHOLE),
            whole_numbers(first["utanfor"].round()),
        ),
        _numbers(
            "utanfor_andel",
            tr("The same, per cent of the pupils in types 1 and 2 at schools with a published share"),
            first,
        ),
        (SheetColumn("skolor", tr("Schools with a published share"), WHOLE), whole_numbers(first["skolor"])),
        (SheetColumn("dolda", tr("Schools with a hidden share"), WHOLE), whole_numbers(first["dolda"])),
        (
            SheetColumn("i_ord", tr("In words")),
            [reach_in_words(parts, measure, source, place, study, texts) for measure, source, parts in cuts],
        ),
        (SheetColumn("anledning", tr("Reason")), [texts.render(reason) for reason in first["anledning"]]),
    ]
    title = with_choice(tr("How well area types find pupils"), study, texts)
    return sheet_of(
        title, filled, [*background_notes(study, texts), *about_reach(study, texts)], table["resultat"][:: len(PARTS)]
    )


def area_type_background(study: Study, texts: Wording) -> Sheet | None:
    """Return a row a share, whose types and type: mean, spread and quartiles; None without the background of pupils."""
    table, variation, tr = types_of(study), variation_of(study), texts.tr
    if table is None or variation is None or table.empty:
        return None
    measures = {measure.column: measure for measure in exposures(study.measures)}
    numbers = {
        "medel": tr("Mean, per cent"),
        "spridning": tr("Spread (standard deviation), percentage points"),
        "kvartil_1": tr("Lower quartile"),
        "median": tr("Median"),
        "kvartil_3": tr("Upper quartile"),
    }
    filled: list[Filled] = [
        (
            SheetColumn("resultat", tr("Share of pupils")),
            [result_header(measures[column], texts) for column in table["resultat"]],
        ),
        (SheetColumn("typer", tr("Types")), [_capital(whose_types(source, study, texts)) for source in table["typer"]]),
        (
            SheetColumn("nummer", tr("Area type"), WHOLE),
            [int(one) if one.isdigit() else None for one in table["grupp"]],
        ),
        (SheetColumn("grupp", tr("Name")), [area_type_name(group, texts.language) for group in table["grupp"]]),
        *[_numbers(name, label, table) for name, label in numbers.items()],
        (
            SheetColumn("medel_lagst", tr("Mean: least and most with hidden shares"), INTERVAL),
            _intervals(table["medel_lagst"], table["medel_hogst"], texts),
        ),
        (SheetColumn("skolor", tr("Schools with a published share"), WHOLE), whole_numbers(table["skolor"])),
        (SheetColumn("elever", tr("Pupils in these"), WHOLE), whole_numbers(table["elever"])),
        (SheetColumn("dolda", tr("Schools with a hidden share"), WHOLE), whole_numbers(table["dolda"])),
    ]
    notes = [*background_notes(study, texts), *about_background(study, texts), *why_not_official(study, texts)]
    notes.append(
        tr(
            "Mean, spread and quartiles are of schools with a published share, weighted by their pupils. With hidden "
            "shares: the least and the most that the mean of all schools can be."
        )
    )
    said = variations_in_words(variation, measures, texts)
    if said:
        notes += [*said, by_whose_types(variation["typer"].iloc[0], study, texts)]
    return sheet_of(with_choice(tr("Pupils' background by area type"), study, texts), filled, notes, table["grupp"])


def background_results(study: Study, texts: Wording) -> Sheet | None:
    """Return a row a result and model of background and area types; None without results or background."""
    tr = texts.tr
    tables, words, names = [], [], []
    for measure in results_of(study):
        models = models_of(study, measure)
        if models is None:
            return None
        tables.append(models)
        words.append(" ".join(models_in_words(models, measure, texts)))
        names += [result_header(measure, texts)] * len(models)
    if not tables:
        return None
    table = pd.concat(tables, ignore_index=True)
    per_cent = table[["r2", "r2_justerat", "r2_lag", "r2_hog"]] * 100
    filled: list[Filled] = [
        (SheetColumn("resultat", tr("Result")), names),
        (SheetColumn("modell", tr("Model")), [texts.render(MODELS[name]) for name in table["modell"]]),
        _numbers("r2", tr("Explained variation (R squared), per cent"), per_cent),
        _numbers("r2_justerat", tr("Adjusted for chance (adjusted R squared), per cent"), per_cent),
        (
            SheetColumn("r2_lag", tr("95 per cent interval"), INTERVAL),
            _intervals(per_cent["r2_lag"], per_cent["r2_hog"], texts),
        ),
        *_slopes(table, "foraldrar", tr("Per percentage point of parents' education"), texts),
        *_slopes(table, "utlandsk", tr("Per percentage point of foreign background"), texts),
        (SheetColumn("skolor", tr("Number of schools"), WHOLE), whole_numbers(table["skolor"])),
        (SheetColumn("anledning", tr("Reason")), [texts.render(reason) for reason in table["anledning"]]),
    ]
    about = tr(
        "Models of schools, weighted as the mean of the result. What area type adds to background, and background to "
        "area type: differences of the adjusted values, in percentage points. Results are of pupils who have left "
        "grade 9; background is of other pupils, those at the school in October. Schools have the area types that the "
        "study counts by."
    )
    # The year of background is said with what background is.
    common = [note for note in common_notes(study, texts) if note not in years_of_background(study, texts)]
    notes = [*common, *about_background(study, texts), about, *filter(None, words)]
    return sheet_of(with_choice(tr("Background and results"), study, texts), filled, notes, table["modell"])


def about_reach(study: Study, texts: Wording) -> list[str]:
    """Return how the table of reach is to be read."""
    return [
        *about_background(study, texts),
        *why_not_official(study, texts),
        texts.tr(
            "Schools are put in order of the share, the most exposed first: the largest share of foreign background, "
            "the smallest of parents with post-secondary education. The pupils of the first schools that together have "
            "a tenth (quarter, half) of all pupils are divided by the type of their school; schools on the cut, and "
            "those of the same share, count in proportion. A type that is unknown counts as neither."
        ),
        texts.tr(
            "Values are of schools with a published share. With hidden shares: the least and the greatest value over "
            "all schools, whatever the hidden shares are and in whatever order schools of the same share come. "
            "Interval: 95 per cent, by drawing schools at random again and again (bootstrap). Shares in sentences are "
            "rounded each on its own, and need not add up to 100."
        ),
    ]


def grouped_by_cut(table: pd.DataFrame, *first: str) -> list[tuple[tuple[str, ...], pd.DataFrame]]:
    """Return the rows of each cut of ``reach_table`` in their order, by ``first``, whose types and cut."""
    return [(key, rows) for key, rows in table.groupby([*first, "typer", "andel"], sort=False)]


def by_part(rows: pd.DataFrame) -> dict[str, ReachRow]:
    """Return the rows of one cut of ``reach_table`` by their part."""
    found = [ReachRow(*row) for row in rows[list(ReachRow._fields)].itertuples(index=False)]
    return {row.grupp: row for row in found}


def _labels(texts: Wording) -> dict[str, str]:
    return {
        CHALLENGED: texts.tr("Types 1 and 2, per cent"),
        OTHERS: texts.tr("Types 3 to 5, per cent"),
        UNTYPED: texts.tr("Type unknown, per cent"),
    }


def _part(label: str, rows: Sequence[ReachRow]) -> Filled:
    key = f"varde_{rows[0].grupp}" if rows else ""
    return SheetColumn(key, label, NUMBER, decimals=DECIMALS), decimal_numbers(pd.Series([row.varde for row in rows]))


def _numbers(name: str, label: str, table: pd.DataFrame) -> Filled:
    return SheetColumn(name, label, NUMBER, decimals=DECIMALS), decimal_numbers(table[name])


def _slopes(table: pd.DataFrame, name: str, label: str, texts: Wording) -> list[Filled]:
    decimals = 2
    ends = [interval(low, high, decimals, texts) for low, high in zip(table[f"{name}_lag"], table[f"{name}_hog"])]
    limits = texts.tr("{value}: 95 per cent interval").format(value=label)
    return [
        (SheetColumn(name, label, NUMBER, decimals=decimals), decimal_numbers(table[name])),
        (SheetColumn(f"{name}_lag", limits, INTERVAL), ends),
    ]


def _intervals(low: pd.Series, high: pd.Series, texts: Wording) -> list[str | None]:
    """Return intervals as texts; where both ends read the same, that number alone."""
    return [
        texts.number(one, DECIMALS)
        if texts.number(one, DECIMALS) == texts.number(other, DECIMALS) != ""
        else interval(one, other, DECIMALS, texts)
        for one, other in zip(low, high)
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
