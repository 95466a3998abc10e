"""The tables of a study's file that hold figures, and the columns that other tables share with them."""

from __future__ import annotations

import math
from dataclasses import replace

from ..domain.area_types import AREA_TYPES, GROUPS
from ..domain.messages import message
from ..domain.operators import WORDS as OPERATOR_WORDS
from . import words
from .records import ALL_PLACES, NUMBER, TEXT, WHOLE, Column, Table

TYPE = Column("omradestyp", WHOLE, message("Area type"), known=AREA_TYPES, of_own_year=True)
GROUP = Column("grupp", TEXT, message("Area type"), known=GROUPS)
RESULT = Column("resultat", TEXT, message("Result"), names_results=True)
REASON = Column("anledning", TEXT, message("Why there is no value"), is_message=True, wide=True)

# Of a mean, 95 per cent; a file of before these columns has none.
INTERVAL = (
    Column("lag", NUMBER, message("Lower limit"), decimals=1, if_missing=math.nan),
    Column("hog", NUMBER, message("Upper limit"), decimals=1, if_missing=math.nan),
)

RESULTS_AREA_TYPE = Table(
    "results_area_type",
    message("Results by area type"),
    (
        replace(RESULT, with_units=True),
        GROUP,
        replace(TYPE, technical=True),
        Column("varde", NUMBER, message("Mean"), decimals=1),
        replace(INTERVAL[0], label=message("Mean, lower limit")),
        replace(INTERVAL[1], label=message("Mean, upper limit")),
        Column("spridning", NUMBER, message("Spread (standard deviation)"), decimals=1),
        Column("kvartil_1", NUMBER, message("Lower quartile"), decimals=1),
        Column("median", NUMBER, message("Median"), decimals=1),
        Column("kvartil_3", NUMBER, message("Upper quartile"), decimals=1),
        Column("skillnad", NUMBER, message("Difference to type 5"), decimals=1),
        Column("skillnad_lag", NUMBER, message("Difference, lower limit"), decimals=1),
        Column("skillnad_hog", NUMBER, message("Difference, upper limit"), decimals=1),
        Column("n", WHOLE, message("Places behind it")),
        Column("dolda", WHOLE, message("Places hidden by the source")),
        Column("dold", WHOLE, message("Not shown"), words=words.YES_NO),
        replace(REASON, label=message("Why there is no difference")),
    ),
    optional=True,
)
SEGREGATION = Table(
    "segregation",
    message("Segregation"),
    (
        RESULT,
        Column("niva", TEXT, message("Between"), words=words.LEVELS),
        Column("matt", TEXT, message("Index"), words=words.INDICES),
        Column("varde", NUMBER, message("Value"), decimals=3),
        Column("slump", NUMBER, message("Expected if random"), decimals=3),
        Column("korrigerat", NUMBER, message("Corrected for bias"), decimals=3),
        Column("lag", NUMBER, message("Lower limit"), decimals=3),
        Column("hog", NUMBER, message("Upper limit"), decimals=3),
        Column("p", NUMBER, message("p-value"), decimals=3),
        Column("andel", NUMBER, message("Share of the segregation of schools"), "%", 1),
        Column("andel_slump", NUMBER, message("Share expected if random"), "%", 1),
        Column("andel_lag", NUMBER, message("Share, lower limit"), "%", 1),
        Column("andel_hog", NUMBER, message("Share, upper limit"), "%", 1),
        Column("enheter", WHOLE, message("Units")),
        Column("personer", NUMBER, message("Persons")),
        Column("dolda", WHOLE, message("Left out: hidden")),
        Column("vikt_saknas", WHOLE, message("Left out: weight unknown")),
        REASON,
        Column("anmarkning", TEXT, message("On the interval"), is_message=True, wide=True),
    ),
    optional=True,
)
# Of the background of pupils, of the school year that each share is of at the schools.
BACKGROUND = Table(
    "background",
    message("Segregation by background"),
    (
        Column("grupp", TEXT, message("Background"), words=words.BACKGROUNDS, others=True),
        Column("niva", TEXT, message("Level"), known=words.BACKGROUND_LEVELS, words=words.BACKGROUND_LEVELS),
        Column(
            "plats",
            TEXT,
            message("Place"),
            words={**words.COUNTRY, **OPERATOR_WORDS},
            others=True,
            codes_of=ALL_PLACES,
        ),
        Column("lasar", TEXT, message("School year")),
        Column("matt", TEXT, message("Index"), known=words.INDICES, words=words.INDICES),
        Column("lagst", NUMBER, message("All schools, at least"), decimals=3),
        Column("hogst", NUMBER, message("All schools, at most"), decimals=3),
        Column("varde", NUMBER, message("Published shares alone"), decimals=3),
        Column("slump", NUMBER, message("Expected if random"), decimals=3),
        Column("korrigerat", NUMBER, message("Corrected for bias"), decimals=3),
        Column("lag", NUMBER, message("Lower limit"), decimals=3),
        Column("hog", NUMBER, message("Upper limit"), decimals=3),
        Column("p", NUMBER, message("p-value"), decimals=3),
        Column("alla_enheter", WHOLE, message("Schools")),
        Column("alla_personer", NUMBER, message("Pupils")),
        Column("enheter", WHOLE, message("Schools with a published share")),
        Column("personer", NUMBER, message("Pupils in these")),
        Column("dolda", WHOLE, message("Schools with a hidden share")),
        Column("avrundade", WHOLE, message("Rounded by the source")),
        Column("saknas", WHOLE, message("Schools without a share")),
        Column("utan_elever", WHOLE, message("Left out: number of pupils unknown")),
        REASON,
        Column("anmarkning", TEXT, message("What to know"), is_message=True, wide=True),
    ),
    optional=True,
)
