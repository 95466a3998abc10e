"""What columns of the toolbox's outputs are called: as in a study, as the user does, or after the result beside."""

from __future__ import annotations

import pytest

from segregation_plugin.domain.measures import MEAN, Measure
from segregation_plugin.study.output_columns import columns_of_output
from segregation_plugin.study.schema import AREAS, SCHOOLS

OWN = Measure("eget_trivsel", "poäng", {"sv": "Trivsel", "en": "Well-being"}, kind=MEAN)


def titles(*names, algorithm="summarise", output="OUTPUT", own=()):
    found = columns_of_output(algorithm, output, names, own)
    return {name: column.title("en", str) for name, column in found.items()}


def test_columns_of_a_study_are_called_as_in_a_study():
    of_areas = titles("regsokod", "kommunnamn", "omradestyp", "grans_andrad", algorithm="joinindex")
    assert of_areas == {name: str(AREAS.of(name).label) for name in of_areas}
    of_schools = titles("skolenhetskod", "namn", "omradestyp", "elever", algorithm="locateschools")
    assert of_schools == {name: str(SCHOOLS.of(name).label) for name in of_schools}


@pytest.mark.parametrize(("own", "called"), [((OWN,), "Well-being"), ((), "eget_trivsel")])
def test_what_stands_beside_a_result_of_the_user_is_called_after_it(own, called):
    found = titles("eget_trivsel", "eget_trivsel_lag", "eget_trivsel_n", "eget_trivsel_vikt", own=own)
    beside = ("lower limit", "schools behind it", "weighted by")
    assert list(found.values()) == [called, *(f"{called}, {one}" for one in beside)]


def test_the_longest_result_is_meant():
    assert titles("salsa_meritvarde_residual")["salsa_meritvarde_residual"].endswith("SALSA's model")
    assert titles("meritvarde_residual")["meritvarde_residual"] == "Merit rating, beside the line on the index"


def test_a_summary_says_the_type_once():
    found = columns_of_output("summarise", "OUTPUT", ("grupp", "omradestyp", "namn", "skolor"))
    assert [column.technical for column in found.values()] == [False, True, True, False]


def test_columns_of_the_users_own_tables_stay_the_users():
    found = titles("namn", "elever", "elever_dold", algorithm="protecttable")
    assert found == {"elever_dold": "elever: not shown"}
