"""Real tables in other letters, encodings and delimiters: the same table, or a refusal; never others without a word."""

from __future__ import annotations

import csv
import io
import unicodedata

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers import recognise
from segregation_plugin.readers.described import described
from segregation_plugin.readers.document import Document

# The real tables: where each is chosen, and what stands between its cells.
TABLES = {
    "karlstad_tab6586_2024.csv": (recognise.index_parts, ","),
    "omradestyp_2022_export.csv": (recognise.index_parts, ","),
    "schools.csv": (recognise.school_parts, ","),
    "slutbetyg_ak9_2025.csv": (recognise.result_parts, ";"),
    "karlstad_tab6574_2025.csv": (
        recognise.population_parts,
        ",",
    ),
}
FORMS = ("NFC", "NFD")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman", "cp850")
# Encodings that a program has taken another for, before it wrote UTF-8.
MISTAKEN = ("", "cp1252", "latin-1", "mac_roman", "cp850", "ascii")
LINES = 60


@pytest.fixture(scope="module")
def texts(demo):
    """The first lines of each table; of the export with its notes, since they say what it holds."""
    found = {}
    for name in TABLES:
        lines = (demo / name).read_text(encoding="utf-8-sig").splitlines(keepends=True)
        notes = next((place for place, line in enumerate(lines) if line.startswith('"Delegationen')), len(lines))
        found[name] = "".join(lines[:LINES] + lines[notes:])
    return found


def written(text: str, delimiter: str, other: str, decimal_comma: bool) -> str:
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    if decimal_comma:
        rows = [[comma(cell) for cell in row] for row in rows]
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=other).writerows(rows)
    return made.getvalue()


def comma(cell: str) -> str:
    return cell.replace(".", ",") if cell.replace(".", "", 1).isdigit() else cell


def read(name: str, data: bytes) -> tuple[pd.DataFrame, str]:
    (part,) = TABLES[name][0]([Document(name, data)])
    return part.table, str(described([part])[0])


@settings(max_examples=150)
@given(
    name=st.sampled_from(list(TABLES)),
    form=st.sampled_from(FORMS),
    encoding=st.sampled_from(ENCODINGS),
    mistaken=st.sampled_from(MISTAKEN),
    delimiter=st.sampled_from(",;\t"),
    decimal_comma=st.booleans(),
)
def test_the_same_table_or_a_word(texts, name, form, encoding, mistaken, delimiter, decimal_comma):
    original, own_delimiter = texts[name], TABLES[name][1]
    expected, _ = read(name, original.encode())
    text = unicodedata.normalize(form, written(original, own_delimiter, delimiter, decimal_comma))
    # What an encoding lacks, a program writes as a question mark.
    data = text.encode(encoding, errors="replace")
    if mistaken:
        data = data.decode(mistaken, errors="replace").encode()
    try:
        found, said = read(name, data)
    except InputError as error:
        assert name in str(error)
        return
    changed = found.drop(columns="rad", errors="ignore").compare(expected.drop(columns="rad", errors="ignore"))
    assert changed.empty or "letters are lost" in said or lost(changed)


def lost(changed: pd.DataFrame) -> bool:
    """Whether texts alone differ, and by letters that the encoding lacks: ``?`` is in the file itself."""
    return all("?" in str(text) for text in changed.xs("self", axis=1, level=1).stack().dropna())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac_roman"])
@pytest.mark.parametrize("name", TABLES)
def test_the_usual_ways_give_the_same_table(texts, name, form, encoding):
    if form == "NFD" and encoding != "utf-8":
        form = "NFC"  # no other encoding has the marks
    text = unicodedata.normalize(form, texts[name])
    found, said = read(name, text.encode(encoding, errors="replace"))
    pd.testing.assert_frame_equal(found, read(name, texts[name].encode())[0])
    assert "letters" not in said
