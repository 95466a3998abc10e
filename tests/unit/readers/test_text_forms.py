"""What is there but not understood is refused, never taken for something else; letters may have any form."""

from __future__ import annotations

import math
import unicodedata

import pytest
from making import document

from segregation_plugin.domain.descriptions import Description, OwnMeasure, dump, load
from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers import recognise
from segregation_plugin.readers.described import described
from segregation_plugin.readers.document import Document
from segregation_plugin.readers.own_tables import OwnTables

UNIT = "\n{title}\n{unit},\n"
EXPORT = "Område,2023\nUpplands Väsby (Bollstanäs),4\nKarlstad (Råtorp),5\n"


def index(text: str, name: str = "a_2023.csv", encoding: str = "utf-8"):
    return recognise.read_index([document(text, name, encoding)])[0]


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_types_stay_types_in_either_form(form):
    table = index(unicodedata.normalize(form, EXPORT + UNIT.format(title="Sort:,", unit="områdestyp")))
    assert table["omradestyp"].tolist() == [4, 5]
    assert table["socioekonomiskt_index"].isna().all()
    assert table["omrade"].tolist() == ["Upplands Väsby (Bollstanäs)", "Karlstad (Råtorp)"]


@pytest.mark.parametrize("title", ["Sort:,", "Enhet:", "Unit:"])
@pytest.mark.parametrize("unit", ["omr\ufffddestyp", "typområde", "tusental kronor", "kr"])
def test_a_unit_that_is_not_understood_is_refused(title, unit):
    with pytest.raises(InputError, match="neither area types nor the index, whose units below the table are"):
        index(EXPORT + UNIT.format(title=title, unit=unit))


def test_english_units():
    assert index(EXPORT + UNIT.format(title="Unit:", unit="Type of area"))["omradestyp"].tolist() == [4, 5]
    assert index(EXPORT + UNIT.format(title="Unit:", unit="index"))["socioekonomiskt_index"].tolist() == [4, 5]


@pytest.mark.parametrize("header", ["år", nfd("år"), "ÅR", nfd("År"), " År ", "\u00a0år", "å\u00adr", "YEAR"])
def test_a_year_column_counts_before_the_name(header):
    table = index(f"regsokod;{header};index\n1780R001;2021;4,4\n", "index_2023.csv")
    assert table["index_ar"].tolist() == [2021]


@pytest.mark.parametrize(
    ("header", "year"),
    [
        ("Referensår", "2021"),
        ("årtal", "2021"),
        ("period", "2021-12-31"),
        ("a\u030ar (31 dec)", "2021"),
        ("Œr", "2021"),
        ("x", "2021"),
        ("datum", "2021.0"),
    ],
)
def test_a_year_column_that_is_not_understood_is_not_overruled_by_the_name(header, year):
    for kind in ("index", "befolkning"):
        text = f"regsokod;{header};{kind}\n1780R001;{year};4\n1780R002;{year};5\n"
        with pytest.raises(InputError, match=r"seems to hold years \(like 2021.*Call it 'år'"):
            (index if kind == "index" else population)(text, "tabell_2023.csv")


def population(text: str, name: str):
    return recognise.read_population([document(text, name)])


@pytest.mark.parametrize("header", ["regso_version", "DeSO_2025", "RegSO", "andel 20-64 år"])
def test_what_is_no_year_of_the_figures_is_none(header):
    cells = ["2020", "2020"] if "år" not in header else ["12", "13"]
    text = f"regsokod;{header};index\n" + "".join(f"1780R00{n};{cell};4,4\n" for n, cell in enumerate(cells, 1))
    assert index(text, "index_2023.csv")["index_ar"].tolist() == [2023, 2023]


def test_people_may_number_like_years_by_chance():
    text = "regsokod;index;invånare\n1780R001;4,4;1950\n1780R002;4,4;2011\n"
    assert index(text, "index_2023.csv")["index_ar"].tolist() == [2023, 2023]


