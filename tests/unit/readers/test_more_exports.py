"""Skolverket's exports without a real file here: eligibility, results by background, commuting, and those not read."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from making import document

from segregation_plugin.domain.measures import NUMBERS_OF_PUPILS, RESULTS_BY_GROUP
from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.recognise import NOTHING_OWN, read_commuting, read_results, recognise
from segregation_plugin.readers.sorting import sort_file

BANNER = "Statistik från Skolverket, https://www.skolverket.se\n\nGrundskola - {title}\nValt läsår: 2024/25\n\n"
UNIT = "Skola;Skol-enhetskod;Skolkommun;Kommun-kod;Typ av huvudman;Huvudman;Huvudman orgnr;"
ALE = "Ale;1440;Kommunal;Ale kommun;2120001439;"
NOTES = "\nAntal elever\n;Elever som saknar godkänt betyg ingår.\n"


def read(text, name="file.csv"):
    (table,) = read_results([document(text, name)])
    return table


ELIGIBILITY = (
    BANNER.format(title="Behörighet till gymnasieskolan, fr.o.m. 2011")
    + UNIT
    + "Kön;Antal elever;Andel (%) elever behöriga till yrkesprog.;Andel (%) elever behöriga till estetiskt program;"
    '"Andel (%) elever behöriga till Ekonomi-, humanistiska och samhällsvetenskaps- \nprogram";'
    "Andel (%) elever behöriga till Naturvetenskapligt och tekniskt program;\n"
)
OF_ONE = (
    f"Askolan;10000001;{ALE}Flickor;30;90,0;89,0;88,0;87,0;\n"
    f"Askolan;10000001;{ALE}Pojkar;..;..;..;..;..;\n"
    f"Askolan;10000001;{ALE}Samtliga;57;84,5;83,5;~100;.;\n"
)
ELIGIBLE = [
    "andel_behoriga_yrkesprogram",
    "andel_behoriga_estetiska",
    "andel_behoriga_ekonomi_hum_samh",
    "andel_behoriga_natur_teknik",
]


def test_of_eligibility_the_rows_of_all_pupils_count():
    text = ELIGIBILITY + OF_ONE + NOTES
    assert recognise(document(text)).name == "results_by_sex"
    table = read(text)
    assert table[["skolenhetskod", "lasar", "elever_ak9"]].to_numpy().tolist() == [["10000001", "2024/25", 57]]
    assert table[ELIGIBLE].fillna(-1).to_numpy().tolist() == [[84.5, 83.5, 100, -1]]
    assert table["andel_behoriga_ekonomi_hum_samh_status"].tolist() == ["avrundad"]
    assert table["andel_behoriga_natur_teknik_status"].tolist() == ["saknas"]


def test_eligibility_worded_as_in_other_years():
    other = ELIGIBILITY.replace("Andel (%) elever behöriga", "Andel elever (%) behöriga").replace(
        "yrkesprog.", "yrkesprogram"
    )
    pd.testing.assert_frame_equal(read(other + OF_ONE), read(ELIGIBILITY + OF_ONE))


@pytest.mark.parametrize(
    ("old", "new", "match"),
    [
        ("Samtliga", "Alla slag", r"row 10, column Kön: 'Alla slag' is none of Samtliga, Flickor and Pojkar"),
        ("Samtliga", "Flickor", "no rows of all pupils"),
        ("84,5", "184,5", "'184,5' is not possible"),
        ("estetiskt program", "yrkesprogram", "mean the same"),
        (OF_ONE, "", "no schools below it. Skolverket gives an empty table"),
        (OF_ONE, OF_ONE + OF_ONE.replace("84,5", "85,5"), "rows 10 and 13: school unit 10000001 stands twice"),
    ],
)
def test_a_wrong_table_of_eligibility(old, new, match):
    text = ELIGIBILITY + OF_ONE
    assert old in text
    with pytest.raises(InputError, match=match):
        read(text.replace(old, new))


GROUPS = ("Svensk bakgrund", "Utländsk bakgrund, födda i Sverige", "Utländsk bakgrund, födda utomlands")
PARENTS = ("Förgymnasial utbildning", "Gymnasial utbildning", "Eftergymnasial utbildning")
FIGURES = (
    "Antal elever",
    "Andel (%)",
    "Andel som uppnått kunskapskraven i alla ämnen",
    "Andel (%) behöriga till yrkesprog.",
    "Genomsnittligt meritvärde (17)",
)
BY_GROUP = {
    GROUPS: ("svensk_bakgrund", "utlandsk_fodda_sverige", "utlandsk_fodda_utomlands"),
    PARENTS: ("foraldrar_forgymnasial", "foraldrar_gymnasial", "foraldrar_eftergymnasial"),
}
VALUES = ";".join(f"2{n};3{n},5;4{n},5;5{n},5;20{n},5" for n in range(3))


def two_rows(groups):
    upper = ";" * 7 + ";".join(";".join([group] * 5) for group in groups)
    return f"{upper};\n{UNIT}{';'.join(FIGURES * 3)};\n"


def merged_cells(groups):
    """As where a spreadsheet has written a cell above several columns once."""
    return f"{';' * 7}{';;;;;'.join(groups)};;;;;\n{UNIT}{';'.join(FIGURES * 3)};\n"


def one_row(groups):
    return UNIT + ";".join(f'"{figure}, {group}"' for group in groups for figure in FIGURES) + ";\n"


@pytest.mark.parametrize("header", [two_rows, merged_cells, one_row])
@pytest.mark.parametrize("groups", [GROUPS, PARENTS])
def test_results_by_background(header, groups):
    text = (
        BANNER.format(title="Slutbetyg årskurs 9, uppdelat") + header(groups) + f"A;10000001;{ALE}{VALUES};\n" + NOTES
    )
    assert recognise(document(text)).name == "results_by_group"
    (row,) = read(text).to_dict("records")
    for number, group in enumerate(BY_GROUP[groups]):
        assert {
            column: row[f"{column}_{group}"]
            for column in ("elever_ak9", "andel_alla_amnen", "andel_behoriga_yrkesprogram", "meritvarde")
        } == {
            "elever_ak9": 20 + number,
            "andel_alla_amnen": 40.5 + number,
            "andel_behoriga_yrkesprogram": 50.5 + number,
            "meritvarde": 200.5 + number,
        }
    known = {column for column in row if not column.endswith("_status")} - {"skolenhetskod", "lasar", "fil"}
    assert len(known) == 12
    assert known <= {measure.column for measure in RESULTS_BY_GROUP} | set(NUMBERS_OF_PUPILS)


def test_results_by_background_in_other_words():
    """The columns as they are listed: ``föräldrar eftergymnasial utbildning``, ``föräldrar gymnasieutbildning``."""
    header = UNIT + (
        '"Antal elever, föräldrar gymnasieutbildning";"Genomsnittligt meritvärde (16), föräldrar gymnasieutbildning";'
        '"Andel (%) behöriga till yrkesprogram, föräldrar eftergymnasial utbildning";\n'
    )
    (row,) = read(BANNER.format(title="x") + header + f"A;10000001;{ALE}20;210;90;\n").to_dict("records")
    assert row["elever_ak9_foraldrar_gymnasial"] == 20
    assert row["meritvarde_foraldrar_gymnasial"] == 210
    assert row["andel_behoriga_yrkesprogram_foraldrar_eftergymnasial"] == 90


def test_results_by_background_where_two_columns_are_one_group():
    header = two_rows(GROUPS).replace(GROUPS[1], GROUPS[0])
    with pytest.raises(InputError, match="mean the same"):
        read(BANNER.format(title="x") + header + f"A;10000001;{ALE}{VALUES};\n")


def graded(groups):
    upper = ";" * 7 + ";".join(";".join([group] * 2) for group in groups)
    figures = "Antal elever;Genomsnittligt meritvärde (17 ämnen);" * len(groups)
    values = "".join(f"5{n};25{n};" for n in range(len(groups)))
    return BANNER.format(title="Slutbetyg") + f"{upper};\n{UNIT}{figures}\nA;10000001;{ALE}{values}\n"


def test_grades_of_several_groups_count_those_of_all_pupils():
    table = read(graded(["Samtl. elever, exklusive nyinvandrade och med okänd bakgr.", "Samtliga elever"]))
    assert table[["elever_ak9", "meritvarde"]].to_numpy().tolist() == [[51, 251]]


@pytest.mark.parametrize("group", ["Elever, exklusive nyinvandrade", "Flickor", "Nyinvandrade elever"])
def test_grades_of_some_pupils_alone_are_not_taken_for_those_of_all(group):
    with pytest.raises(InputError, match=f"its results are of '{group}', not of all pupils") as caught:
        read(graded([group]), "grades.csv")
    assert caught.value.message.values["file"] == "grades.csv"


@pytest.mark.parametrize(
    "title",
    [
        "Slutbetyg årskurs 9, exklusive nyinvandrade och elever med okänd bakgrund",
        "Slutbetyg årskurs 9, exkl. nyinvandrade",
        "Slutbetyg årskurs 9, flickor",
        "Slutbetyg årskurs 9, elever med svensk bakgrund",
    ],
)
def test_a_title_of_some_pupils_alone_is_not_taken_for_all(title):
    table = f"{UNIT}Antal elever;Genomsnittligt meritvärde (17 ämnen);\nA;10000001;{ALE}50;250;\n"
    assert read(BANNER.format(title="Slutbetyg årskurs 9, samtliga elever") + table)["meritvarde"].tolist() == [250]
    with pytest.raises(InputError, match=f"its results are of 'Grundskola - {title}', not of all pupils"):
        read(BANNER.format(title=title) + table)


@pytest.mark.parametrize(
    ("passed", "eligible", "merit"),
    [
        ("Andel som uppnått kunskapskraven i alla ämnen", "Andel (%) behörig yrkesprog.", "(17)"),
        ("Andel (%) som uppnått kunskapskraven i alla ämnen", "Andel elever behöriga till yrkesprogram", "(16 ämnen)"),
        (
            "Andel (%) elever som uppfyllt betygskriterierna i alla ämnen",
            "Andel (%) elever behöriga till yrkesprog.",
            "(17 ämnen)",
        ),
    ],
)
def test_final_grades_in_the_wordings_of_all_years(passed, eligible, merit):
    header = f"Antal elever;{passed};{eligible};Genomsnittligt meritvärde {merit};"
    table = read(BANNER.format(title="Slutbetyg") + f"{UNIT}{header}\nA;10000001;{ALE}25;96,0;~100;274,2;\n")
    columns = ["elever_ak9", "andel_alla_amnen", "andel_behoriga_yrkesprogram", "meritvarde"]
    assert table[columns].to_numpy().tolist() == [[25, 96, 100, 274.2]]


COMMUTING = (
    "Kommun;Kommun-kod;Län;Läns-kod;Folkbokförda elever;Antal skolor, kom;Antal skolor, ensk;Studerande, kom;"
    'Studerande, ensk;"Folkbokf. stud.,\n kom";Folkbokf. stud., ensk;Inpendling, kom;Inpendling, ensk;Utpendling, kom;'
    "Utpendling, ensk;\n"
)
ALE_ROW = "Ale;1440;Västra Götalands län;14;4 100;12;1;3 900;260;3 850;..;50;10;180;.;\n"


def commuting(text, title="Pendling mellan hem- och skolkommun per typ av huvudman", name="p.csv"):
    return document(BANNER.format(title=title) + text, name)


def test_commuting_belongs_to_no_input_of_a_study():
    with pytest.raises(InputError, match="which no study is made from"):
        sort_file([commuting(COMMUTING + ALE_ROW + ALE_ROW + NOTES)], NOTHING_OWN)


def test_commuting_is_a_table_of_municipalities():
    file = commuting(COMMUTING + ALE_ROW + ALE_ROW + NOTES)
    assert recognise(file).name == "commuting"
    (row,) = read_commuting([file]).to_dict("records")
    assert (row["kommunkod"], row["lasar"], row["skolform"]) == ("1440", "2024/25", "GR")
    assert (row["folkbokforda"], row["elever_enskilda"], row["inpendling_kommunala"]) == (4100, 260, 50)
    assert math.isnan(row["folkbokforda_enskilda"])
    assert (row["folkbokforda_enskilda_status"], row["utpendling_enskilda_status"]) == ("dold", "saknas")


def test_commuting_of_both_levels():
    upper = document(BANNER.format(title="Pendling").replace("Grundskola", "Gymnasieskola") + COMMUTING + ALE_ROW, "g")
    table = read_commuting([commuting(COMMUTING + ALE_ROW), upper])
    assert table["skolform"].tolist() == ["GR", "GY"]


@pytest.mark.parametrize(
    ("old", "new", "match"),
    [
        ("Grundskola - ", "Grundsärskola - ", "row 3: 'Grundsärskola - Pendling' is of another kind of school"),
        ("Grundskola - ", "", "does not say whether it is of compulsory or upper secondary school"),
        (ALE_ROW, "", "no municipalities below it. Skolverket gives an empty table"),
        (
            ALE_ROW,
            ALE_ROW + ALE_ROW.replace(";180;", ";181;"),
            r"municipality 1440 different figures .*utpendling_kommunala",
        ),
        (";1440;", ";144;", "'144' is not a municipality code"),
        (";180;", ";18,5;", "'18,5' is not possible"),
        (";180;", ";-18;", "'-18' is not possible"),
        ("Valt läsår: 2024/25", "", "does not say its school year"),
    ],
)
def test_a_wrong_table_of_commuting(old, new, match):
    text = BANNER.format(title="Pendling") + COMMUTING + ALE_ROW
    assert old in text
    with pytest.raises(InputError, match=match):
        read_commuting([document(text.replace(old, new))])


def test_commuting_holds_no_results():
    with pytest.raises(InputError, match=r"holds Skolverket's commuting .*, not the results"):
        read_results([commuting(COMMUTING + ALE_ROW)])


@pytest.mark.parametrize(
    ("text", "match", "row"),
    [
        (
            "Kommun;Kommun-kod;Län;Läns-kod;Typ av huvudman;Antal elever;Genomsnittligt meritvärde (17);\nAle;1440;",
            "row 6: there is no column 'Skol-enhetskod'; its rows are municipalities, counties or operators",
            6,
        ),
        ("Kommun;Något;\n", "is an export of Skolverket without a table that this plugin knows", None),
        ("", "Skolverket gives an empty table for a year that it has not published", None),
    ],
)
def test_another_export_says_why_it_is_not_read(text, match, row):
    with pytest.raises(InputError, match=match) as caught:
        read(BANNER.format(title="Slutbetyg") + text, "kommuner.csv")
    assert caught.value.message.values["file"] == "kommuner.csv"
    assert caught.value.message.values.get("row") == row
