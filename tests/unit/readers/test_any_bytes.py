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
    "karlstad_tab6574_2025.csv",
    "koppling-deso2018-regso2020.csv",
    "schools.csv",
    "slutbetyg_ak9_2025.csv",
    "statistics_gr_2024_25.json",
)
# Small files of formats that the demo data have not, to begin from.
SMALL = {
    "pivot": "region;tabellinnehåll;år;värde\n0114R001;Områdestyp;2023;3\n0114R002;Områdestyp;2023;..\n",
    "json_stat": '{"class":"dataset","id":["Region","ContentsCode","Tid"],"size":[1,1,2],'
    '"role":{"geo":["Region"],"metric":["ContentsCode"],"time":["Tid"]},"dimension":{"Region":{"category":{"index":{"0114R001":0}}},"ContentsCode":'
    '{"category":{"index":["000008IU"]}},"Tid":{"category":{"index":["2022","2023"]}}},'
    '"value":[3,null],"status":{"1":".."}}',
    "pxweb": '{"columns":[{"code":"Region","type":"d"},{"code":"Tid","type":"t"},{"code":"000008IU","type":"c"}],'
    '"data":[{"key":["0114R001","2023"],"values":["3"]},{"key":["0114R002","2023"],"values":[".."]}]}',
    "px": 'CHARSET="ANSI";\nSTUB="region";\nHEADING="tabellinnehåll","år";\nVALUES("region")="0114R001";\n'
    'VALUES("tabellinnehåll")="Områdestyp";\nVALUES("år")="2022","2023";\nDATA=3 "..";\n',
    "register": '{"data":{"schoolUnitCode":"10000001","attributes":{"displayName":"A","addresses":[]}}}',
}
READERS = (recognise.read_index, recognise.read_schools, recognise.read_results, recognise.read_population)
# What spreadsheets, editors and transfers put into files.
SPLICES = (
    *(b";", b",", b"\t", b'"', b"\r", b"\n", b"\x00", b"\xff", b"\xef\xbb\xbf", b"..", b"~", b"1e999", b"NaN", b"0"),
    *("\u200f\u202e".encode(), "\u2028".encode(), b"=1+1", b"{", b"]", b"null", b"2023", b"0114R001", b"\xe5"),
)


@cache
def beginning(name: str) -> bytes:
    if name in SMALL:
        return SMALL[name].encode()
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


@pytest.mark.parametrize("name", [*FILES, *SMALL])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_real_file_cut_and_spliced(name, data):
    whole = beginning(name)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(whole)))
        gone = data.draw(st.integers(0, 40))
        whole = whole[:place] + data.draw(st.sampled_from(SPLICES)) + whole[place + gone :]
    read(name, whole)
