"""Skolverket's SALSA: the export, a real file of one school, and API v4's answer after its specification."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import document

from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers import salsa
from segregation_plugin.readers.document import Document
from segregation_plugin.readers.recognise import read_results, read_schools, recognise

FILE = "salsa_2018_19.csv"
SCHOOL = "Ahlafors Fria skola;71387206;Ale;1440;Enskild;Ahlafors Fria Skola Ekonomisk förening;7696142343;"
VALUES = "2,46;0;32;96;85;11;274;251;23;"
RESULTS = ["andel_alla_amnen", "andel_alla_amnen_status", "meritvarde", "meritvarde_status"]

MODEL = [
    "salsa_andel_alla_amnen_modell",
    "salsa_andel_alla_amnen_residual",
    "salsa_meritvarde_modell",
    "salsa_meritvarde_residual",
    "salsa_foraldrars_utbildning",
    "salsa_andel_nyinvandrade",
    "salsa_andel_pojkar",
]


@pytest.fixture
def text(data_text):
    return data_text(FILE)


def salsa_of(text):
    return salsa.read_results(document(text, "s.csv"))


def test_the_real_export(text):
    file = document(text, FILE)
    assert recognise(file).name == "salsa"
    (table,) = read_results([file])
    assert table[["skolenhetskod", "lasar", *RESULTS, "fil"]].to_numpy().tolist() == [
        ["71387206", "2018/19", 96, "finns", 274, "finns", FILE]
    ]
    assert table[MODEL].to_numpy().tolist() == [[85, 11, 251, 23, 2.46, 0, 32]]
    assert (table[[f"{column}_status" for column in MODEL]] == "finns").all(axis=None)
    measures = {f"{column}{ending}" for column in MODEL for ending in ("", "_status")}
    tolerated = {"meritvarde_tolerans", "andel_alla_amnen_tolerans"}
    assert set(table) == {"skolenhetskod", "lasar", *RESULTS, *measures, *tolerated, "fil"}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("2,46;0;32;..;85;.;274,5;251;23;", [-1, "dold", 274.5, "finns"]),
        ("2,46;0;32;.;.;.;;;;", [-1, "saknas", -1, "saknas"]),
        ("..;..;..;~100;100;0;*;251;23;", [100, "avrundad", -1, "ej_jamforbar"]),
    ],
)
def test_markers(text, values, expected):
    table = salsa_of(text.replace(VALUES, values))
    assert table[RESULTS].fillna(-1).to_numpy().tolist() == [expected]


def test_model_residual_and_background_have_statuses_of_their_own(text):
    table = salsa_of(text.replace(VALUES, "..;.;~100;90;..;.;240;260;-20;"))
    assert table[MODEL].fillna(-1).to_numpy().tolist() == [[-1, -1, 260, -20, -1, -1, 100]]
    assert table[[f"{column}_status" for column in MODEL]].to_numpy().tolist() == [
        ["dold", "saknas", "finns", "finns", "dold", "saknas", "avrundad"]
    ]


def test_an_upper_header_counts_until_the_next(text):
    merged = text
    for title in ("Andel (%) som uppn. kunskapskraven", "Genomsnittligt meritvärde"):
        merged = merged.replace(f"{title};{title};{title};", f"{title};;;")
    assert merged != text
    assert salsa_of(merged)[RESULTS].to_numpy().tolist() == [[96, "finns", 274, "finns"]]


def test_an_upper_header_that_has_slipped_is_seen_by_the_residuals(text):
    """Else the actual share of those who passed would be the merit rating."""
    passed, merit = "Andel (%) som uppn. kunskapskraven;", "Genomsnittligt meritvärde;"
    beside = "Bakgrundsinformation;"
    other_order = text.replace(VALUES, "2,46;0;32;274;251;23;96;85;11;")
    right = other_order.replace(passed * 3 + merit * 3, merit * 3 + passed * 3)
    slipped = other_order.replace(passed * 3 + merit * 3, beside + merit * 3 + passed * 2)
    assert salsa_of(right)["meritvarde"].tolist() == [274]
    with pytest.raises(InputError, match=r"96 less 251 is not 23\. The columns have slipped"):
        salsa_of(slipped)


@pytest.mark.parametrize("code", ["Skolenhetskod", "Skol- enhetskod", "SKOL-ENHETSKOD"])
def test_other_spellings_of_the_code(text, code):
    file = document(text.replace("Skol-enhetskod", code))
    assert recognise(file).name == "salsa"
    assert len(salsa.read_results(file)) == 1


def test_results_in_the_later_wording(text):
    later = text.replace(
        "Andel (%) som uppn. kunskapskraven", "Andel (%) elever som uppfyllt betygskriterierna i alla ämnen"
    )
    assert salsa_of(later)["andel_alla_amnen"].tolist() == [96]


def test_one_of_the_two_results_is_enough(text):
    assert "meritvarde" not in salsa_of(text.replace("Genomsnittligt meritvärde", "Annat mått"))


def test_more_schools_a_blank_line_and_footnotes(text):
    more = text + SCHOOL.replace("71387206", "10000001") + VALUES + "\n;;\n.. = färre än tio elever\n"
    assert salsa_of(more)["skolenhetskod"].tolist() == ["71387206", "10000001"]


def test_it_holds_no_schools(text):
    with pytest.raises(InputError, match=r"s\.csv holds Skolverket's SALSA by school unit, not the schools"):
        read_schools([document(text, "s.csv")])


@pytest.mark.parametrize(
    ("old", "new", "match", "where"),
    [
        ("Skol-enhetskod", "Kod", "s.csv is no SALSA export: no row has both 'Skol-enhetskod' and", {}),
        ("Faktiskt värde (F)", "Värde", "s.csv is no SALSA export", {}),
        ("Valt läsår: 2018/19", "", "s.csv does not say its school year: the line 'Valt läsår: 2024/25'", {}),
        ("2018/19", "2018", "does not say its school year", {}),
        ("Genomsnittligt meritvärde", "", "the columns 'Andel .*' and 'Andel .*' mean the same", {"row": 7}),
        ("Skolkommun", "Skola", "the columns 'Skola' and 'Skola' mean the same", {"row": 7}),
        ("71387206", "7138720", "'7138720' is not a school unit code", {"row": 8, "column": "Skol-enhetskod"}),
        ("71387206", "", "'' is not a school unit code", {"row": 8}),
        (
            ";274;",
            ";274 p;",
            r"row 8, column Genomsnittligt meritvärde, Faktiskt värde \(F\): '274 p' is not a number",
            {"row": 8, "column": "Genomsnittligt meritvärde, Faktiskt värde (F)", "text": "274 p"},
        ),
        (
            ";96;",
            ";960;",
            r"column Andel \(%\) som uppn. kunskapskraven, Faktiskt värde \(F\): '960' is not possible",
            {"row": 8},
        ),
        (";274;", ";-4;", "'-4' is not possible", {"row": 8}),
        (";2,46;", ";4,26;", "'4,26' is not possible", {"row": 8, "column": "Föräldrarnas genomsnittliga utb.nivå"}),
        (";0;32;", ";0;132;", "'132' is not possible", {"row": 8, "column": "Andel (%) pojkar"}),
        (VALUES, VALUES + ";7", "row 8: there are more cells than the header", {"row": 8}),
        (
            ";274;251;",
            ";247;251;",
            "row 8, column Genoms.*: 247 less 251 is not 23. The columns have slipped",
            {"row": 8},
        ),
        (SCHOOL + VALUES, "", "s.csv has a header row but no schools below it", {}),
    ],
)
def test_a_damaged_export_is_refused_with_place_and_advice(text, old, new, match, where):
    assert old in text
    with pytest.raises(InputError, match=match) as caught:
        salsa_of(text.replace(old, new))
    assert {"file": "s.csv", **where}.items() <= caught.value.message.values.items()
    assert "s.csv" in str(caught.value)


def test_neither_of_the_two_results(text):
    other = text.replace("Genomsnittligt meritvärde", "Annat").replace("Andel (%) som uppn.", "Annan")
    with pytest.raises(InputError, match=r"s\.csv has no result that this plugin knows"):
        salsa_of(other)


def test_a_lower_header_without_the_upper(text):
    with pytest.raises(InputError, match=r"s\.csv has no result that this plugin knows"):
        salsa_of("\n".join(line for line in text.splitlines() if not line.startswith(";")))


@pytest.mark.parametrize("read", [lambda file: read_results([file])[0], salsa.read_results])
@given(data=st.data())
def test_an_export_cut_off_anywhere_is_read_or_refused(data_text, read, data):
    whole = (data_text(FILE) + SCHOOL.replace("71387206", "10000001") + VALUES).encode()
    cut = Document("cut.csv", whole[: data.draw(st.integers(0, len(whole)))])
    try:
        rows = len(read(cut))
    except InputError as error:
        assert "cut.csv" in str(error)
    else:
        assert rows in (1, 2)


def entry(value, kind="EXISTS"):
    return {"value": value, "valueType": kind}


def of_unit(code="68613823", **changed):
    return {
        "schoolUnitCode": code,
        "name": "Väröbackaskolan 4-9",
        "geographicalAreaCode": "1383",
        "salsaAverageGradesIn9thGradeActual": entry("213"),
        "salsaAverageGradesIn9thGradeDeviation": entry("-20"),
        "salsaRequirementsReachedActual": entry("84"),
        "salsaRequirementsReachedDeviation": entry("10"),
        "salsaNewlyImmigratedQuota": entry("5"),
        "salsaBoysQuota": entry("47"),
        "salsaParentsEducation": entry("2,4"),
        "salsaAverageCalculated": entry("233"),
        "salsaRequirementsReachedCalculated": entry("74"),
        **changed,
    }


def answer(*units, year="2022/23"):
    return {"status": "OK", "body": {"compulsorySchoolUnitSalsaMetricList": list(units), "timePeriod": year}}


def from_api(data):
    return read_results([document(json.dumps(data), "salsa.json")])[0]


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda data: data,
        lambda data: data["body"],
        lambda data: [data],
        lambda data: {"68613823": data, "68653982": answer(None, year="2024/25")},
    ],
)
def test_the_answer_of_the_api(wrapped):
    data = wrapped(answer(of_unit(), None))
    assert recognise(document(json.dumps(data))).name == "salsa_api"
    table = from_api(data)
    assert table[["skolenhetskod", "lasar", *RESULTS]].to_numpy().tolist() == [
        ["68613823", "2022/23", 84, "finns", 213, "finns"]
    ]
    assert table[MODEL].to_numpy().tolist() == [[74, 10, 233, -20, 2.4, 5, 47]]


def test_what_the_api_hides_or_lacks():
    hidden = entry("..", "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS")
    table = from_api(answer(of_unit(salsaBoysQuota=hidden, salsaAverageCalculated=None)))
    assert table[["salsa_andel_pojkar_status", "salsa_meritvarde_modell_status"]].to_numpy().tolist() == [
        ["dold", "saknas"]
    ]


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (answer(None), "holds no SALSA of any school: each is null"),
        (answer(), "holds no SALSA of any school"),
        (answer(of_unit(), year="2022"), "timePeriod is '2022', not one like 2024/25"),
        (answer(of_unit("6861382")), "entry 1: '6861382' is not a school unit code"),
        (answer(of_unit(), of_unit(salsaBoysQuota=entry("48"))), "two different entries of school unit 68613823"),
        (answer(of_unit(salsaBoysQuota="47")), "salsaBoysQuota is not an object with a value"),
        (answer(of_unit(salsaBoysQuota=entry("147"))), "salsaBoysQuota: '147' is not possible"),
        (answer(of_unit(salsaAverageCalculated=entry("many"))), "'many' is not a number"),
        (answer("text"), "entry 1 is no school unit"),
        (
            answer(of_unit(salsaAverageGradesIn9thGradeDeviation=entry("20"))),
            "school unit 68613823: 213.0 less 233.0 is not 20.0",
        ),
    ],
)
def test_a_wrong_answer_of_the_api(data, match):
    with pytest.raises(InputError, match=match):
        from_api(data)
