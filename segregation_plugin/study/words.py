"""What values in a study's tables are called, where they are no words themselves."""

from __future__ import annotations

from ..domain.measures import OWN_PUPILS, PUPILS, PUPILS_GRADE_9, RESIDENTS
from ..domain.messages import message

COUNTED = {
    "omraden": message("Areas"),
    RESIDENTS: message("Residents"),
    f"{RESIDENTS}_andel": message("Residents, per cent"),
    "skolor": message("Schools"),
    "skolor_kommunal": message("Municipal schools"),
    "skolor_enskild": message("Independent schools"),
    "skolor_ovriga": message("Schools of other operators"),
    "skolor_okand": message("Schools, operator unknown"),
    PUPILS: message("Pupils"),
    OWN_PUPILS: message("Schools whose number of pupils is the user's own"),
}
LEVELS = {
    "skolor": message("Schools"),
    "omraden": message("Areas they lie in"),
    "omradestyper": message("Area types"),
    "kommuner": message("Municipalities"),
}
INDICES = {"dissimilarity": message("Dissimilarity (D)"), "theil_h": message("Theil's H")}
OF_AREAS = {
    "omradestyp": message("Area type"),
    "socioekonomiskt_index": message("Socioeconomic index"),
    "andel_lag_ekonomisk_standard": message("Share with low economic standard"),
    "andel_forgymnasial": message("Share with pre-secondary education only"),
    "andel_bistand_arbetsloshet": message("Share with economic assistance or unemployed"),
    RESIDENTS: message("Population"),
}
OF_SCHOOLS = {PUPILS: message("Pupils"), PUPILS_GRADE_9: message("Pupils in grade 9")}
YES_NO = {"1": message("yes"), "0": message("no")}