def test_a_non_breaking_blank_between_code_and_name_or_in_a_name():
    text = "Område,2023\n1780R001\u00a0Karlstad,4\nUpplands\u00a0Väsby\u00a0(Bollstanäs),5\n"
    table = index(text)
    assert table["regsokod"].tolist() == ["1780R001", None]
    assert table["omradestyp"].tolist() == [4, 5]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("regsokod;index\n1780R\u00ad001;4\n", recognise.read_index),
        ("Område;2023\n1780R0\u00ad01 Karlstad;4\n", recognise.read_index),
        ("kod;befolkning\n1780R0\u00ad01;4\n", recognise.read_population),
        ("skolenhetskod;sweref99_n;sweref99_e\n1234\u00ad5678;6584000;414000\n", recognise.read_schools),
    ],
)
def test_a_soft_hyphen_in_a_code_is_said(text, read):
    with pytest.raises(InputError, match="invisible character: soft hyphen"):
        read([document(text, "a_2023.csv")])


SCHOOLS = "skolenhetskod;namn;sweref99_n;sweref99_e\n12345678;{name};6584000;414000\n"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac_roman", "cp850"])
@pytest.mark.parametrize("name", ["Kroppkärrsskolan", "Mölndals gård", "McDonald AcadeMedia", "Örby"])
def test_names_are_right_in_every_encoding(name, encoding):
    part = recognise.school_parts([document(SCHOOLS.format(name=name), "s.csv", encoding)])
    assert part[0].table["namn"].tolist() == [name]
    assert "letters" not in str(described(part)[0])


def test_utf_8_that_was_taken_for_something_else_is_set_right():
    for wrong in ("cp1252", "mac_roman", "cp850"):
        text = SCHOOLS.format(name="Kroppkärrsskolan").encode().decode(wrong)
        assert recognise.read_schools([document(text, "s.csv")])["namn"].tolist() == ["Kroppkärrsskolan"]


def test_some_letters_lost_is_said_and_most_is_refused():
    text = SCHOOLS.format(name="Växjö gård") + "12345679;Kroppk\ufffdrr;6584000;414000\n"
    (said,) = described(recognise.school_parts([document(text, "s.csv")]))
    assert "letters are lost or wrong, as in 'Kroppk\ufffdrr': open the original" in str(said)
    with pytest.raises(InputError, match=r"letters such as å, ä and ö are lost, as in '.*rr'.*save it as CSV"):
        recognise.read_schools([document(SCHOOLS.format(name="Kroppk\ufffdrr"), "s.csv")])


HEADER = ("Id", "År", "Belopp", "Vikt")


def own(rows: str, kind: str = "belopp", unit: str = "kr", weight: str = "", header=HEADER):
    measure = OwnMeasure("Belopp", "Belopp", unit, kind, weight)
    description = Description(header, "results", {"skolenhetskod": "Id"}, year="2024", measures=(measure,))
    (described_again,) = load(dump([description]))
    file = document(";".join(HEADER) + "\n" + rows, "egna.csv")
    return recognise.read_results([file], OwnTables((described_again,)))[0]


def test_columns_may_be_named_in_either_form():
    assert own("10000001;2024;5;1\n", header=tuple(map(nfd, HEADER)))["eget_belopp"].tolist() == [5]


@pytest.mark.parametrize("kind", ["belopp", "medel", "antal"])
@pytest.mark.parametrize("weight", ["", "Vikt"])
def test_own_numbers_of_two_meanings_are_refused_with_both(kind, weight):
    with pytest.raises(InputError, match=r"row 2, column Belopp: '12\.500' can mean .*: 12500 or 12\.5\."):
        own("10000001;2024;12.500;1\n10000002;2024;980;2\n", kind, weight=weight)
    with pytest.raises(InputError, match=r"row 3, column Vikt: '1,234' can mean .*: 1234 or 1\.234\."):
        own("10000001;2024;12;1\n10000002;2024;980;1,234\n", kind, weight="Vikt")


