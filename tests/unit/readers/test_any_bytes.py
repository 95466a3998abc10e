"""Whatever bytes a file holds, reading it ends in a table or in a message."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segregation_plugin.domain.messages import SegregationError
from segregation_plugin.readers import recognise
from segregation_plugin.readers.document import Document

DEMO = Path(__file__).parents[3] / "resources" / "demo"
LENGTH = 4_000  # bytes of each real file: enough for its header and its first rows
FILES = (
    "omradestyp_2023_export.csv",
    "karlstad_tab6586_2024.csv",
    "koppling-deso2018-regso2020.csv",
    "schools.csv",
    "slutbetyg_ak9_2025.csv",
    "statistics_gr_2024_25.json",
)
READERS = (recognise.read_index, recognise.read_schools, recognise.read_results)
# What spreadsheets, editors and transfers put into files.
SPLICES = (
    *(b";", b",", b"\t", b'"', b"\r", b"\n", b"\x00", b"\xff", b"\xef\xbb\xbf", b"..", b"~", b"1e999", b"NaN", b"0"),
    *("\u200f\u202e".encode(), "\u2028".encode(), b"=1+1", b"{", b"]", b"null", b"2023", b"0114R001", b"\xe5"),
)


@cache
def beginning(name: str) -> bytes:
    return (DEMO / name).read_bytes()[:LENGTH]


def read(name: str, data: bytes) -> None:
    for reader in READERS:
        read_by(reader, Document(name, data))


def read_by(reader: Callable[[list[Document]], object], document: Document) -> None:
    try:
        reader([document])
    except SegregationError as error:
        assert document.name in str(error) or "Choose at least one file" in str(error)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(data):
    read("any_2023.csv", data)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=';,\t\n"0123456789R.~-()abåÅ {}[]:', max_size=300))
def test_any_text(text):
    read("any_2023.csv", text.encode())


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_real_file_cut_and_spliced(name, data):
    whole = beginning(name)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(whole)))
        gone = data.draw(st.integers(0, 40))
        whole = whole[:place] + data.draw(st.sampled_from(SPLICES)) + whole[place + gone :]
    read(name, whole)
