"""What columns of the toolbox's outputs are called that no study has: records, as those of ``schema``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..domain.area_types import AREA_TYPES, GROUPS
from ..domain.messages import Message, message
from ..domain.placing import EXPLANATIONS as PLACINGS
from ..domain.segregation_indices import INDICES
from ..domain.statuses import WORDS as STATUS_WORDS
from . import words
from .figure_tables import BACKGROUND, REASON, RESULT, RESULTS_AREA_TYPE, SEGREGATION
from .records import NUMBER, TEXT, WHOLE, Column

_ANSWERS = {"ja": message("yes"), "nej": message("no"), "kanske": message("perhaps")}
CHANGES = {
    "samma": message("Same area type"),
    "hogre_typ": message("Higher area type: better conditions"),
    "lagre_typ": message("Lower area type: worse conditions"),
    "okand": message("Area type unknown in one of the years"),
}
CLUSTERS = {
    "hog-hog": message("High among high"),
    "lag-lag": message("Low among low"),
    "hog-lag": message("High among low"),
    "lag-hog": message("Low among high"),
    "ej_signifikant": message("Not significant"),
}
BESIDE_MUNICIPALITY = {
    "over": message("Above its municipality"),
    "inom": message("Near its municipality"),
    "under": message("Below its municipality"),
    "": message("Unknown"),
}
_WHOSE = {
    "skolverket": message("Skolverket's"),
    "location": message("Of where the school lies"),
    "index": message("By the index of the area"),
}
_PARTS = {"1-2": message("Types 1 and 2"), "3-5": message("Types 3 to 5"), "utan": message("Without area type")}
_TYPES_AND_PARTS = {**{str(one): message("Type {number}", number=one) for one in AREA_TYPES}, **_PARTS}
_LEVELS = {**words.BACKGROUND_LEVELS, "omradestyp": message("Area type")}
_INDICES = {index.name: index.label for index in INDICES}
_BACKGROUNDS = {
    **words.BACKGROUNDS,
    "svensk_bakgrund": message("Swedish background"),
    "foraldrar_utan_eftergymnasial": message("Parents without post-secondary education"),
}


def _text(name: str, label: Message, said: Mapping[str, Message] | None = None) -> Column:
    return Column(name, TEXT, label, words=said or {}, others=bool(said))


def _wide(name: str, label: Message) -> Column:
    return Column(name, TEXT, label, wide=True)


def _whole(name: str, label: Message) -> Column:
    return Column(name, WHOLE, label)


def _yes_no(name: str, label: Message) -> Column:
    return Column(name, WHOLE, label, words=words.YES_NO)


def _type(name: str, label: Message) -> Column:
    return Column(name, WHOLE, label, known=AREA_TYPES)


def _number(name: str, label: Message, decimals: int = 1, unit: str = "") -> Column:
    return Column(name, NUMBER, label, unit, decimals)


_NOTE = Column("anmarkning", TEXT, message("What to know"), is_message=True, wide=True)

# By name, in every output that has not its own below.
SHARED = (
    # Places and codes.
    _text("desokod", message("DeSO code")),
    _wide("namn", message("Name")),
    _text("kod", message("Code")),
    _wide("platsnamn", message("Place, name")),
    Column("grupp", TEXT, message("Area type"), known=GROUPS, words={"utan_skola": message("Codes without a school")}),
    _type("omradestyp", message("Area type, number")),
    Column(
        "matchning",
        TEXT,
        message("Matched by"),
        words={
            "kod": message("code"),
            "namn": message("name"),
            "utan_varde": message("without a value"),
        },
    ),
    Column("placering", TEXT, message("Locating"), known=PLACINGS, words=PLACINGS),
    *(_number(name, words.OF_AREAS[name]) for name in words.OF_AREAS if name.startswith("andel_")),
    _text("lasar", message("School year")),
    _whole("ar", message("Year of the area types")),
    # Summaries.
    *(_whole(name, label) for name, label in words.COUNTED_WORDS.items() if name in words.WHOLE_COUNTED),
    _number("befolkning_andel", message("Residents, per cent")),
    _whole("befolkning_n", message("Areas with known population")),
    _whole("omraden_dolda", message("Areas whose type is hidden by SCB")),
    _whole("skolor_efter_skolverket", message("Schools by Skolverket's area type")),
    _whole("elever_n", message("Schools with known number of pupils")),
    RESULT,
    REASON,
    _NOTE,
    # Change between years.
    _whole("ar_fran", message("Earlier year")),
    _whole("ar_till", message("Later year")),
    _type("typ_fran", message("Area type, earlier year")),
    _type("typ_till", message("Area type, later year")),
    _text("andring", message("Change of area type"), CHANGES),
    _number("index_fran", message("Index, earlier year")),
    _number("index_till", message("Index, later year")),
    _number("index_andring", message("Change of the index (above zero is worse)")),
    _yes_no("grans_andrad_karta", message("Other border on the map")),
    _whole("till_utan", message("To no area type")),
    _whole("till_alla", message("All areas")),
    _whole("jamforbara", message("Areas that can be compared")),
    _number("andel_samma", message("Same area type, per cent")),
    _number("andel_hogre", message("Higher area type, per cent")),
    _number("andel_lagre", message("Lower area type, per cent")),
    # The link between background and results.
    _text("flagga", message("Beside its municipality"), BESIDE_MUNICIPALITY),
    _whole("enheter_dolda", message("Units whose result is hidden")),
    _type("nasta_typ", message("Next area type")),
    _number("avstand_till_grans", message("Distance to the limit of the next type (index points)")),
    _number("avstand_minst", message("Distance to the limit, at least")),
    _number("avstand_mest", message("Distance to the limit, at most")),
    _text("nara_grans", message("Near the limit"), _ANSWERS),
    _text("resultat_vikt", message("Weighted by"), words.WEIGHTS),
    _whole("resultat_dolda", message("Schools hidden by the source")),
    _whole("skolor_utan_index", message("Schools without an index")),
    _whole("kommuner", message("Municipalities")),
    _number("skarning", message("The line at index 0")),
    _number("r2", message("R squared"), 3),
    _number("lutning", message("Slope per index point"), 2),
    _number("lutning_inom_kommun", message("Slope within municipalities"), 2),
    _number("lutning_mellan_kommuner", message("Slope between municipalities"), 2),
    _number("andel_index_mellan", message("Share of the index's variance between municipalities"), 2),
    _number("andel_annan_typ", message("Pupils who live in another area type, per cent")),
    _text("mest_annan_typ", message("Most live in another area type"), _ANSWERS),
    _whole("hem_utan", message("Pupils with homes without area type")),
    _whole("hem_alla", message("Pupils with homes in all areas")),
    # Skolverket's area types.
    _whole("steg", message("Types apart")),
    _number("avstand", message("Nearest area of Skolverket's type, metres"), 0),
    _wide("samma_ar", message("Other years with Skolverket's type")),
    _wide("forklaringar", message("What may explain it")),
    _whole("lika", message("Schools that agree")),
    # How well area types find pupils.
    _text("typer", message("Whose area types"), _WHOSE),
    _number("alla", message("In all schools, per cent")),
    _number("alla_publicerade", message("In all schools with a published share, per cent")),
    _number("basta", message("Most possible, per cent")),
    _number("utanfor", message("Pupils in other schools"), 0),
    _number("utanfor_andel", message("Pupils in other schools, per cent")),
    _number("utanfor_lag", message("Pupils in other schools, per cent, lower limit")),
    _number("utanfor_hog", message("Pupils in other schools, per cent, upper limit")),
    _wide("i_ord", message("In words")),
    _number("medel", message("Mean")),
    *(RESULTS_AREA_TYPE.of(name) for name in ("spridning", "kvartil_1", "median", "kvartil_3")),
    _text("typ_a", message("First area type"), _TYPES_AND_PARTS),
    _text("typ_b", message("Second area type"), _TYPES_AND_PARTS),
    _number("mer_utsatt", message("Of 100 pairs: the school of the first type more exposed")),
    _number("overlapp", message("Of 100 pairs: the school of the first type less exposed")),
    _whole("skolor_a", message("Schools of the first type")),
    _whole("skolor_b", message("Schools of the second type")),
    _text("vikt", message("Weighted by"), {"skolor": message("Schools"), "elever": message("Pupils")}),
    _whole("antal_typer", message("Area types")),
    _text("modell", message("Model"), words.MODELS),
    _number("r2_justerat", message("R squared, adjusted"), 3),
    _number("foraldrar", message("Slope of parents' education"), 2),
    _number("utlandsk", message("Slope of foreign background"), 2),
    _whole("utan_bakgrund", message("Schools without background, type or weight")),
    # Activity.
    _wide("aktivitet", message("Activity")),
    _number("belopp", message("Amount")),
    _number("andel_belopp", message("Amount, per cent of all")),
    _whole("mottagare", message("Receivers")),
    _whole("skolor_utan_belopp", message("Schools without an amount")),
    _whole("skolor_ej_per_elev", message("Schools left out of amounts per pupil")),
    _number("belopp_per_elev", message("Amount per pupil")),
    _number("belopp_per_elev_mottagare", message("Amount per pupil of receivers")),
    _number("belopp_jamfort", message("Amount of the schools compared")),
    _number("andel_belopp_jamfort", message("Amount of the schools compared, per cent")),
    _number("andel_elever", message("Pupils, per cent")),
    _number("kvot", message("Share of amounts by share of pupils"), 2),
    _text(
        "fordelat",
        message("Spread over schools by"),
        {
            "nej": message("Not spread"),
            "elever": message("Pupils"),
            "skolor": message("Schools alike"),
            "elever_och_skolor": message("Pupils, and schools alike"),
        },
    ),
    _yes_no("per_elev_dold", message("Amount per pupil: not shown")),
    # Neighbourhood.
    _number("andel_utan_typ", message("Residents without area type, per cent")),
    _number("andel_utan_uppgift", message("Residents of unknown population, per cent")),
    _number("index_narmaste", message("Mean index of the nearest residents")),
    _number("andel_med_index", message("Residents with an index, per cent")),
    _whole("k", message("Nearest residents asked for")),
    _whole("k_natt", message("Residents reached")),
    _number("radie_m", message("Distance to the furthest point used"), 0, "m"),
    _whole("omraden_utan_uppgift", message("Areas of unknown population")),
    _text(
        "profil_status",
        message("Profile"),
        {
            "klar": message("complete"),
            "inom_ett_omrade": message("all within one area"),
            "farre_an_k": message("too few residents in the layer"),
            "okand": message("population mostly unknown"),
            **PLACINGS,
        },
    ),
    _yes_no("over_lagrets_kant", message("The layer ends nearer")),
    _whole("skolor_med_profil", message("Schools with a profile")),
    _whole("skolor_inom_ett_omrade", message("Schools with all residents in one area")),
    _whole("skolor_over_lagrets_kant", message("Schools near the end of the layer")),
    # Neighbours.
    _number("varde_grannar", message("Mean of the neighbours"), 2),
    _whole("grannar", message("Neighbours")),
    _number("lokal_moran", message("Local Moran's I"), 3),
    _number("z", message("z-score"), 2),
    _number("p", message("p-value"), 3),
    _number("p_fdr", message("p-value, corrected for the number of areas"), 3),
    _text("kvadrant", message("Cluster, not corrected"), CLUSTERS),
    _text("kvadrant_fdr", message("Cluster"), CLUSTERS),
    _text(
        "status",
        message("Status"),
        {
            **STATUS_WORDS,
            "ingar": message("included"),
            "okant_varde": message("left out: value unknown"),
            "utan_grannar": message("left out: no neighbours"),
        },
    ),
)
_UNEVEN = tuple(
    replace(column, decimals=3) for column in SEGREGATION.columns if column.name not in ("resultat", "grupp")
)
_OF_INDEX = (
    _text("matt", message("Index"), _INDICES),
    _text("grupp", message("Group")),
    *(replace(one, decimals=1 if one.unit else 3) for one in _UNEVEN if one.name not in ("matt", "niva")),
    replace(SEGREGATION.of("dolda"), label=message("Hidden counts")),
    _number("lagst", message("At least"), 3),
    _number("hogst", message("At most"), 3),
)
_REACH = (
    _whole("andel", message("Pupils in the most exposed schools, per cent of all")),
    _text("grupp", message("Part"), _PARTS),
    _text("plats", message("Place, code")),
    _number("varde", message("Pupils in the part, per cent")),
    _number("lag", message("Lower limit")),
    _number("hog", message("Upper limit")),
    _number("lagst", message("With hidden shares, at least")),
    _number("hogst", message("With hidden shares, at most")),
    _whole("dolda", message("Schools with a hidden share")),
)

# By algorithm and output, what is called otherwise there.
OF_OUTPUT: Mapping[tuple[str, str], tuple[Column, ...]] = {
    ("changebetweenyears", "OUTPUT"): (_yes_no("grans_andrad", message("Border changed between the years")),),
    ("changebetweenyears", "TRANSITIONS"): (
        Column("grupp", TEXT, message("From area type"), known=GROUPS),
        _whole("grans_andrad", message("Areas whose border changed")),
    ),
    ("areatypereach", "OUTPUT"): _REACH,
    ("areatypereach", "CURVE"): _REACH,
    ("areatypereach", "BY_TYPE"): (
        _number("medel_lagst", message("Mean with hidden shares, at least")),
        _number("medel_hogst", message("Mean with hidden shares, at most")),
        _REACH[-1],
    ),
    ("areatypereach", "OVERLAP"): _REACH,
    ("areatypereach", "VARIATION"): (
        _number("varde", message("Eta squared"), 3),
        _number("slump", message("Expected if random"), 3),
        _number("korrigerat", message("Corrected for bias"), 3),
        *(replace(one, decimals=3) for one in _REACH if one.name in ("lag", "hog", "lagst", "hogst")),
        _REACH[-1],
    ),
    ("areatypereach", "MODELS"): (
        _number("r2_lag", message("R squared, lower limit"), 3),
        _number("r2_hog", message("R squared, upper limit"), 3),
    ),
    ("officialtypes", "AGREEMENT"): (
        _whole("skolor", message("Schools with both types")),
        _number("andel", message("Schools that agree, per cent")),
    ),
    ("activitybyareatype", "OUTPUT"): (
        _whole("elever", message("Pupils of the schools compared")),
        _whole("dolda", message("Hidden amounts")),
    ),
    ("inequalityindex", "OUTPUT"): (
        _number("ojamlikhetsindex", message("Inequality index"), 2),
        *(_number(one.name, one.label, 2) for one in _OF_INDEX if one.name in ("slump", "korrigerat", "lag", "hog")),
        _number("lagst", message("At least"), 2),
        _number("hogst", message("At most"), 2),
        _whole("personer_lagsta", message("Persons in the lowest fifth")),
        _whole("personer_hogsta", message("Persons in the highest fifth")),
        _whole("omraden_dolda", message("Areas with hidden counts")),
        _text("indelning", message("Division")),
        replace(_NOTE, name="matt", label=message("Measure")),
    ),
    ("backgroundsegregation", "OUTPUT"): (
        *BACKGROUND.columns,
        replace(_wide("platsnamn", message("Place, name")), technical=True),
        _text("grupp", message("Background"), _BACKGROUNDS),
        _text("matt", message("Index"), _INDICES),
    ),
    ("backgroundsegregation", "PARTS"): (
        _text("mellan", message("Between"), _LEVELS),
        _text("grupp", message("Background"), _BACKGROUNDS),
        _number("mellan_lagst", message("Between, at least"), 3),
        _number("mellan_hogst", message("Between, at most"), 3),
        _number("inom_lagst", message("Within, at least"), 3),
        _number("inom_hogst", message("Within, at most"), 3),
        _number("andel_lagst", message("Between, per cent, at least")),
        _number("andel_hogst", message("Between, per cent, at most")),
        *(BACKGROUND.of(one) for one in ("alla_enheter", "alla_personer", "dolda", "enheter", "personer")),
        _number("h", message("Theil's H, published shares alone"), 3),
        _number("h_mellan", message("Theil's H between"), 3),
        _number("h_inom", message("Theil's H within"), 3),
        _number("slump", message("Between, expected if random"), 3),
        _number("andel", message("Between, per cent")),
        _number("andel_slump", message("Between, per cent, expected if random")),
        _number("andel_lag", message("Between, per cent, lower limit")),
        _number("andel_hog", message("Between, per cent, upper limit")),
        _number("andel_inom", message("Within, per cent")),
        _whole("antal", message("Larger units")),
        _whole("okanda", message("Schools whose larger unit is unknown")),
    ),
    ("backgroundsegregation", "SCHOOLS"): (
        _text("grupp", message("Background"), _BACKGROUNDS),
        _whole("personer", message("Pupils")),
        _text("status", message("Share of pupils, status"), STATUS_WORDS),
        _number("andel_i_gruppen", message("Share of pupils in the group, per cent")),
        _number("bidrag", message("Contribution to D"), 3),
        _yes_no("over", message("Share above that of all schools")),
        _number("bidrag_andel", message("Contribution to D, per cent")),
        _number("bidrag_kommun", message("Contribution to D of the municipality"), 3),
        _number("bidrag_kommun_andel", message("Contribution to D of the municipality, per cent")),
    ),
    ("segregationindices", "OUTPUT"): (
        *_OF_INDEX,
        _number("om_noll", message("If hidden counts are 0"), 3),
        _number("om_flest", message("If hidden counts are the most"), 3),
        _number("om_mitten", message("If hidden counts are in the middle"), 3),
        _number("om_proportion", message("If hidden counts are in proportion"), 3),
        _number("fel_utan_enheter", message("Error if units with hidden counts were left out"), 3),
    ),
    ("segregationindices", "DECOMPOSITION"): (
        _wide("niva", message("Part")),
        _wide("enhet", message("Larger unit")),
        _number("personer", message("Persons"), 0),
        _number("m", message("Mutual information (M)"), 3),
        _number("h", message("Theil's H"), 3),
        _number("m_bidrag", message("Contribution to M"), 3),
        _number("h_slump", message("Theil's H, expected if random"), 3),
        _number("h_korrigerat", message("Theil's H, corrected for bias"), 3),
        _number("andel", message("Share of H, per cent")),
        _number("andel_slump", message("Share of H, per cent, expected if random")),
        _number("andel_lag", message("Share of H, per cent, lower limit")),
        _number("andel_hog", message("Share of H, per cent, upper limit")),
    ),
    ("segregationindices", "UNITS"): (_number("lokal_m", message("Local mutual information (M)"), 3), REASON),
    ("comparesegregation", "OUTPUT"): (
        *_OF_INDEX,
        _number("skillnad", message("Difference"), 3),
        _number("skillnad_korrigerad", message("Difference, corrected for bias"), 3),
        _number("lag", message("Corrected difference, lower limit"), 3),
        _number("hog", message("Corrected difference, upper limit"), 3),
        _yes_no("samma_enheter", message("Same units in both tables")),
        _number("lagst", message("Difference, at least"), 3),
        _number("hogst", message("Difference, at most"), 3),
    ),
    ("spatialautocorrelation", "OUTPUT"): (_number("varde", message("Value"), 3),),
}
