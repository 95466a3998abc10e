"""The index joined to areas, and what did not match: nothing is lost without being said."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import document, squares

from segregation_plugin.analysis.areas import matching, names
from segregation_plugin.domain import findings as kinds
from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.recognise import read_index

SETS = [names.NameSet(names.KEY_DATE, {"Ale (Nol)": "1440R001", "Ale (Bohus)": "1440R002"})]


def read(*texts):
    return read_index([document(text, f"{number}.csv") for number, text in enumerate(texts, start=1)])[0]


def by_code(*rows):
    return "regsokod,index_ar,omradestyp,index\n" + "".join(f"{row}\n" for row in rows)


def kinds_of(found):
    return Counter(finding.kind for finding in found)


@pytest.fixture(scope="module")
def coded(index, reference):
    return matching.with_codes(index, names.name_sets(reference.regso_names, reference.changes))


@pytest.fixture(scope="module")
def changed(reference):
    return matching.border_changes(reference.changes)


def test_border_changes_between_the_versions(changed):
    assert len(changed) == 288
    assert len({code[:4] for code in changed}) == 99
    assert {"2584R001", "2523R011"} <= changed


def test_a_rename_or_an_extension_into_the_sea_is_no_border_change(reference):
    harmless = reference.changes["change"].isin(("Namnändrad (ej kodändrad)", "Utvidgas till territorialvattnet"))
    assert harmless.sum() == 194
    assert matching.border_changes(reference.changes[harmless]) == set()


@pytest.mark.parametrize(
    ("year", "counts"),
    [
        (2022, {1: 160, 2: 289, 3: 855, 4: 1769, 5: 289}),
        (2023, {1: 162, 2: 293, 3: 835, 4: 1780, 5: 292}),
    ],
)
def test_the_2025_layer_with_the_types_of_the_2020_version(areas, coded, changed, year, counts):
    matched = matching.join(areas, coded.table, year, changed)
    table = matched.table
    assert Counter(table["omradestyp"].dropna()) == counts
    assert table.loc[table["matchning"] == matching.WITHOUT_VALUE, "regsokod"].tolist() == ["2523R011"]
    assert set(table["matchning"]) == {matching.BY_NAME, matching.WITHOUT_VALUE}
    assert table["regsokod"].tolist() == areas["regsokod"].tolist()
    without_area = [finding for finding in matched.findings if finding.kind == kinds.WITHOUT_AREA]
    assert [(found.code, found.name, str(found.details)) for found in without_area] == [
        ("2584R001", "Bolaget", "area type 4")
    ]
    assert table["grans_andrad"].sum() == 287
    assert set(table.loc[table["grans_andrad"] == 1, "regsokod"]) == changed - {"2584R001"}
    assert kinds_of(matched.findings)[kinds.BORDER_CHANGED] == 287


@pytest.mark.parametrize(
    ("version", "year", "found"),
    [
        ("2025_v2", 2022, (287, 3363, "2025", "2020")),
        ("2025_v2", 2023, (287, 3363, "2025", "2020")),
        ("2025_v2", 2024, None),
        ("2020_v3", 2024, (287, 3363, "2020", "2025")),
        ("2020_v3", 2023, None),
    ],
)
def test_how_many_areas_have_other_borders_is_known_beforehand(areas, changed, version, year, found):
    codes = areas[["regsokod"]].assign(version=version)
    assert matching.other_borders(codes, year, changed) == (found and matching.OtherBorders(*found))


@pytest.mark.parametrize(("year", "index"), [(2023, "2020"), (2024, "2025")])
def test_areas_of_an_unknown_version_may_have_other_borders(changed, year, index):
    codes = pd.DataFrame({"regsokod": ["2584R002", "2584R002", "1780R001", "2523R010"]})
    expected = codes["regsokod"].drop_duplicates().isin(changed).sum()
    found = matching.other_borders(codes, year, changed)
    assert found == matching.OtherBorders(expected, 3, None, index)


@pytest.mark.parametrize(
    ("code", "kind"),
    [("2510R001", 3), ("2510R002", 4), ("2481R003", 4), ("2481R005", 2), ("1275R002", 1), ("1275R005", 3)],
)
def test_areas_that_exchanged_names_have_the_type_of_their_code(areas, coded, code, kind):
    table = matching.join(areas, coded.table, 2023, set()).table.set_index("regsokod")
    assert table.loc[code, "omradestyp"] == kind


def test_karlstad_2024_on_its_own_version(areas, coded, changed):
    matched = matching.join(areas, coded.table, 2024, changed)
    table = matched.table
    known = table[table["matchning"] == matching.BY_CODE]
    assert len(known) == 31
    assert known["socioekonomiskt_index"].notna().all()
    assert table["grans_andrad"].sum() == 0
    assert kinds_of(matched.findings) == {kinds.WITHOUT_VALUE: 3363 - 31}


@pytest.mark.parametrize(
    ("codes", "version", "expected"),
    [
        (["0114R001"], ["2025_v2"], "2025"),
        (["0114R001"], ["2020_v3"], "2020"),
        (["2523R011"], None, "2025"),
        (["2584R001"], None, "2020"),
        (["0114R001"], None, None),
        (["0114R001"], [None], None),
        (["2584R001"], [None], "2020"),
    ],
)
def test_the_version_of_a_layer(codes, version, expected):
    table = pd.DataFrame({"regsokod": codes})
    assert matching.layer_version(table if version is None else table.assign(version=version)) == expected


def test_a_layer_of_the_index_version_has_no_border_changes(changed):
    code = min(changed)
    areas = squares([code]).assign(version="2020_v3")
    index = read(by_code(f"{code},2023,4,", f"{code},2024,4,"))
    coded = matching.with_codes(index, SETS).table
    assert matching.join(areas, coded, 2023, changed).table["grans_andrad"].tolist() == [0]
    assert matching.join(areas, coded, 2024, changed).table["grans_andrad"].tolist() == [1]


def test_names_become_codes_and_say_how():
    matched = matching.with_codes(read("Område,2023\nAle (Nol),4\nAle (Nowhere),3\n"), SETS)
    assert matched.table[["regsokod", "regsonamn", "omradestyp", "matchning"]].to_numpy().tolist() == [
        ["1440R001", "Nol", 4, matching.BY_NAME]
    ]
    assert [(found.kind, found.code, found.name) for found in matched.findings] == [
        (kinds.NAME_SET, "2023", "1.csv"),
        (kinds.NAME_UNKNOWN, "2023", "Ale (Nowhere)"),
    ]
    assert str(matched.findings[0].details) == f"1 of 2 names follow the RegSO names of {names.KEY_DATE}"


def test_a_type_file_and_an_index_file_complete_each_other():
    matched = matching.with_codes(read("Område,2023\nAle (Nol),4\n", by_code("1440R001,2023,,5.5")), SETS)
    assert matched.table[["omradestyp", "socioekonomiskt_index"]].to_numpy().tolist() == [[4, 5.5]]
    assert kinds_of(matched.findings) == {kinds.NAME_SET: 1}


def test_the_same_value_twice_is_a_duplicate():
    matched = matching.with_codes(read(by_code("1440R001,2023,4,5.5"), by_code("1440R001,2023,4,5.5")), SETS)
    assert len(matched.table) == 1
    assert [(f.kind, f.code, str(f.details)) for f in matched.findings] == [
        (kinds.DUPLICATE_VALUE, "1440R001", "2 times for 2023 (rows: 1.csv 2; 2.csv 2)")
    ]


@pytest.mark.parametrize(
    ("texts", "first", "second", "column"),
    [
        ((by_code("1440R001,2023,4,", "1440R001,2023,3,"),), ("1.csv", 2, 4), ("1.csv", 3, 3), "omradestyp"),
        ((by_code("1440R001,2023,4,"), "Område,2023\nAle (Nol),3\n"), ("1.csv", 2, 4), ("2.csv", 2, 3), "omradestyp"),
        (
            (by_code("1440R001,2023,,5.5"), by_code("1440R002,2023,,1.5", "1440R001,2023,,5.6")),
            ("1.csv", 2, 5.5),
            ("2.csv", 3, 5.6),
            "socioekonomiskt_index",
        ),
    ],
)
def test_two_values_for_an_area_name_both_places(texts, first, second, column):
    with pytest.raises(InputError, match=r"1440R001 has two values of .*Choose the file that is right") as caught:
        matching.with_codes(read(*texts), SETS)
    values = caught.value.message.values
    assert (values["code"], values["year"], values["column"]) == ("1440R001", 2023, column)
    assert (values["first_file"], values["first_row"], values["first"]) == first
    assert (values["second_file"], values["second_row"], values["second"]) == second


EXPORT = "Område,2023\nAle (Nol),{value}\nSenaste uppdatering:,\n{updated},\n"
PX_FILE = (
    'CHARSET="ANSI";LAST-UPDATED="{updated}";CONTENTS="Områdestyp";STUB="region";HEADING="år";'
    'VALUES("region")="1440R001";VALUES("år")="2023";DATA={value};'
)


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (
            (EXPORT.format(value=4, updated="20250131 08:00"), PX_FILE.format(value=3, updated="20240131 08:00")),
            (
                "4 (1.csv, row 2, last updated 2025-01-31) and 3 (2.csv, row 1, last updated 2024-01-31). "
                "2.csv is the older one: leave it out."
            ),
        ),
        (
            (PX_FILE.format(value=3, updated="20240131 08:00"), EXPORT.format(value=4, updated="20250131 08:00")),
            "1.csv is the older one: leave it out.",
        ),
        (
            (EXPORT.format(value=4, updated="20250131 08:00"), PX_FILE.format(value=3, updated="20250131 09:30")),
            (
                "4 (1.csv, row 2, last updated 2025-01-31) and 3 (2.csv, row 1, last updated 2025-01-31). "
                "Choose the file that is right."
            ),
        ),
        (
            (EXPORT.format(value=4, updated="20250131 08:00"), by_code("1440R001,2023,3,")),
            "4 (1.csv, row 2, last updated 2025-01-31) and 3 (2.csv, row 2). Choose the file that is right.",
        ),
    ],
)
def test_of_two_values_the_older_file_is_named(texts, words):
    with pytest.raises(InputError) as caught:
        matching.with_codes(read(*texts), SETS)
    assert words in str(caught.value)


def test_values_of_two_years_do_not_disagree():
    table = matching.with_codes(read(by_code("1440R001,2022,4,", "1440R001,2023,3,")), SETS).table
    assert dict(zip(table["index_ar"], table["omradestyp"])) == {2022: 4, 2023: 3}


def test_everything_that_does_not_match_is_found():
    areas = squares(["1440R002", "1440R001", "1440R001", "1440R009"]).assign(version="2025_v2")
    index = matching.with_codes(read(by_code("1440R001,2023,4,", "1440R002,2023,,5.5", "1440R003,2023,,1.5")), SETS)
    matched = matching.join(areas, index.table, 2023, {"1440R002"})
    assert [(f.kind, f.code, str(f.details)) for f in matched.findings] == [
        (kinds.WITHOUT_VALUE, "1440R009", "not in the index files"),
        (kinds.WITHOUT_AREA, "1440R003", ""),
        (kinds.DUPLICATE_AREA, "1440R001", "2 times"),
        (kinds.BORDER_CHANGED, "1440R002", ""),
    ]
    assert matched.table["omradestyp"].fillna(0).tolist() == [0, 4, 4, 0]
    assert matched.table["socioekonomiskt_index"].fillna(0).tolist() == [5.5, 0, 0, 0]
    assert matched.table["matchning"].tolist() == ["kod", "kod", "kod", "utan_varde"]


def test_a_marker_is_no_value_without_an_area():
    index = matching.with_codes(read(by_code("1440R001,2023,4,", "1440R002,2023,..,..")), SETS).table
    whole, part = (squares([code]).assign(version="2020_v3") for code in ("1440R001", "1440R002"))
    assert matching.join(whole, index, 2023, set()).findings == []
    alone = matching.join(part, index, 2023, set())
    assert [(f.kind, f.code) for f in alone.findings] == [
        (kinds.WITHOUT_VALUE, "1440R002"),
        (kinds.WITHOUT_AREA, "1440R001"),
    ]


STATUSES = ["omradestyp_status", "socioekonomiskt_index_status"]


def statuses_of(index, *codes, year=2023):
    table = matching.join(squares(list(codes)).assign(version="2020_v3"), index.table, year, set()).table
    return table[STATUSES].to_numpy().tolist()


def test_what_stands_behind_no_value_is_kept():
    markers = by_code("1440R001,2023,4,5.5", "1440R002,2023,..,.", "1440R003,2023,-,", "1440R004,2023,..,1.5")
    index = matching.with_codes(read(markers), SETS)
    codes = [f"1440R00{number}" for number in range(1, 6)]
    assert statuses_of(index, *codes) == [
        ["finns", "finns"],
        ["dold", "saknas"],
        ["saknas", "saknas"],
        ["dold", "finns"],
        ["ej_i_index", "ej_i_index"],
    ]
    matched = matching.join(squares(codes).assign(version="2020_v3"), index.table, 2023, set())
    assert [(f.code, str(f.details)) for f in matched.findings if f.kind == kinds.WITHOUT_VALUE] == [
        ("1440R002", "hidden by SCB ('..')"),
        ("1440R003", "missing in the index files"),
        ("1440R005", "not in the index files"),
    ]


@pytest.mark.parametrize("order", [1, -1])
def test_a_value_counts_before_a_marker_of_another_file(order):
    files = (by_code("1440R001,2023,4,..", "1440R002,2023,.,."), by_code("1440R001,2023,..,5.5", "1440R002,2023,..,1"))
    index = matching.with_codes(read(*files[::order]), SETS)
    assert statuses_of(index, "1440R001", "1440R002") == [["finns", "finns"], ["dold", "finns"]]
    assert not [finding for finding in index.findings if finding.kind == kinds.DUPLICATE_VALUE]


def test_a_type_file_says_nothing_of_the_index():
    index = matching.with_codes(read("Område,2023\nAle (Nol),3\nAle (Bohus),..\n"), SETS)
    assert statuses_of(index, "1440R001", "1440R002") == [["finns", "ej_i_index"], ["dold", "ej_i_index"]]


def test_markers_outside_the_life_of_a_version_hide_nothing():
    # A file's year of markers alone, beside another file that has that year for some areas.
    old = by_code("1440R001,2023,3,3.5", "1440R001,2024,..,..", "1440R002,2024,..,..")
    index = matching.with_codes(read(old, by_code("1440R001,2024,4,5.5")), SETS)
    assert statuses_of(index, "1440R001", "1440R002", year=2024) == [["finns"] * 2, ["ej_i_index"] * 2]
    # A code that one version alone has, in a year of the other.
    other = by_code("1440R001,2023,3,3.5", "2523R011,2023,..,..", "2584R001,2023,..,..")
    index = matching.with_codes(read(other), SETS)
    assert statuses_of(index, "2523R011", "2584R001") == [["ej_i_index"] * 2, ["dold"] * 2]


def test_an_index_of_other_areas_gives_no_values_but_says_so():
    index = matching.with_codes(read(by_code("1780R001,2023,4,5.5")), SETS)
    matched = matching.join(squares(["1440R001"]).assign(version="2020_v3"), index.table, 2023, set())
    assert kinds_of(matched.findings) == {kinds.WITHOUT_VALUE: 1, kinds.WITHOUT_AREA: 1}
    assert str(matched.table["omradestyp"].dtype) == "Int64"


CODES = st.integers(1, 30).map(lambda number: f"1440R{number:03}")


@given(st.lists(CODES, min_size=1, unique=True), st.dictionaries(CODES, st.integers(1, 5), min_size=1), st.randoms())
def test_every_area_and_every_value_is_matched_or_found(codes, values, random):
    rows = [f"{code},2023,{kind}," for code, kind in values.items()]
    random.shuffle(rows)
    areas = squares(codes)
    index = matching.with_codes(read(by_code(*rows)), SETS).table
    matched = matching.join(areas, index, 2023, set())
    table = matched.table
    assert dict(zip(table["regsokod"], table["omradestyp"].fillna(0))) == {c: values.get(c, 0) for c in codes}
    found = kinds_of(matched.findings)
    assert found[kinds.WITHOUT_VALUE] == len(set(codes) - set(values))
    assert found[kinds.WITHOUT_AREA] == len(set(values) - set(codes))
    again = matching.join(table, index, 2023, set())
    pd.testing.assert_frame_equal(again.table, table)
    assert again.findings == matched.findings


def test_inputs_stay_as_they_are(index, areas, reference):
    before_index, before_areas = index.copy(), areas.copy()
    coded = matching.with_codes(index, names.name_sets(reference.regso_names, reference.changes)).table
    before_coded = coded.copy()
    matching.join(areas, coded, 2023, set())
    pd.testing.assert_frame_equal(index, before_index)
    pd.testing.assert_frame_equal(areas, before_areas)
    pd.testing.assert_frame_equal(coded, before_coded)


def test_codes_given_once_stay(index, reference):
    sets = names.name_sets(reference.regso_names, reference.changes)
    once = matching.with_codes(index, sets).table
    again = matching.with_codes(once.assign(omrade=None, fil="again.csv", rad=1), sets).table
    pd.testing.assert_frame_equal(again.drop(columns=["matchning", "fil"]), once.drop(columns=["matchning", "fil"]))


def test_areas_of_two_versions_are_of_no_known_version():
    areas = squares(["0114R001", "0114R002"])
    assert matching.layer_version(areas.assign(version=["2025_v2", None])) == "2025"
    assert matching.layer_version(areas.assign(version=["2025_v2", "2020_v3"])) is None
    assert matching.layer_version(areas.assign(version=["2020_v3", "2025_v2"])) is None
