"""Tables whose columns the user names: places in any system, measures of their own, the index under other headers."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from segregation_plugin.domain.descriptions import Description, OwnMeasure
from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers import own_tables, recognise
from segregation_plugin.readers.described import described
from segregation_plugin.readers.document import Document
from segregation_plugin.readers.own_tables import OwnTables

HEADER = ("id", "namn", "n", "e", "kommun", "besök", "nöjda", "svar", "år")
# Two real places of Karlstad in SWEREF 99 TM, and one without a coordinate.
ROWS = (
    "v1;Kronoparken;6583500;414700;1780;1 200;81,5;40;2023",
    "v2;Norrstrand;6584000;416000;1780;8;..;6;2023",
    "v3;Utan plats;;;;75;90;;2023",
    "Källa: Region Värmland",
)
CLINICS = Description(
    HEADER,
    "units",
    {"skolenhetskod": "id", "namn": "namn", "x": "e", "y": "n", "kommunkod": "kommun", "ar": "år"},
    crs="EPSG:3006",
    units="vårdcentraler",
    measures=(
        OwnMeasure("besök", "Besök", "besök", "antal"),
        OwnMeasure("nöjda", "Nöjda", "%", "andel", "svar"),
    ),
)


def document(*rows, header=HEADER, name="vård.csv"):
    lines = ["Vårdcentraler i Värmland;;;;;;;;", ";".join(header), *(rows or ROWS)]
    return Document(name, "\n".join(lines).encode())


def parts(*rows, description=CLINICS, to_sweref=own_tables.only_sweref, header=HEADER):
    return recognise.school_parts([document(*rows, header=header)], OwnTables((description,), to_sweref))


def problem(*rows, **options):
    with pytest.raises(InputError) as caught:
        recognise.results_of([], parts(*rows, **options))
    return str(caught.value)


def test_places_are_read_by_the_columns_named():
    (part,) = parts()

    assert part.source.name == "own_units"
    assert part.table["skolenhetskod"].tolist() == ["v1", "v2", "v3"]
    assert part.table["namn"].tolist() == ["Kronoparken", "Norrstrand", "Utan plats"]
    assert part.table["x"].tolist()[:2] == [414700, 416000]
    assert part.table["y"].tolist()[:2] == [6583500, 6584000]
    assert part.table["koordinat"].tolist() == ["", "", "saknar_koordinat"]
    assert part.table["kommunkod"].tolist() == ["1780", "1780", ""]


def test_measures_beside_places_are_results_with_status_and_weight():
    (table,) = recognise.results_of([], parts())

    assert table["eget_besok"].tolist() == [1200, 8, 75]
    assert table["eget_nojda_status"].tolist() == ["finns", "dold", "finns"]
    assert table["eget_nojda_bas"].tolist()[:2] == [40, 6]
    assert math.isnan(table["eget_nojda_bas"][2])
    assert set(table["lasar"]) == {"2023"}
    assert set(table["fil"]) == {"vård.csv"}


def test_rows_left_out_are_told():
    (said,) = described(parts())

    assert str(said) == "vård.csv: places in columns that you named, 3 rows (2 rows of titles and notes left out)"


def test_without_its_description_the_table_is_of_no_known_kind():
    with pytest.raises(InputError, match="For any other table, name its columns"):
        recognise.read_schools([document()])


def test_a_school_keeps_the_rule_of_its_code():
    schools = replace(CLINICS, units="", measures=())

    assert "row 3, column id: 'v1' is no school unit code" in problem(description=schools)


def test_coordinates_are_of_the_system_that_the_user_names():
    asked = []

    def moved(crs, x, y):
        asked.append(crs)
        return x + 1000, y + 2000

    (part,) = parts(description=replace(CLINICS, crs="EPSG:3021"), to_sweref=moved)

    assert set(asked) == {"EPSG:3021"}
    assert part.table["x"].tolist()[:2] == [415700, 417000]
    assert part.table["y"].tolist()[:2] == [6585500, 6586000]


def test_columns_exchanged_are_told():
    exchanged = replace(CLINICS, columns={**CLINICS.columns, "x": "n", "y": "e"})

    assert "2 of 2 places do not lie in Sweden by EPSG:3006, but they would" in problem(description=exchanged)


def test_a_wrong_system_is_said():
    def nowhere(_crs, x, _y):
        return np.full(len(x), math.inf), np.full(len(x), math.inf)

    reason = problem(to_sweref=nowhere)

    assert "2 of 2 places do not lie in Sweden by EPSG:3006. Check the columns" in reason


def test_one_place_with_exchanged_coordinates_stays_unlocated():
    rows = ("a;A;6583500;414700;;1;1;1;2023", "b;B;6583600;414700;;1;1;1;2023", "c;C;414700;6583500;;1;1;1;2023")
    (part,) = parts(*rows)

    assert part.table["koordinat"].tolist() == ["", "", "ombytta_koordinater"]
    assert math.isnan(part.table["x"][2])


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("v1;A;north;414700;;1;1;1;2023", "row 3: 'north' is not a coordinate"),
        ("v1;A;6583500;414700;178;1;1;1;2023", "row 3, column kommun: '178' is not a municipality code"),
        ("v1;A;6583500;414700;;-1;1;1;2023", "row 3, column besök: -1 is no number of anything"),
        ("v1;A;6583500;414700;;1;101;1;2023", "row 3, column nöjda: 101 is no share in per cent"),
        ("v1;A;6583500;414700;;1;50;-2;2023", "row 3, column svar: -2 is no number of anything"),
        ("v1;A;6583500;414700;;many;50;2;2023", "row 3, column besök: 'many' is not a number"),
        ("Totalt;;;;513;;;2023", "row 3: 'Totalt' looks like a total"),
        ("Alla;;;;;513;;;2023", "row 3: 'Alla' looks like a total"),
        ("All;;;;;513;;;2023", "row 3: 'All' looks like a total"),
        ("Hela länet;;;;;513;;;2023", "row 3: 'Hela länet' looks like a total"),
        ("99;Samtliga;;;;513;;;2023", "row 3: '99' looks like a total"),
        ("v1", "no row below its header with a code and a value"),
        (";A;6583500;414700;;1;1;1;2023", "row 3, column id: the code is missing"),
        (
            "v1;A;6583500;414700;;1.234;50;2;2023",
            "row 3, column besök: '1.234' can mean thousands or decimals: 1234 or 1.234",
        ),
        ("v1;A;6583500;414700;;1;50;2;", "row 3, column år: the year is missing"),
        ("v1;A;6583500;414700;;1;1;1;2023;surplus", "more cells than the header has columns"),
    ],
)
def test_a_wrong_cell_is_named(row, reason):
    assert reason in problem(row)


def test_two_rows_of_one_place_that_disagree_are_told():
    rows = ("v1;A;6583500;414700;;1;1;1;2023", "v1;A;6583500;414900;;1;1;1;2023")

    assert "row 4, column e: '414900', but row 3 says '414700' of v1" in problem(*rows)


def test_two_rows_of_one_place_and_year_that_disagree_in_a_figure_are_told():
    rows = ("v1;A;6583500;414700;;1;1;1;2023", "v1;A;6583500;414700;;2;1;1;2023")

    assert "row 4, column besök: '2', but row 3 says '1' of v1 2023" in problem(*rows)


def test_rows_of_several_years_are_one_place_and_several_results():
    rows = ("v1;A;6583500;414700;;1;1;1;2022", "v1;B;6583500;414700;;2;1;1;2023")
    read = parts(*rows)

    assert recognise.schools_of(read)["namn"].tolist() == ["A"]
    (table,) = recognise.results_of([], read)
    assert table["lasar"].tolist() == ["2022", "2023"]


def test_shares_as_a_spreadsheet_stores_them_are_told():
    rows = [f"v{n};A;6583500;414700;;1;0,{n}5;1;2023" for n in range(1, 7)]

    assert "column nöjda: no share is above 1, as if 0.85 stood for 85 per cent" in problem(*rows)


def test_a_row_twice_is_neither_one_nor_two():
    rows = ("v1;A;6583500;414700;;12;1;1;2023", "v1;A;6583500;414700;;12;1;1;2023")

    assert "row 4: v1 2023 stands in row 3 too, with the same figures" in problem(*rows)


def test_a_place_with_nothing_but_a_code_is_kept_without_a_location():
    (part,) = parts("v1;A;6583500;414700;;12;1;1;2023", "v2;;;;;;;;2023")

    assert part.table["koordinat"].tolist() == ["", "saknar_koordinat"]


def test_a_mean_or_an_amount_may_be_below_zero():
    loss = replace(CLINICS, measures=(OwnMeasure("besök", "Resultat", "kr", "belopp"),))
    (table,) = recognise.results_of([], parts("v1;A;6583500;414700;;-12,5;1;1;2023", description=loss))

    assert table["eget_resultat"].tolist() == [-12.5]


def test_the_index_under_other_headers():
    described_as = Description(
        ("Omr", "Typ 2023", "Idx"),
        "index",
        {"regsokod": "Omr", "omradestyp": "Typ 2023", "socioekonomiskt_index": "Idx"},
        year="2023",
    )
    given = Document("own.csv", b"Omr\tTyp 2023\tIdx\n0114R001\t3\t12,4\n0114R002\t..\t..\nSCB\t\t\n")
    index, _ = recognise.read_index([given], OwnTables((described_as,)))

    assert index["regsokod"].tolist() == ["0114R001", "0114R002"]
    assert index["omradestyp"].tolist()[0] == 3
    assert index["socioekonomiskt_index"].tolist()[0] == 12.4
    assert index["omradestyp"].isna().tolist() == [False, True]
    assert set(index["index_ar"]) == {2023}


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (b"0114R001\t7\t1\n", "area type 7 does not exist"),
        (b"114R001\t3\t1\n", "lost its leading zero"),
        (b"0114C1010\t3\t1\n", "is no RegSO area"),
        (b"0114R001\t3\t101\n", "no value of the socioeconomic index"),
    ],
)
def test_an_index_under_other_headers_keeps_to_the_same_rules(rows, reason):
    described_as = Description(
        ("a", "b", "c"), "index", {"regsokod": "a", "omradestyp": "b", "socioekonomiskt_index": "c"}, year="2023"
    )
    with pytest.raises(InputError, match=reason):
        recognise.read_index([Document("own.csv", b"a\tb\tc\n" + rows)], OwnTables((described_as,)))


def test_two_tables_of_different_places_are_no_study():
    words = [CLINICS, replace(CLINICS, units="stationer")]
    with pytest.raises(InputError, match="different kinds of places: stationer, vårdcentraler"):
        own_tables.units_of(words)
    assert own_tables.units_of([CLINICS]) == "vårdcentraler"
    assert own_tables.units_of([]) == ""


def test_one_name_for_two_measures_is_said():
    other = replace(CLINICS, measures=(OwnMeasure("besök", "Besök", "kr", "belopp"),))
    with pytest.raises(InputError, match="Two tables have a measure called 'Besök'"):
        own_tables.measures_of([CLINICS, other])
    assert [measure.column for measure in own_tables.measures_of([CLINICS, CLINICS])] == ["eget_besok", "eget_nojda"]
