"""What values in a study's tables are called, where they are no words themselves."""

from __future__ import annotations

from ..domain.area_types import LOCATION, LOCATION_ELSE_SKOLVERKET, SKOLVERKET
from ..domain.measures import (
    AMOUNT,
    COUNT,
    MEAN,
    OWN_PUPILS,
    OWN_WEIGHT,
    PUPILS,
    PUPILS_GRADE_9,
    PUPILS_GRADES_1_TO_9,
    PUPILS_UPPER_SECONDARY,
    RESIDENTS,
    SHARE,
    SHARE_OF_RESIDENTS,
    SUMS,
    UNWEIGHTED,
)
from ..domain.messages import message

COUNTED_WORDS = {
    "omraden": message("Areas"),
    RESIDENTS: message("Residents"),
    SHARE_OF_RESIDENTS: message("Residents, per cent"),
    "skolor": message("Schools"),
    "skolor_kommunal": message("Municipal schools"),
    "skolor_enskild": message("Independent schools"),
    "skolor_ovriga": message("Schools of other operators"),
    "skolor_okand": message("Schools, operator unknown"),
    PUPILS: message("Pupils"),
    OWN_PUPILS: message("Schools whose number of pupils is the user's own"),
}
# Whole numbers of them.
WHOLE_COUNTED = tuple(name for name in COUNTED_WORDS if name != SHARE_OF_RESIDENTS)
LEVELS = {
    "skolor": message("Schools"),
    "omraden": message("Areas they lie in"),
    "omradestyper": message("Area types"),
    "kommuner": message("Municipalities"),
}
BACKGROUND_LEVELS = {
    "riket": message("Country"),
    "lan": message("County"),
    "kommun": message("Municipality"),
    "huvudman": message("Operator"),
    "arskurser": message("Schools with grades"),
}
COUNTRY = {"00": message("Sweden")}
BACKGROUNDS = {
    "utlandsk_bakgrund": message("Foreign background"),
    "foraldrar_eftergymnasial": message("Parents' education"),
    "utlandsk_bakgrund_gy": message("Foreign background, upper secondary school"),
    "foraldrar_eftergymnasial_gy": message("Parents' education, upper secondary school"),
}
# Of results on background and area types.
MODELS = {
    "foraldrar": message("Parents' education"),
    "utlandsk": message("Foreign background"),
    "bakgrund": message("Parents' education and foreign background"),
    "omradestyp": message("Area type"),
    "bakgrund_omradestyp": message("Background and area type"),
    "omradestyp_utover_bakgrund": message("What area type adds to background"),
    "bakgrund_utover_omradestyp": message("What background adds to area type"),
}
INDICES = {"dissimilarity": message("Dissimilarity (D)"), "theil_h": message("Theil's H")}
OF_AREAS = {
    "omradestyp": message("Area type"),
    "socioekonomiskt_index": message("Socioeconomic index"),
    "andel_lag_ekonomisk_standard": message("Low economic standard, per cent"),
    "andel_forgymnasial": message("Pre-secondary education only, per cent"),
    "andel_bistand_arbetsloshet": message("Economic assistance or unemployed, per cent"),
    RESIDENTS: message("Population"),
}
WHOLE_OF_AREAS = ("omradestyp", RESIDENTS)
OF_SCHOOLS = {
    PUPILS: message("Pupils"),
    PUPILS_GRADE_9: message("Pupils in grade 9"),
    PUPILS_GRADES_1_TO_9: message("Pupils in grades 1-9"),
    PUPILS_UPPER_SECONDARY: message("Pupils in upper secondary school"),
    f"{PUPILS_GRADE_9}_svensk_bakgrund": message("Pupils in grade 9: Swedish background"),
    f"{PUPILS_GRADE_9}_utlandsk_bakgrund": message("Pupils in grade 9: foreign background"),
    f"{PUPILS_GRADE_9}_utlandsk_fodda_sverige": message("Pupils in grade 9: foreign background, born in Sweden"),
    f"{PUPILS_GRADE_9}_utlandsk_fodda_utomlands": message("Pupils in grade 9: foreign background, born abroad"),
    f"{PUPILS_GRADE_9}_foraldrar_forgymnasial": message("Pupils in grade 9: parents with compulsory school"),
    f"{PUPILS_GRADE_9}_foraldrar_gymnasial": message("Pupils in grade 9: parents with upper secondary school"),
    f"{PUPILS_GRADE_9}_foraldrar_eftergymnasial": message("Pupils in grade 9: parents with post-secondary education"),
}
YES_NO = {"1": message("yes"), "0": message("no")}
# A place of the summary that is no municipality.
PLACES = {"alla": message("The whole study"), "": message("Registered in no municipality")}
WEIGHTS = {
    **OF_SCHOOLS,
    OWN_WEIGHT: message("A number of the user's own"),
    UNWEIGHTED: message("Nothing: each counts the same"),
    **dict.fromkeys(SUMS, message("Added up")),
}
KINDS_OF_MEASURE = {
    MEAN: message("Mean"),
    SHARE: message("Share, per cent"),
    COUNT: message("Count"),
    AMOUNT: message("Amount"),
}
# In the provenance: what is known, in the order in which people read it, and the answers to what is asked there.
KNOWN_OF_STUDY = {
    "skapad": message("Made (UTC)"),
    "index_ar": message("Year of the index"),
    "index_regso_version": message("RegSO version of the index"),
    "areas_regso_version": message("RegSO version of the areas"),
    "omraden_ur_deso": message("Areas merged from DeSO"),
    "lasar": message("School year of the results"),
    "elever_lasar": message("School year of the numbers of pupils"),
    "bakgrund_lasar": message("School year of the pupils' background (grades 1-9)"),
    "bakgrund_gy_lasar": message("School year of the pupils' background (upper secondary school)"),
    "omradestyp_enligt": message("Schools count by"),
    "omradestyp_skolverket_ar": message("Year of Skolverket's area types of schools"),
    "bakgrund_kontrollsumma": message("Check sum of the segregation by background"),
    "lanskod": message("County"),
    "kommunkod": message("Municipality"),
    "enheter": message("What the places are called, if they are no schools"),
    "huvudmans_adress_raknas": message("Those perhaps at their operator's address count where they lie"),
    "indata_omraden": message("Areas"),
    "indata_index": message("Index files"),
    "index_uppdaterat": message("Index last updated by SCB"),
    "indata_befolkning": message("Population files"),
    "indata_skolor": message("Files of schools or other places"),
    "indata_resultat": message("Result files"),
    "igenkant": message("Files taken for"),
    "kallor": message("Files and layers, and what each was taken for"),
    "kolumner": message("Own tables: what their columns are"),
    "insticksprogram": message("RegSO Segregation, version"),
    "qgis": message("QGIS, version"),
    "schema_version": message("Version of the study file"),
    "sekretessgranskning": message("Disclosure control"),
}
ANSWERS = {
    "ja": message("yes"),
    "nej": message("no"),
    LOCATION_ELSE_SKOLVERKET: message("where they lie, else Skolverket's type"),
    LOCATION: message("where they lie"),
    SKOLVERKET: message("Skolverket's type"),
}
