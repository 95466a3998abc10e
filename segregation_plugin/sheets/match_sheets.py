"""How the inputs of a study fit together: what was found, which areas matched, and what the study was made from."""

from __future__ import annotations

from dataclasses import replace

from ..analysis.areas.matching import BY_CODE, BY_NAME, WITHOUT_VALUE, once
from ..domain.findings import explanation
from ..domain.place_words import heading
from ..domain.wording import Wording
from ..study.found_places import by_kind
from ..study.model import Study
from ..study.records import NUMBER, WHOLE
from ..study.schema import MATCH_REPORT
from ..study.words import ANSWERS, KNOWN_OF_STUDY
from .agreement_sheet import about_agreement
from .headings import DECIMALS, title_of
from .notes import common_notes
from .sheet import Filled, Sheet, SheetColumn, from_schema, sheet_of

# For programs, not for readers of a report.
_LEFT_OUT = ("enheter", "kallor", "kolumner", "schema_version")


def match_report(study: Study, texts: Wording) -> Sheet:
    """Return what was found, a row a finding, its kind as the key."""
    found = study.findings
    return sheet_of(
        title_of(study, texts.tr("Match report"), texts),
        [
            (
                from_schema(MATCH_REPORT, "slag", texts),
                [texts.render(explanation(one.kind, study.units)) for one in found],
            ),
            (from_schema(MATCH_REPORT, "kod", texts), [one.code for one in found]),
            (from_schema(MATCH_REPORT, "namn", texts), [one.name for one in found]),
            (from_schema(MATCH_REPORT, "beskrivning", texts), [texts.render(one.details) for one in found]),
        ],
        [*common_notes(study, texts), *about_agreement(study, texts)],
        [one.kind for one in found],
    )


def findings_by_kind(study: Study, texts: Wording) -> Sheet:
    """Return how many findings of each kind there are, and of how large a share of the pupils; the kind is the key."""
    found = by_kind(study)
    unknown = [one.unknown for one in found]
    known_of = SheetColumn("okant_elevantal", texts.tr("Schools with unknown number of pupils"), WHOLE)
    share = texts.tr(
        "Of the pupils whose school's number is known: those at the schools that were found, or at schools in the "
        "areas that were found."
    )
    return sheet_of(
        title_of(study, texts.tr("Match report"), texts),
        [
            (
                from_schema(MATCH_REPORT, "slag", texts),
                [texts.render(explanation(one.kind, study.units)) for one in found],
            ),
            (SheetColumn("antal", texts.tr("Number"), WHOLE), [one.number for one in found]),
            (
                SheetColumn("elever", texts.tr("Pupils, per cent"), NUMBER, decimals=DECIMALS, meaning=share),
                [None if one.pupils is None else round(one.pupils, DECIMALS) for one in found],
            ),
            *([(known_of, unknown)] if any(unknown) else []),
        ],
        [share] if any(one.pupils is not None for one in found) else [],
        [one.kind for one in found],
    )


def findings_of(study: Study, kind: str, texts: Wording) -> Sheet:
    """Return the findings of one kind, with its meaning as the title."""
    sheet = match_report(study, texts)
    return replace(sheet.without("slag").of(kind), title=texts.render(explanation(kind, study.units)))


def matched_areas(study: Study, texts: Wording) -> Sheet:
    """Return the areas with a value, and how each was matched."""
    areas = once(study.areas)
    matched = areas[areas["matchning"] != WITHOUT_VALUE]
    how = {BY_CODE: texts.tr("by code"), BY_NAME: texts.tr("by name")}
    return sheet_of(
        texts.tr("Areas with a value"),
        [
            (SheetColumn("regsokod", texts.tr("Code")), list(matched["regsokod"])),
            (
                SheetColumn("regsonamn", texts.tr("Name")),
                [f"{name}, {municipality}" for name, municipality in zip(matched["regsonamn"], matched["kommunnamn"])],
            ),
            (SheetColumn("matchning", texts.tr("Matched")), [how.get(way, "") for way in matched["matchning"]]),
        ],
    )


def provenance(study: Study, texts: Wording) -> Sheet:
    """Return what the study was made from, a row a thing that is known of it."""
    tr = texts.tr
    labels = {key: texts.render(word) for key, word in KNOWN_OF_STUDY.items() if key not in _LEFT_OUT}
    labels["indata_skolor"] = texts.render(heading(study.units))
    known = [key for key in labels if study.provenance.get(key)]
    values = [study.provenance[key] for key in known]
    filled: list[Filled] = [
        (SheetColumn("key", tr("What")), [labels[key] for key in known]),
        (SheetColumn("value", tr("Value")), [texts.render(ANSWERS[one]) if one in ANSWERS else one for one in values]),
    ]
    return sheet_of(tr("What the study was made from"), filled, keys=known)
