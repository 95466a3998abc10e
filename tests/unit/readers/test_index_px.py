"""The index as a PX file: the same table, or refused with what is wrong."""

from __future__ import annotations

import pandas as pd
import pytest
from index_files import OF_THE_FILE, px
from making import document

from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.recognise import read_index, recognise


@pytest.mark.parametrize("coded", [True, False])
@pytest.mark.parametrize("whole_lines", [True, False])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_px(original, coded, whole_lines, encoding):
    file = document(px(original, coded, whole_lines), "t.px", encoding)
    assert recognise(file).name == "px"
    made = read_index([file])[0].drop(columns=OF_THE_FILE)
    pd.testing.assert_frame_equal(
        made.sort_values("regsokod", ignore_index=True).assign(regsonamn=None),
        original.drop(columns=OF_THE_FILE).sort_values("regsokod", ignore_index=True).assign(regsonamn=None),
        check_dtype=False,
    )


@pytest.mark.parametrize(
    ("wrong", "match"),
    [
        (('STUB="region";', ""), "is also by tabellinnehåll|'STUB' is missing|'DATA' is missing"),
        (('VALUES("år")="2024";', ""), r"'VALUES\(\"år\"\)' is missing"),
        (('VALUES("år")="2024";', 'VALUES("år")="2023","2024";'), "'DATA' is missing, or does not fit"),
        (('HEADING="tabellinnehåll","år";', 'HEADING="tabellinnehåll";'), "'STUB' is missing"),
        (('"1780R002_RegSO2025"', ""), r"'VALUES\(\"region\"\)' is missing"),
        (("DATA=", "DATA"), "'DATA"),
        ((";\n", "\n"), "is no whole PX file"),
    ],
)
def test_a_wrong_px_is_refused(original, wrong, match):
    text = px(original, whole_lines=False)
    old, new = wrong
    assert old in text
    with pytest.raises(InputError, match=match) as caught:
        read_index([document(text.replace(old, new) if old != ";\n" else text.rstrip(";\n"), "t.px")])
    assert "t.px" in str(caught.value)
