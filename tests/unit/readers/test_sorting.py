"""Which input of a study a file belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest

from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers.document import Document
from segregation_plugin.readers.recognise import NOTHING_OWN
from segregation_plugin.readers.sorting import sort_file

DEMO = Path(__file__).parents[3] / "resources" / "demo"


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("karlstad_tab6586_2024.csv", "index"),
        ("koppling-deso2018-regso2020.csv", "index"),
        ("schools.csv", "schools"),
        ("statistics_gr_2024_25.json", "results"),
        ("karlstad_tab6574_2025.csv", "population"),
    ],
)
def test_a_file_goes_where_it_belongs(name, use):
    found = sort_file([Document(name, (DEMO / name).read_bytes())], NOTHING_OWN)
    assert found.use == use
    (part,) = found.parts
    assert len(part.table)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a;b\n1;2\n", "of no kind this plugin knows"),
        ("regsokod,år,områdestyp\n1440R001,2022,9\n", "row 2"),
        ("", "empty"),
    ],
)
def test_what_is_not_understood_is_refused(text, says):
    with pytest.raises(InputError) as error:
        sort_file([Document("fil.csv", text.encode())], NOTHING_OWN)
    assert says in str(error.value)
    assert "fil.csv" in str(error.value)
