"""Skolverket's SALSA export: two header rows, of which the values F are read. A real file of one school."""

from __future__ import annotations

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


@pytest.fixture
def text(data_text):
    return data_text(FILE)


def salsa_of(text):
    return salsa.read_results(document(text, "s.csv"))


def test_the_real_export(text):
    file = document(text, FILE)
    assert recognise(file).name == "salsa"
    (table,) = read_results([file])
    assert table.columns.tolist() == ["skolenhetskod", "lasar", *RESULTS, "fil"]
    assert table.to_numpy().tolist() == [["71387206", "2018/19", 96, "finns", 274, "finns", FILE]]


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


def test_an_upper_header_counts_until_the_next(text):
    merged = text
    for title in ("Andel (%) som uppn. kunskapskraven", "Genomsnittligt meritvärde"):
        merged = merged.replace(f"{title};{title};{title};", f"{title};;;")
    assert merged != text
    assert salsa_of(merged)[RESULTS].to_numpy().tolist() == [[96, "finns", 274, "finns"]]


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
