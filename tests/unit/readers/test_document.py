"""Whatever is in a file, it is a table or a message that names the file and what to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import document

from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.document import Document, rows_of, text_of
from segregation_plugin.readers.recognise import recognise

OTHER_KINDS = [
    (b"PK\x03\x04\x14\x00\x06\x00", "ZIP"),
    (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    (b"SQLite format 3\x00", "GeoPackage"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff\xe0", "JPEG"),
    (b"II*\x00", "TIFF"),
]


@pytest.mark.parametrize(("data", "kind"), OTHER_KINDS)
def test_another_kind_of_file_is_named(data, kind):
    with pytest.raises(InputError, match=r"Save it as CSV \(UTF-8\)") as caught:
        recognise(Document("table.csv", data + b"\x00\x01more"))
    values = caught.value.message.values
    assert values["file"] == "table.csv"
    assert kind in values["kind"]


@pytest.mark.parametrize("data", [b"", b"  \r\n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_an_empty_file(data):
    with pytest.raises(InputError, match=r"The file a\.csv is empty\. Download or export it again\."):
        recognise(Document("a.csv", data))


@pytest.mark.parametrize(
    "text", ["<!DOCTYPE html><html><body>Log in</body></html>", "\n  <html lang='sv'>", "<HTML>\n<head>"]
)
def test_a_web_page_instead_of_a_table(text):
    with pytest.raises(InputError, match=r"The file a\.csv is a web page.*Download the table itself"):
        recognise(document(text, "a.csv"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_unicode_text_as_excel_saves_it(encoding):
    with pytest.raises(InputError, match=r"a\.csv is not readable as text: it holds NUL bytes\. Save it as CSV"):
        recognise(document("Område,2023\nAle (Bohus),4\n", "a.csv", encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_encodings(encoding):
    assert text_of(document("Område € Växjö", encoding=encoding)) == "Område € Växjö"


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_a_damaged_utf_8_file_is_not_read_as_another_encoding(bom):
    data = bom + "Område,2023\nVäxjö (Öjaby),4\nÖrebro (Ådö".encode()[:-1]
    with pytest.raises(InputError, match=r"a\.csv is damaged at row 3.*Download or export it again") as caught:
        text_of(Document("a.csv", data))
    assert caught.value.message.values["row"] == 3


def test_a_byte_that_no_encoding_knows_is_no_letter():
    with pytest.raises(InputError, match=r"a\.csv is damaged at row 2"):
        text_of(Document("a.csv", b"Omr\xe5de,2023\nV\x81xj\xf6,4\n"))


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_delimiters(delimiter):
    text = "\n".join(delimiter.join(cells) for cells in (["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6"]))
    assert [row.cells for row in rows_of(document(text))] == [("a", "b", "c"), ("1", "2", "3"), ("4", "5", "6")]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_few_rows_among_many_notes(delimiter):
    table = [["Skola", "Kod", "Elever"], ["A", "10000001", "120"], ["B", "10000002", "90"]]
    notes = ["Anmärkningar; se även, enligt förordningen, nedan."] * 9 + ["Uppgifter, som döljs; visas med .."] * 5
    text = "\n".join([*(delimiter.join(cells) for cells in table), *notes])
    assert [row.cells for row in rows_of(document(text))][: len(table)] == [tuple(cells) for cells in table]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_decimal_comma_is_no_delimiter(delimiter):
    rows = rows_of(document(f"Område{delimiter}2023\nAle (Bohus){delimiter}4,5\nAle (Nol){delimiter}12,0\n"))
    assert [row.cells for row in rows[1:]] == [("Ale (Bohus)", "4,5"), ("Ale (Nol)", "12,0")]


def test_rows_know_their_line_where_lines_are_blank_and_cells_go_over_several():
    rows = rows_of(document('a,b\n\n,\n"one\ntwo",1\r\nlast,2'))
    assert [(row.line, row.cells) for row in rows] == [(1, ("a", "b")), (5, ("one\ntwo", "1")), (6, ("last", "2"))]
    assert rows[0].cell(0) == "a"
    assert rows[0].cell(7) == ""


@pytest.mark.parametrize("footnote", ["", '"A footnote, quoted"\n'])
def test_an_open_quote_does_not_swallow_the_rest_of_the_file(footnote):
    with pytest.raises(InputError, match=r"a\.csv cannot be read as a table from row 2 on.*Correct that row"):
        rows_of(document('Område,2023\n"Ale (Bohus),4\nAle (Nol),3\n' + footnote, "a.csv"))


def test_a_cell_larger_than_any_table_has():
    with pytest.raises(InputError, match=r"a\.csv cannot be read as a table from row 2 on"):
        rows_of(document("a,b\n" + "x" * 200_000 + ",1\n", "a.csv"))


@given(st.binary(max_size=300))
def test_any_bytes_are_a_known_kind_or_refused_by_name(data):
    with pytest.raises(InputError, match=r"chosen\.bin"):
        recognise(Document("chosen.bin", data))


@given(
    st.text(max_size=80),
    st.sampled_from(["Område,2023\n", "regsokod;index\n", "Skol-enhetskod;Antal elever\n", "[{", '{"10017830": {']),
)
def test_any_text_below_a_known_header_is_recognised_or_refused(text, header):
    refusal = "chosen.csv"
    try:
        recognise(document(header + text, "chosen.csv"))
    except InputError as error:
        refusal = str(error)
    assert "chosen.csv" in refusal


def test_a_workbook_of_old_or_with_a_password_says_how_to_save_it():
    with pytest.raises(InputError, match="Save it as XLSX without a password, or as CSV"):
        recognise(Document("table.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0more"))


def test_marks_that_nobody_sees_are_left_out():
    text = "\u200f0114R001\u200e,\u202a4\u202c,V\u00e4sby\ufeff\n"
    assert rows_of(document(text))[0].cells == ("0114R001", "4", "Väsby")


@pytest.mark.parametrize("text", ["a," * 5_000 + "a\n", "a\n" * 1_000_001])
def test_a_table_wider_or_longer_than_any_is_refused(text):
    with pytest.raises(InputError, match=r"file\.csv is too large to be a statistics table"):
        rows_of(document(text))
