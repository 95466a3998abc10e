"""Skolverket's pupils by grade and background: small tables in the form of the real file of 2025/26."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import document

from segregation_plugin.domain.measures import BACKGROUND
from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.document import Document
from segregation_plugin.readers.recognise import read_results, read_schools, recognise

TITLE = "Statistik från Skolverket, https://www.skolverket.se\n\nGrundskola - Antal elever per årskurs\n"
YEAR = "Valt läsår: 2025/26\n\n"
GRADES = "".join(f"Elever, årskurs {grade};" for grade in range(1, 10))
UNIT = "Skola;Skol-enhetskod;Skolkommun;Kommun-kod;Typ av huvudman;Huvudman;Huvudman orgnr;"
SHARES = (
    "Andel (%) flickor, årskurs 1-9;Andel (%) elever med utländsk bakgrund, åk 1-9;"
    "Andel (%) elever med föräldrar med eftergymnasial utb., åk 1-9;"
)
HEADER = f"{UNIT}Elever, årskurs 1-9;{SHARES}{GRADES}Socioekonomisk områdestyp;\n"
ALE = "Ale;1440;Kommunal;Ale kommun;2120001439;"
GOOD = "Områden med goda socioekonomiska förutsättningar"
ONE = f"Askolan;10000001;{ALE}197;46,7;16,2;57,4;.;.;.;68;62;67;.;.;.;{GOOD};\n"
NOTES = (
    " \nObserva att uppgifter från och med läsåret 2015/16 sekretesskyddas (dubbelprickas) om de baseras \n"
    "på färre än 5 elever. Då visas två prickar (..) i stället för utfall. \n\n* Internationella skolor\n\n"
)


def pupils(rows=ONE, title=TITLE, year=YEAR, header=HEADER, notes=NOTES, **options):
    (table,) = read_results([document(title + year + header + rows + notes, "elever.csv", **options)])
    return table


def test_a_unit_is_a_row():
    file = document(TITLE + YEAR + HEADER + ONE + NOTES)
    assert recognise(file).name == "pupils_by_grade"
    (row,) = pupils().to_dict("records")
    grades = {f"elever_arskurs_{grade}": row[f"elever_arskurs_{grade}"] for grade in range(1, 10)}
    assert {
        column: row[column] for column in ("skolenhetskod", "namn", "kommunkod", "huvudmannatyp", "lasar", "arskurser")
    } == {
        "skolenhetskod": "10000001",
        "namn": "Askolan",
        "kommunkod": "1440",
        "huvudmannatyp": "Kommunal",
        "lasar": "2025/26",
        "arskurser": "4-6",
    }
    assert (row["elever_ak1_9"], row["omradestyp_skolverket"], row["fil"]) == (197, 4, "elever.csv")
    assert {column: value for column, value in grades.items() if value == value} == {
        "elever_arskurs_4": 68,
        "elever_arskurs_5": 62,
        "elever_arskurs_6": 67,
    }
    assert row["elever_arskurs_1_status"] == "saknas"
    assert [
        row[column] for column in ("andel_flickor", "andel_utlandsk_bakgrund", "andel_foraldrar_eftergymnasial")
    ] == [
        46.7,
        16.2,
        57.4,
    ]


def test_markers_are_kept_apart():
    table = pupils(ONE.replace("46,7;16,2;57,4", ".;..;~100"))
    shares = ["andel_flickor", "andel_utlandsk_bakgrund", "andel_foraldrar_eftergymnasial"]
    assert table[shares].fillna(-1).to_numpy().tolist() == [[-1, -1, 100]]
    statuses = [share + "_status" for share in shares]
    assert table[statuses].to_numpy().tolist() == [["saknas", "dold", "avrundad"]]


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f", "\u2009"])
def test_thousands_with_any_blank(blank):
    total = ONE.replace(";197;", f";1{blank}026;").replace(";68;62;67;", ";400;426;200;")
    assert pupils(total)["elever_ak1_9"].tolist() == [1026]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Områden med stora socioekonomiska utmaningar", 1),
        ("Områden med socioekonomiska utmaningar", 2),
        ("Socioekonomiskt  blandade områden ", 3),
        ("OMRÅDEN MED GODA SOCIOEKONOMISKA FÖRUTSÄTTNINGAR", 4),
        ("Områden med mycket goda socioekonomiska förutsättningar", 5),
        ("Uppgift saknas", None),
        ("", None),
    ],
)
def test_the_official_type_by_its_name(name, expected):
    kind = pupils(ONE.replace(GOOD, name))["omradestyp_skolverket"]
    assert str(kind.dtype) == "Int64"
    assert [None if pd.isna(value) else value for value in kind] == [expected]


@pytest.mark.parametrize(
    "header",
    [
        HEADER.replace("Skol-enhetskod", '"Skol-\nenhetskod"'),
        HEADER.replace("åk 1-9", "årskurs 1-9"),
        HEADER.replace("Andel (%)", "Andel"),
        HEADER.replace("Elever, årskurs", "Antal elever årskurs"),
        HEADER.replace("årskurs 1-9", "åk 1\u20139"),
        HEADER.replace(
            "Andel (%) elever med föräldrar med eftergymnasial utb., åk 1-9",
            '"Andel (%) elever med föräldrar\nmed eftergymnasial utbildning,\n åk 1-9"',
        ),
    ],
)
def test_other_wordings_of_the_headers(header):
    pd.testing.assert_frame_equal(pupils(header=header), pupils())


def test_an_older_file_without_types_and_shares():
    header = f"{UNIT}Elever, årskurs 1-9;{GRADES}\n"
    table = pupils(f"Askolan;10000001;{ALE}197;.;.;.;68;62;67;.;.;.;\n", header=header)
    assert table["elever_ak1_9"].tolist() == [197]
    assert table["omradestyp_skolverket"].isna().all()
    assert "andel_utlandsk_bakgrund" not in table


def test_a_hidden_grade_makes_the_sum_unknown():
    table = pupils(ONE.replace(";68;", ";..;"))
    assert table["elever_arskurs_4_status"].tolist() == ["dold"]
    assert table["arskurser"].tolist() == ["4-6"]
    assert pupils(ONE.replace(";197;", ";..;"))["elever_ak1_9_status"].tolist() == ["dold"]


def test_a_repeated_row_counts_once():
    assert len(pupils(ONE + ONE)) == 1


def test_two_files_of_different_years_are_two_rows_a_unit():
    files = [document(TITLE + YEAR.replace("2025/26", year) + HEADER + ONE, year) for year in ("2024/25", "2025/26")]
    assert pd.concat(read_results(files))["lasar"].tolist() == ["2024/25", "2025/26"]


MUNICIPALITIES = HEADER.replace("Skola;Skol-enhetskod;Skolkommun;", "Kommun;")


@pytest.mark.parametrize(
    ("parts", "match", "where"),
    [
        ({"rows": ONE.replace(GOOD, "Områden med god förutsättning")}, "is not the name of an area type", {"row": 7}),
        (
            {"rows": ONE.replace(";67;", ";76;")},
            "the grades have 206 pupils, and Elever, årskurs 1-9 is 197",
            {"row": 7},
        ),
        ({"rows": ONE.replace(";67;", ";.;")}, "the grades have 130 pupils", {"row": 7}),
        ({"rows": ONE.replace(";67;", ";..;").replace(";68;", ";168;")}, "the grades have 230 pupils", {"row": 7}),
        ({"rows": ONE.replace("16,2", "101")}, "'101' is not possible", {"row": 7, "text": "101"}),
        ({"rows": ONE.replace("16,2", "162")}, "'162' is not possible", {"row": 7}),
        ({"rows": ONE.replace(";197;", ";197,5;")}, "'197,5' is not possible", {"row": 7}),
        ({"rows": ONE.replace("16,2", "många")}, "'många' is not a number", {"row": 7}),
        ({"rows": ONE.replace(";1440;", ";144;")}, "'144' is not a municipality code", {"row": 7}),
        ({"rows": ONE.replace("10000001", "1000001")}, "'1000001' is not a school unit code", {"row": 7}),
        ({"rows": ""}, "no schools below it. Skolverket gives an empty table for a year that it has not published", {}),
        ({"header": MUNICIPALITIES}, "there is no column 'Skol-enhetskod'; its rows are municipalities", {"row": 6}),
        ({"header": HEADER.replace("Huvudman;", "Program;")}, "'Program' divides the pupils", {"row": 6}),
        (
            {
                "header": HEADER.replace(
                    "Andel (%) flickor, årskurs 1-9", "Andel elever med utländsk bakgrund, årskurs 1-9"
                )
            },
            "mean the same. Remove one of them",
            {"row": 6},
        ),
        (
            {"title": "Anpassad grundskola - Antal elever\n"},
            "'Anpassad grundskola - Antal elever' is of another",
            {"row": 1},
        ),
        ({"year": ""}, "does not say its school year", {}),
        ({"year": "Valt läsår: 2024/25, 2025/26\n\n"}, "two school years, 2024/25 and 2025/26", {"row": 4}),
        ({"rows": ONE + "Valt läsår: 2024/25\n" + ONE}, "row 8: the file is of two school years", {}),
        (
            {"rows": ONE + ONE.replace("16,2", "16,3")},
            "rows 7 and 8: school unit 10000001 stands twice, with 16.2 and 16.3 as andel_utlandsk_bakgrund. Keep",
            {"row": 7, "other_row": 8},
        ),
        ({"rows": ONE + ONE.replace("16,2", "..")}, "stands twice", {"row": 7}),
        ({"rows": ONE + ONE.replace("Askolan", "Bskolan")}, "with Askolan and Bskolan as namn", {"row": 7}),
        *(
            ({"rows": ONE.replace("16,2", share)}, f"'{share}' is not possible", {"row": 7})
            for share in ("~99", "~0", "~50", "cirka 50", "ca 50")
        ),
        *(
            ({"year": f"Valt läsår: {year}\n\n"}, "does not say its school year", {})
            for year in ("2025/27", "2025/25", "1825/26", "2125/26")
        ),
        *(
            (
                {
                    "header": HEADER.replace(f"{header};", f"{header};{header};"),
                    "rows": ONE.replace(f"{cell};", f"{cell};{other};"),
                },
                f"the columns '{header}' and '{header}' mean the same",
                {"row": 6},
            )
            for header, cell, other in (
                ("Socioekonomisk områdestyp", GOOD, "Uppgift saknas"),
                ("Typ av huvudman", "Kommunal", "Enskild"),
            )
        ),
        ({"rows": ONE[:60]}, "row 7: the row ends before the last column", {}),
    ],
)
def test_bad_input_is_refused_with_place_and_advice(parts, match, where):
    with pytest.raises(InputError, match=match) as caught:
        pupils(**parts)
    assert {"file": "elever.csv", **where}.items() <= caught.value.message.values.items()


def test_it_holds_no_schools():
    with pytest.raises(InputError, match=r"holds Skolverket's pupils by grade and background .* not the schools"):
        read_schools([document(TITLE + YEAR + HEADER + ONE)])


def test_measures_weigh_by_the_pupils_of_their_level():
    assert {measure.column: (measure.kind, measure.unit, measure.weight_column) for measure in BACKGROUND} == {
        "andel_utlandsk_bakgrund": ("andel", "%", "elever_ak1_9"),
        "andel_foraldrar_eftergymnasial": ("andel", "%", "elever_ak1_9"),
        "andel_flickor": ("andel", "%", "elever_ak1_9"),
        "andel_utlandsk_bakgrund_gy": ("andel", "%", "elever_gy"),
        "andel_foraldrar_eftergymnasial_gy": ("andel", "%", "elever_gy"),
        "andel_flickor_gy": ("andel", "%", "elever_gy"),
    }


GY_TITLE = TITLE.replace("Grundskola - Antal elever per årskurs", "Gymnasieskola - Antal elever")
GY_HEADER = (
    f"{UNIT}Totalt antal elever;Andel kvinnor;Andel elever med utländsk bakgrund;"
    "Andel med föräldrar med eftergymnasial utbildning;Antal elever år 1;Antal elever år 2;Antal elever år 3;\n"
)
GY = f"Agymnasiet;20000001;{ALE}1 300;51,0;..;~100;500;400;400;\n"


def test_upper_secondary_schools():
    file = document(GY_TITLE + YEAR + GY_HEADER + GY + NOTES, "gy.csv")
    assert recognise(file).name == "pupils_upper_secondary"
    (row,) = read_results([file])[0].to_dict("records")
    assert (row["elever_gy"], row["elever_gy_ar_1"], row["andel_flickor_gy"]) == (1300, 500, 51)
    assert (row["andel_utlandsk_bakgrund_gy_status"], row["andel_foraldrar_eftergymnasial_gy_status"]) == (
        "dold",
        "avrundad",
    )
    assert "arskurser" not in row


@pytest.mark.parametrize(
    ("old", "new", "match"),
    [
        ("Huvudman;", "Program;", "'Program' divides the pupils of a school unit among several rows"),
        (";500;", ";501;", "the grades have 1301 pupils, and Totalt antal elever is 1300"),
        ("Skola;Skol-enhetskod;Skolkommun;", "Kommun;", "there is no column 'Skol-enhetskod'"),
    ],
)
def test_a_wrong_table_of_upper_secondary_schools(old, new, match):
    text = GY_TITLE + YEAR + GY_HEADER + GY
    assert old in text
    with pytest.raises(InputError, match=match):
        read_results([document(text.replace(old, new, 1))])


@given(st.integers(0, len((TITLE + YEAR + HEADER + ONE + ONE.replace("10000001", "10000002")).encode())))
def test_a_file_cut_off_anywhere_is_read_or_refused(end):
    whole = (TITLE + YEAR + HEADER + ONE + ONE.replace("10000001", "10000002")).encode()
    try:
        (table,) = read_results([Document("cut.csv", whole[:end])])
    except InputError as error:
        assert "cut.csv" in str(error)
    else:
        assert len(table) in (1, 2)
        assert table["omradestyp_skolverket"].tolist() == [4] * len(table)
