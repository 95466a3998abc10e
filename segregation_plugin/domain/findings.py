"""Findings of a study about its inputs: the kinds of row in the match report."""

from __future__ import annotations

from dataclasses import dataclass, replace

from . import place_words
from .messages import Message, message

# Kinds (``slag``) about areas.
WITHOUT_VALUE = "omrade_utan_varde"
WITHOUT_AREA = "varde_utan_omrade"
DUPLICATE_VALUE = "dubblett_varde"
DUPLICATE_AREA = "dubblett_omrade"
BORDER_CHANGED = "grans_andrad"
VERSION_UNKNOWN = "okand_version"
YEAR_FROM_NAME = "ar_ur_filnamn"
NAME_SET = "namnuppsattning"
AMBIGUOUS_NAME = "tvetydigt_namn"
NAME_UNKNOWN = "okant_namn"
YEAR_LEFT_OUT = "ar_utelamnat"
MERGED_FROM_DESO = "sammanslaget_av_deso"
# About schools.
SCHOOL_ON_BORDER = "skola_pa_grans"
SCHOOL_OTHER_MUNICIPALITY = "skola_annan_kommun"
SCHOOL_AT_OPERATORS = "skola_huvudmans_adress"
SCHOOL_OUTSIDE = "skola_utanfor"
SCHOOL_WITHOUT_COORDINATE = "skola_saknar_koordinat"
SCHOOL_SWAPPED = "skola_ombytta_koordinater"
SCHOOL_ONLY_IN_PUPILS = "skola_endast_elevfil"
RESULT_WITHOUT_SCHOOL = "resultat_utan_skola"
SCHOOL_OTHER_TYPE = "skola_annan_omradestyp"
SCHOOLS_LEFT_OUT = "skolor_utan_plats"
OWN_PUPILS = "egna_elevtal"

# The meaning of each kind, in the order of the report.
EXPLANATIONS: dict[str, Message] = {
    NAME_SET: message("Which set of area names the index file follows"),
    AMBIGUOUS_NAME: message("Names that mean different areas in different years"),
    NAME_UNKNOWN: message("Names in the index file that no set of area names holds"),
    YEAR_LEFT_OUT: message("Other years of the index that are left out, since their files do not fit together"),
    MERGED_FROM_DESO: message("Areas merged from DeSO"),
    WITHOUT_VALUE: message("Areas without a value in the index"),
    WITHOUT_AREA: message("Values whose area is not in the layer"),
    DUPLICATE_VALUE: message("Areas listed more than once in the index, with the same value"),
    DUPLICATE_AREA: message("Areas listed more than once in the layer"),
    BORDER_CHANGED: message("Areas whose borders changed between the index's RegSO version and the layer's"),
    VERSION_UNKNOWN: message("The layer does not say which RegSO version it is: borders may differ from the index's"),
    YEAR_FROM_NAME: message("Years of the index that were taken from a file's name"),
    SCHOOL_OTHER_MUNICIPALITY: message(
        "{places} that lie in another municipality than the registered one",
        places=place_words.heading(""),
    ),
    SCHOOL_AT_OPERATORS: message(
        "{places} perhaps at their operator's address: one point of units of several municipalities, or of four or "
        "more different names",
        places=place_words.heading(""),
    ),
    SCHOOL_ON_BORDER: message(
        "{places} exactly on a border: placed in the area with the lowest code",
        places=place_words.heading(""),
    ),
    SCHOOL_OUTSIDE: message("{places} outside every area of the layer", places=place_words.heading("")),
    SCHOOL_WITHOUT_COORDINATE: message("{places} without a coordinate", places=place_words.heading("")),
    SCHOOL_SWAPPED: message(
        "{places} whose coordinates look exchanged (north for east); they are not placed",
        places=place_words.heading(""),
    ),
    SCHOOL_OTHER_TYPE: message("Schools to which Skolverket gives another area type than that of where they lie"),
    SCHOOL_ONLY_IN_PUPILS: message(
        "Schools that only Skolverket's file of pupils has: without a location, with Skolverket's own area type"
    ),
    SCHOOLS_LEFT_OUT: message(
        "{places} left out of this part of the country, since their location is unknown",
        places=place_words.heading(""),
    ),
    RESULT_WITHOUT_SCHOOL: message("Results whose code is not among the {of_places}", of_places=place_words.plural("")),
    OWN_PUPILS: message("Numbers of pupils that do not come from Skolverket; they are shown as '..'"),
}


NO_DETAILS = message("")


def explanation(kind: str, units: str = "") -> Message:
    """Return the meaning of a kind of finding; ``units``: the name of the places, empty for schools."""
    words = {"places": place_words.heading(units), "of_places": place_words.plural(units)}
    default = EXPLANATIONS[kind]
    return replace(default, values={name: words[name] for name in default.values})


@dataclass(frozen=True)
class Finding:
    """One row of the match report: kind, code, name and details."""

    kind: str
    code: str = ""
    name: str = ""
    details: Message = NO_DETAILS
