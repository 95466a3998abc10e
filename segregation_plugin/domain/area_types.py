"""The five area types of SCB and Boverket (formerly Delmos) and their official names."""

from __future__ import annotations

AREA_TYPES = (1, 2, 3, 4, 5)
# Of the areas of a place or a year so many are to have a type for figures by type to be read as those of all of it.
NEARLY_ALL = 0.9

# The column of the type that Skolverket gives a school itself.
OFFICIAL_TYPE = "omradestyp_skolverket"
# Which type a study counts schools by: that of where they lie, Skolverket's, or the first and else the second.
LOCATION, SKOLVERKET, LOCATION_ELSE_SKOLVERKET = "location", "skolverket", "location_else_skolverket"
TYPES_BY = (LOCATION_ELSE_SKOLVERKET, LOCATION, SKOLVERKET)

# Official Swedish names: SCB table TAB6586, footnote "Områdestyp 1-5"; English as SCB translates them.
OFFICIAL_NAMES = {
    "sv": {
        1: "Områden med stora socioekonomiska utmaningar",
        2: "Områden med socioekonomiska utmaningar",
        3: "Socioekonomiskt blandade områden",
        4: "Områden med goda socioekonomiska förutsättningar",
        5: "Områden med mycket goda socioekonomiska förutsättningar",
    },
    "en": {
        1: "Areas with major socioeconomic challenges",
        2: "Areas with socioeconomic challenges",
        3: "Socioeconomically mixed areas",
        4: "Areas with good socioeconomic conditions",
        5: "Areas with very good socioeconomic conditions",
    },
}

# For little room; the official name is never far.
SHORT_NAMES = {
    "sv": {
        1: "Stora utmaningar",
        2: "Utmaningar",
        3: "Blandade",
        4: "Goda förutsättningar",
        5: "Mycket goda förutsättningar",
    },
    "en": {1: "Major challenges", 2: "Challenges", 3: "Mixed", 4: "Good conditions", 5: "Very good conditions"},
}

WITHOUT_TYPE_NAMES = {"sv": "Utan områdestyp", "en": "Without area type"}
ALL_NAMES = {"sv": "Samtliga", "en": "All"}

# Keys of the rows of a summary, in order: the types, without a type, and all.
WITHOUT_TYPE = "utan"
ALL = "alla"
GROUPS = (*(str(number) for number in AREA_TYPES), WITHOUT_TYPE, ALL)


def name(group: int | str | None, language: str) -> str:
    """Return the official name of an area type (1-5) or of a summary row (``utan``, ``alla``).

    ``None`` is an area without a type. ``language`` is ``sv`` or ``en``.
    """
    if group is None or group == WITHOUT_TYPE:
        return WITHOUT_TYPE_NAMES[language]
    if group == ALL:
        return ALL_NAMES[language]
    return OFFICIAL_NAMES[language][int(group)]


def short_name(group: str, language: str) -> str:
    """Return the number and the short name of an area type (``1`` to ``5``), or the name of another summary row."""
    if group in (WITHOUT_TYPE, ALL):
        return name(group, language)
    return f"{group}\N{NO-BREAK SPACE}{SHORT_NAMES[language][int(group)]}"