def test_own_numbers_are_read_as_their_column_tells():
    assert own("1;2024;12.500;1\n2;2024;1.234,5;2\n")["eget_belopp"].tolist() == [12500, 1234.5]
    assert own("1;2024;12.500;1\n2;2024;1.25;2\n")["eget_belopp"].tolist() == [12.5, 1.25]
    # A share cannot be in thousands.
    assert own("1;2024;12.500;1\n2;2024;98;2\n", "andel", "%")["eget_belopp"].tolist() == [12.5, 98]


def test_own_shares_in_per_cent():
    for kind in ("andel", "medel"):
        assert own("1;2024;7 %;1\n2;2024;12,5 %;2\n", kind, "%")["eget_belopp"].tolist() == [7, 12.5]
    with pytest.raises(InputError, match=r"row 2, column Belopp: '7 %' is per cent, and the column is not"):
        own("1;2024;7 %;1\n")
    fractions = "".join(f"{n};2024;0,{n};1\n" for n in range(1, 7))
    for kind in ("andel", "medel"):
        with pytest.raises(InputError, match=r"no share is above 1, as if 0\.85 stood for 85 per cent"):
            own(fractions, kind, "%")
    assert own(fractions, "medel", "kr")["eget_belopp"].tolist() == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]


@pytest.mark.parametrize("column", ["index", "andel_lag_ek_standard", "andel_forgymnasial"])
def test_an_index_in_fractions_is_refused(column):
    more = "" if column == "index" else ";omradestyp"
    rows = "".join(f"1780R00{n};0,0{n}{';4' if more else ''}\n" for n in range(1, 7))
    with pytest.raises(InputError, match=r"is above 1, as if 0\.07 stood for 7 per cent"):
        index(f"regsokod;{column}{more}\n{rows}")
    export = "Område,2023\n" + "".join(f"1780R00{n},0.0{n}\n" for n in range(1, 7))
    with pytest.raises(InputError, match=r"is above 1, as if 0\.07 stood for 7 per cent"):
        index(export)


def test_few_out_of_work_are_no_fractions():
    rows = "".join(f"1780R00{n};4,{n};0,{n}\n" for n in range(1, 7))
    table = index(f"regsokod;index;andel_bistand_arbetsloshet\n{rows}")
    assert table["andel_bistand_arbetsloshet"].max() == 0.6


def test_an_index_with_three_decimals_has_one_meaning():
    assert index("regsokod;index\n1780R001;12.500\n1780R002;4,375\n")["socioekonomiskt_index"].tolist() == [12.5, 4.375]


def test_people_in_points_between_thousands_are_read_or_refused():
    with pytest.raises(InputError, match=r"'1\.200' can mean thousands or decimals: 1200 or 1\.2\."):
        population("kod;befolkning\n1780R001;1.200\n1780R002;980\n", "a_2024.csv")
    with pytest.raises(InputError, match=r"'12\.000' can mean"):
        population("kod;befolkning\n1780R001;12.000\n", "a_2024.csv")
    table = population("kod;befolkning\n1780R001;1.200\n1780R002;1.234.567\n", "a_2024.csv")
    assert table["befolkning"].tolist() == [1200, 1234567]


def test_three_decimals_of_a_coordinate_or_a_result_are_decimals():
    schools = recognise.read_schools([document("skolenhetskod;wgs84_lat;wgs84_lon\n12345678;59,329;18,068\n", "s.csv")])
    assert not math.isnan(schools["x"][0])
    planar = "skolenhetskod;sweref99_n;sweref99_e\n12345678;6562397,097;620001,123\n"
    assert recognise.read_schools([document(planar, "s.csv")])["y"].tolist() == [6562397.097]
    results = (
        "Valt läsår: 2024/25\nSkol-enhetskod;Antal elever;Genomsnittligt meritvärde (17 ämnen)\n12345678;20;245,125\n"
    )
    assert recognise.read_results([document(results, "r.csv")])[0]["meritvarde"].tolist() == [245.125]


def test_a_damaged_file_is_not_read_in_another_encoding():
    with pytest.raises(InputError, match="is damaged at row 2"):
        recognise.recognise(Document("a.csv", "Område,2023\nVäxjö (Ö".encode()[:-1]))
