"""SCB's export from the web page: areas by name, a column a year, footnotes below."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import document

from segregation_plugin.domain.columns import INDEX_VALUES
from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.document import Document
from segregation_plugin.readers.index_checks import COLUMNS
from segregation_plugin.readers.index_tables import last_updated, read_export
from segregation_plugin.readers.recognise import recognise

TYPES = "Område,2022,2023\nAle (Bohus),3,4\nAle (Nol),2,..\n"
FOOTNOTES = ',\n"A footnote, about (everything) 2023.",\n2023-03-29: Tabellen är korrigerad.,\n,\nKälla:,\nSCB,\n,\n'


def values(table, column):
    return {(row.omrade, row.index_ar): getattr(row, column) for row in table.dropna(subset=[column]).itertuples()}


@pytest.mark.parametrize(
    ("name", "year", "counts"),
    [
        ("omradestyp_2022_export.csv", 2022, {1: 160, 2: 289, 3: 855, 4: 1770, 5: 289}),
        ("omradestyp_2023_export.csv", 2023, {1: 162, 2: 293, 3: 835, 4: 1781, 5: 292}),
    ],
)
def test_the_real_exports(demo_file, name, year, counts):
    table = read_export(demo_file(name))
    assert tuple(table.columns) == COLUMNS
    assert Counter(table["omradestyp"]) == counts
    assert set(table["index_ar"]) == {year}
    assert table["omrade"].is_unique
    assert table["regsokod"].isna().all()
    assert table[list(INDEX_VALUES)].isna().all(axis=None)
    assert set(table["fil"]) == {name}
    assert table["rad"].tolist() == list(range(2, 3365))
    assert set(table["uppdaterad"]) == {last_updated(demo_file(name))} == {"20250131 08:00"}
    assert recognise(demo_file(name)).name == "index_export"


def test_several_years_and_markers():
    table = read_export(document(TYPES))
    assert values(table, "omradestyp") == {("Ale (Bohus)", 2022): 3, ("Ale (Bohus)", 2023): 4, ("Ale (Nol)", 2022): 2}
    assert len(table) == 4


def test_the_index_by_name():
    table = read_export(document("Område;2023\nAle (Bohus);4,0\nAle (Nol);12,5\n"))
    assert values(table, "socioekonomiskt_index") == {("Ale (Bohus)", 2023): 4.0, ("Ale (Nol)", 2023): 12.5}
    assert table["omradestyp"].isna().all()


@cache
def as_it_is():
    return values(read_export(document(TYPES)), "omradestyp")


@pytest.mark.parametrize("header", [",2022,2023", '"",2022,2023', "Område,2022,2023", "region,2022,2023"])
@pytest.mark.parametrize("title", ["", "Områdestyp efter region och år\n", "Områdestyp efter region och år\n\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_form_of_the_export_gives_the_same(header, title, encoding, delimiter, newline):
    text = title + header + TYPES[TYPES.index("\n") :] + FOOTNOTES
    text = text.replace(",", delimiter).replace("\n", newline)
    assert values(read_export(document(text, encoding=encoding)), "omradestyp") == as_it_is()


def test_areas_by_code():
    table = read_export(document("Region,2023\n0114R001 Bollstanäs,4\n0114R002_RegSO2025,3\n"))
    assert table["regsokod"].tolist() == ["0114R001", "0114R002"]
    assert table["omrade"].isna().all()


@pytest.mark.parametrize("broken", ["\n", ",\n", "Ale (Älvängen),\n", ",3\n", "A note\n"])
def test_an_export_that_is_interrupted_loses_no_row_silently(broken):
    text = "Område,2023\nAle (Bohus),4\n" + broken + "Ale (Nol),3\n" + FOOTNOTES
    read = refusal = None
    try:
        read = read_export(document(text, "a.csv"))["omrade"].tolist()
    except InputError as error:
        refusal = error.message.values
    if broken.strip(",\n"):
        assert refusal is not None
        assert (refusal["file"], refusal["row"]) == ("a.csv", 3)
    elif read is None:
        assert refusal["row"] in (3, 4)
    else:
        assert read == ["Ale (Bohus)", "Ale (Nol)"]


def test_footnotes_are_no_areas():
    table = read_export(document(TYPES + FOOTNOTES))
    assert set(table["omrade"]) == {"Ale (Bohus)", "Ale (Nol)"}


UNIT = ",\nSort:,\n{unit},\n,\nDatatyp:,\nStock,\n"


@pytest.mark.parametrize(
    ("value", "unit", "column"),
    [
        ("4", "områdestyp", "omradestyp"),
        ("4", "Områdestyp", "omradestyp"),
        ("4", "index", "socioekonomiskt_index"),
        ("7", "index", "socioekonomiskt_index"),
        ("4.0", "index", "socioekonomiskt_index"),
        ("4.5", "index", "socioekonomiskt_index"),
        ("4", None, "omradestyp"),
        ("4.0", "områdestyp", "omradestyp"),
        ("4.0", None, "omradestyp"),
        ('"7,5"', None, "socioekonomiskt_index"),
    ],
)
def test_a_whole_index_is_no_area_type(value, unit, column):
    text = f"Område,2023\nAle (Bohus),{value}\n" + (UNIT.format(unit=unit) if unit else "")
    table = read_export(document(text))
    assert values(table, column) == {("Ale (Bohus)", 2023): float(value.strip('"').replace(",", "."))}
    assert table[["omradestyp", "socioekonomiskt_index"]].notna().sum().sum() == 1


@pytest.mark.parametrize("unit", ["procent", "antal", "Procent"])
def test_a_share_is_no_index(unit):
    with pytest.raises(InputError, match=r"a\.csv holds .*neither area types nor the index") as caught:
        read_export(document("Område,2023\nAle (Bohus),12.5\n" + UNIT.format(unit=unit), "a.csv"))
    assert caught.value.message.values == {"file": "a.csv", "unit": unit}


@pytest.mark.parametrize(
    ("text", "match", "where"),
    [
        (
            "Område,2023\nAle (Bohus),7\n",
            r"area type 7 does not exist \(area Ale \(Bohus\)\)",
            {"row": 2, "value": "7"},
        ),
        ("Område,2023\nAle (Bohus),4\nAle (No", "the row ends before the last column", {"row": 3}),
        ("Område,2023\nAle (Bohus),0\n", "area type 0 does not exist", {"row": 2}),
        ("Område,2023\nAle (Bohus),4.5\nAle (Nol),114.0\n", "114 is no value of the", {"row": 3, "value": "114"}),
        ("Område,2023\nAle (Bohus),-4.5\n", "is no value of the socioeconomic index", {"row": 2}),
        ("Område,2023\nAle (Bohus),4\nAle (Nol),four\n", "'four' is not a number", {"row": 3, "column": "2023"}),
        ("Region,2023\n114R001,4\n", r"has lost its leading zero \(0114R001\).*Import .* as text", {"row": 2}),
        ("Region,2023\n0114C1010,4\n", "The table must be by RegSO", {"row": 2, "text": "0114C1010"}),
        ("Region,2023\n0114 Upplands Väsby (kommun),4\n", "The table must be by RegSO", {"row": 2}),
        ("Region,2023\nRiket,4\n", "The table must be by RegSO", {"row": 2, "text": "Riket"}),
        ("Område,2023\n", "no areas below it. Export the table again", {}),
        ("Område,2023\n" + FOOTNOTES, "no areas below it", {}),
        ("Område,2023\nAle (Bohus),..\n", "only markers such as '..'. Choose other years", {}),
        ("Område,Värde\nAle (Bohus),4\n", "no header row with years", {}),
        ("Område,2023\nAle (Bohus),4,5\nAle (Nol),12,3\n", "more cells than the header", {"row": 2}),
    ],
)
def test_a_wrong_export_is_refused_with_place_and_advice(text, match, where):
    with pytest.raises(InputError, match=match) as caught:
        read_export(document(text, "a.csv"))
    found = caught.value.message.values
    assert {"file": "a.csv", **where}.items() <= found.items()
    assert "a.csv" in str(caught.value)


NAMES = st.from_regex(r"[A-ZÅÄÖ][a-zåäö]{1,8} \([A-ZÅÄÖ][a-zåäö ,;-]{1,12}[a-z]\)", fullmatch=True)


@given(st.dictionaries(NAMES, st.integers(1, 5), min_size=1, max_size=30), st.sampled_from(["", FOOTNOTES]))
def test_what_is_written_is_read(areas, below):
    body = "".join(f'"{name}",{kind}\n' for name, kind in areas.items())
    table = read_export(document("Område,2023\n" + body + below))
    assert dict(zip(table["omrade"], table["omradestyp"])) == areas


@settings(max_examples=25)
@given(data=st.data())
def test_an_export_cut_off_anywhere_keeps_its_rows_or_is_refused(demo_file, data):
    whole = demo_file("omradestyp_2023_export.csv").data
    cut = whole[: data.draw(st.integers(10, len(whole)))]
    lines = cut.count(b"\n")
    refusal, rows = "cut.csv", None
    try:
        rows = len(read_export(Document("cut.csv", cut)))
    except InputError as error:
        refusal = str(error)
    assert "cut.csv" in refusal
    # The header is no area, and the last line may end anywhere.
    assert rows is None or rows == 3363 or lines - 1 <= rows <= lines
