"""Skolverket's register of school units, API v2 and v1.

The responses are built after the OpenAPI file of v2 and after programs that read v1:
not tried against the live service.
"""

from __future__ import annotations

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import document

from segregation_plugin.domain.messages import InputError
from segregation_plugin.readers import skolenhetsregistret
from segregation_plugin.readers.document import Document
from segregation_plugin.readers.recognise import read_results, read_schools, recognise

# Persons, telephone and e-mail are the specification's own examples, to see that none of them is read.
V2 = {
    "meta": {"extractDate": "2025-05-08T00:06:10.19+02:00", "created": "2012-07-01", "modified": "2022-11-08"},
    "links": {"href": "https://api.skolverket.se/skolenhetsregistret/v2/link/to/object", "rel": "self"},
    "data": {
        "type": "schoolunit",
        "schoolUnitCode": "12345678",
        "attributes": {
            "displayName": "Storskolan",
            "status": "AKTIV",
            "url": "https://www.skolverket.se",
            "email": "storskolan@skolverket.se",
            "phoneNumber": "0812345",
            "headMaster": "Pelle Sträng",
            "addresses": [
                {
                    "type": "POSTADRESS",
                    "careOfAddress": "Olsson",
                    "streetAddress": "Agatan 1",
                    "postalCode": "234 67",
                    "locality": "Borås",
                    "geoCoordinates": {"coordinateSweRefN": "6400000,5", "coordinateSweRefE": "370000,5"},
                },
                {
                    "type": "BESOKSADRESS",
                    "streetAddress": "Agatan 2",
                    "geoCoordinates": {
                        "coordinateSweRefN": "6562397,097",
                        "coordinateSweRefE": "679180,062",
                        "latitude": "59.16286545184274",
                        "longitude": "18.134313905557242",
                    },
                },
            ],
            "orientationType": "ALLMAN",
            "schoolUnitType": "SKOLENHET",
            "schoolName": "En annan skola",
            "municipalityCode": "0136",
            "schoolTypes": ["GR", "FKLASS", "FTH"],
            "schoolTypeProperties": {"gr": {"grades": ["1", "2"]}},
        },
    },
    "included": {
        "type": "organization",
        "organizationNumber": "1234567890",
        "attributes": {"displayName": "Enskilda gymnasiet", "organizerType": "ENSKILD"},
    },
}
V2_LIST = {
    "meta": {"extractDate": "2025-05-08T00:06:10.19+02:00"},
    "data": {
        "type": "schoolunit",
        "attributes": [
            {"schoolUnitCode": "12345678", "name": "Scenskolan", "status": "AKTIV"},
            {"schoolUnitCode": "12345679", "name": "Vilskolan", "status": "VILANDE"},
            {"schoolUnitCode": "12345680", "name": "Slutskolan", "status": "UPPHORT"},
            {"schoolUnitCode": "12345681", "name": "Planskolan", "status": "PLANERAD"},
        ],
    },
}
V1 = {
    "Uttagsdatum": "2024-01-01",
    "SkolenhetInfo": {
        "Skolenhetskod": "12345678",
        "Namn": "Storskolan",
        "SkolaNamn": "En annan skola",
        "Status": "Aktiv",
        "Rektorsnamn": "Pelle Sträng",
        "Epost": "storskolan@skolverket.se",
        "Telefon": "0812345",
        "Kommun": {"Kommunkod": "0136", "Namn": "Haninge"},
        "Huvudman": {"PeOrgNr": "1234567890", "Namn": "Haninge kommun", "Typ": "Kommun"},
        "Skolformer": [{"type": "Grundskola", "Benamning": "Grundskola", "Ak1": True}, {"Benamning": "Förskoleklass"}],
        "Besoksadress": {
            "Adress": "Agatan 1",
            "Postnr": "23467",
            "GeoData": {
                "Koordinat_WGS84_Lat": "59.16286545184274",
                "Koordinat_WGS84_Lng": "18.134313905557242",
                "Koordinat_SweRef_N": "6562397,097",
                "Koordinat_SweRef_E": "679180,062",
            },
        },
    },
}
V1_LIST = {
    "Uttagsdatum": "2024-01-01",
    "Skolenheter": [
        {"Skolenhetskod": "12345678", "Skolenhetsnamn": "Storskolan", "Kommunkod": "0136", "Status": "Aktiv"},
        {"Skolenhetskod": "12345679", "Skolenhetsnamn": "Vilskolan", "Kommunkod": "0180", "Status": "Vilande"},
    ],
}
READ = ["skolenhetskod", "namn", "huvudmannatyp", "skolformer", "kommunkod", "x", "y", "koordinat", "kalla"]


def as_file(data, name="r.json"):
    return document(json.dumps(data, ensure_ascii=False), name)


def changed(response, *path, to):
    """Return a copy of a response with one value replaced."""
    copied = copy.deepcopy(response)
    inner = copied
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = to
    return copied


def attribute(name, to):
    return changed(V2, "data", "attributes", name, to=to)


def visited(**coordinates):
    return changed(V2, "data", "attributes", "addresses", 1, "geoCoordinates", to=coordinates)


WRAPPED = [
    lambda response: response,
    lambda response: [response],
    lambda response: {"12345678": response},
]


@pytest.mark.parametrize("wrap", [*WRAPPED, lambda response: response["data"]])
def test_a_unit_of_v2_in_whatever_it_is_wrapped(wrap):
    file = as_file(wrap(V2))
    assert recognise(file).name == "school_register"
    (school,) = read_schools([file])[READ].to_numpy().tolist()
    operator = "Enskild" if "included" in json.dumps(wrap(V2)) else ""
    values = ["12345678", "Storskolan", operator, "FKLASS,FTH,GR", "0136", 679180.062, 6562397.097, ""]
    assert school == [*values, "skolenhetsregistret"]


def test_the_attributes_alone_by_code():
    file = as_file({"12345678": V2["data"]["attributes"]})
    assert recognise(file).name == "school_register"
    assert read_schools([file])[["skolenhetskod", "namn"]].to_numpy().tolist() == [["12345678", "Storskolan"]]


@pytest.mark.parametrize("wrap", [*WRAPPED, lambda response: response["SkolenhetInfo"]])
def test_a_unit_of_v1_in_whatever_it_is_wrapped(wrap):
    file = as_file(wrap(V1))
    assert recognise(file).name == "school_register"
    (school,) = read_schools([file])[READ].to_numpy().tolist()
    values = ["12345678", "Storskolan", "Kommunal", "FKLASS,GR", "0136", 679180.062, 6562397.097, ""]
    assert school == [*values, "skolenhetsregistret"]


@pytest.mark.parametrize(
    "wrap", [lambda data: data, lambda data: data["data"], lambda data: data["data"]["attributes"]]
)
def test_the_list_of_v2_has_no_coordinates_and_keeps_every_status(wrap):
    file = as_file(wrap(V2_LIST))
    assert recognise(file).name == "school_register"
    table = read_schools([file])
    assert table["namn"].tolist() == ["Scenskolan", "Vilskolan", "Slutskolan", "Planskolan"]
    assert table["koordinat"].tolist() == ["saknar_koordinat"] * 4
    assert table[["x", "y", "elever"]].isna().all(axis=None)
    assert (table[["huvudmannatyp", "skolformer", "kommunkod"]] == "").all(axis=None)


def test_the_list_of_v1():
    file = as_file(V1_LIST)
    assert recognise(file).name == "school_register"
    table = read_schools([file])
    assert table[["namn", "kommunkod", "koordinat"]].to_numpy().tolist() == [
        ["Storskolan", "0136", "saknar_koordinat"],
        ["Vilskolan", "0180", "saknar_koordinat"],
    ]


@pytest.mark.parametrize("response", [V2, V1])
def test_no_person_and_no_contact_is_read(response):
    read = skolenhetsregistret.read_schools(as_file(response)).to_csv()
    for contact in ("Pelle", "skolverket.se", "0812345", "Olsson", "Agatan"):
        assert contact not in read


@pytest.mark.parametrize(
    ("coordinates", "expected"),
    [
        ({"coordinateSweRefN": "6562397,097", "coordinateSweRefE": "679180,062"}, (679180.062, 6562397.097, "")),
        ({"coordinateSweRefN": 6562397.5, "coordinateSweRefE": 679180}, (679180, 6562397.5, "")),
        ({"latitude": "59.16286545184274", "longitude": "18.134313905557242"}, (679180.062, 6562397.097, "")),
        # Without one of its own the visiting address gives way to the other.
        ({"coordinateSweRefN": None, "coordinateSweRefE": None}, (370000.5, 6400000.5, "")),
        ({"coordinateSweRefN": "0", "coordinateSweRefE": "0"}, (370000.5, 6400000.5, "")),
        ({}, (370000.5, 6400000.5, "")),
        # A fault is said, not hidden behind another address.
        ({"coordinateSweRefN": "679180", "coordinateSweRefE": "6562397"}, (-1, -1, "ombytta_koordinater")),
    ],
)
def test_which_coordinates_count(coordinates, expected):
    table = skolenhetsregistret.read_schools(as_file(visited(**coordinates)))
    x, y, status = table[["x", "y", "koordinat"]].fillna(-1).iloc[0]
    assert (x, y) == pytest.approx(expected[:2], abs=0.001)
    assert status == expected[2]


@pytest.mark.parametrize("addresses", [None, [], [{"type": "BESOKSADRESS"}], [{"type": "X", "geoCoordinates": None}]])
def test_a_unit_without_coordinates_is_kept(addresses):
    school = read_schools([as_file(attribute("addresses", addresses))]).iloc[0]
    assert school["koordinat"] == "saknar_koordinat"
    assert school[["x", "y"]].isna().all()


@pytest.mark.parametrize(
    ("code", "operator"),
    [
        ("KOMMUN", "Kommunal"),
        ("REGION", "Region"),
        ("STAT", "Statlig"),
        ("SAME", "Sameskolan"),
        ("ENSKILD", "Enskild"),
        # As the register of 2020 has them.
        ("KOMMFORB", "Kommunal"),
        # The other sources do not distinguish them.
        ("SPECIAL", ""),
        ("HMANUTL", ""),
        (None, ""),
    ],
)
def test_operators(code, operator):
    response = changed(V2, "included", "attributes", "organizerType", to=code)
    assert read_schools([as_file(response)])["huvudmannatyp"].tolist() == [operator]


@pytest.mark.parametrize("missing", ["included", "links", "meta"])
def test_parts_that_are_absent(missing):
    response = {name: value for name, value in V2.items() if name != missing}
    assert len(read_schools([as_file(response)])) == 1


def test_a_school_type_of_v1_without_a_code_keeps_its_name():
    response = changed(V1, "SkolenhetInfo", "Skolformer", to=[{"Benamning": "Gymnasiesärskola"}, {"Benamning": "Ny"}])
    assert read_schools([as_file(response)])["skolformer"].tolist() == ["GYAN,Ny"]


def test_the_units_complete_the_list():
    schools = read_schools([as_file(V2_LIST, "list.json"), as_file([V2], "units.json")])
    assert len(schools) == 4
    columns = ["namn", "huvudmannatyp", "kommunkod", "x", "koordinat", "fil"]
    assert schools.iloc[0][columns].tolist() == ["Scenskolan", "Enskild", "0136", 679180.062, "", "list.json"]


def test_it_holds_no_results():
    with pytest.raises(InputError, match=r"r\.json holds Skolverket's register of school units .*, not the results"):
        read_results([as_file(V2)])


@pytest.mark.parametrize(
    ("data", "match", "where"),
    [
        ([V2, "cut"], "entry 2 is no school unit", {"number": 2}),
        ([V2, None], "entry 2 is no school unit", {"number": 2}),
        (
            {"12345678": V2, "12345679": {"type": "about:blank", "title": "Not Found", "status": 404}},
            "entry 2 is no school unit. Download it again",
            {"number": 2},
        ),
        ({"12345678": V2, "links": {}}, "'links' is not a school unit code", {}),
        (changed(V2, "data", "schoolUnitCode", to="1234567"), "'1234567' is not a school unit code", {}),
        (changed(V2, "data", "schoolUnitCode", to=12345678.5), "'12345678.5' is not a school unit code", {}),
        (attribute("municipalityCode", "136"), "unit 12345678: '136' is not a municipality code", {"code": "136"}),
        (attribute("municipalityCode", 136), "unit 12345678: '136' is not a municipality code", {"unit": "12345678"}),
        (attribute("addresses", {}), "12345678: addresses is not a list of objects", {"name": "addresses"}),
        (attribute("addresses", ["Agatan"]), "12345678: addresses is not a list of objects", {"code": "12345678"}),
        (attribute("schoolTypes", "GR"), "12345678: schoolTypes is not a list of texts", {"name": "schoolTypes"}),
        (attribute("schoolTypes", [{"code": "GR"}]), "schoolTypes is not a list of texts", {"code": "12345678"}),
        (
            changed(V2, "data", "attributes", "addresses", 1, "geoCoordinates", to="59,18"),
            "12345678: geoCoordinates is not an object. Download it again",
            {"name": "geoCoordinates"},
        ),
        (changed(V2, "included", to=["ENSKILD"]), "12345678: included is not an object", {"name": "included"}),
        (
            visited(coordinateSweRefN="N 6562397", coordinateSweRefE="679180"),
            "12345678: 'N 6562397' is not a coordinate",
            {"text": "N 6562397"},
        ),
        (visited(latitude="591.6", longitude="18.1"), "'591.6' is not a coordinate", {"code": "12345678"}),
        (changed(V1, "SkolenhetInfo", "Kommun", to="0136"), "12345678: Kommun is not an object", {"name": "Kommun"}),
        (changed(V1, "SkolenhetInfo", "Huvudman", to=[1]), "Huvudman is not an object", {"code": "12345678"}),
        (changed(V1, "SkolenhetInfo", "Skolformer", to="GR"), "Skolformer is not a list of objects", {}),
        (changed(V1, "SkolenhetInfo", "Besoksadress", "GeoData", to=7), "GeoData is not an object", {}),
        (changed(V1_LIST, "Skolenheter", 1, "Kommunkod", to="18"), "12345679: '18' is not a municipality", {}),
        (
            [V2, attribute("municipalityCode", "0180")],
            "two values of kommunkod for school unit 12345678: 0136 and 0180",
            {"code": "12345678"},
        ),
        ({"type": "about:blank", "title": "Not Found", "status": 404}, "of no kind this plugin knows", {}),
        (changed(V2_LIST, "data", "attributes", to=[]), "of no kind this plugin knows", {}),
    ],
)
def test_a_damaged_response_is_refused_with_place_and_advice(data, match, where):
    with pytest.raises(InputError, match=match) as caught:
        read_schools([as_file(data)])
    assert {"file": "r.json", **where}.items() <= caught.value.message.values.items()
    assert "r.json" in str(caught.value)


@pytest.mark.parametrize("data", [[], {"Skolenheter": []}, V2_LIST["data"] | {"attributes": []}])
def test_no_units(data):
    with pytest.raises(InputError, match=r"r\.json holds no school units"):
        skolenhetsregistret.read_schools(as_file(data))


@given(st.data())
def test_a_response_cut_off_anywhere_is_refused(data):
    whole = json.dumps(data.draw(st.sampled_from([V2, V2_LIST, V1, V1_LIST])), ensure_ascii=False, indent=1).encode()
    with pytest.raises(InputError, match=r"cut\.json"):
        read_schools([Document("cut.json", whole[: data.draw(st.integers(0, len(whole) - 1))])])


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), st.text(max_size=8), st.sampled_from(["12345678", "0136", "1,5"])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                [
                    *("data", "attributes", "included", "schoolUnitCode", "displayName", "name", "status", "12345678"),
                    *("addresses", "geoCoordinates", "coordinateSweRefN", "coordinateSweRefE", "schoolTypes"),
                    *("SkolenhetInfo", "Skolenheter", "Skolenhetskod", "Namn", "Kommun", "Besoksadress", "GeoData"),
                ]
            ),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=16,
)


@pytest.mark.parametrize("read", [lambda file: read_schools([file]), skolenhetsregistret.read_schools])
@given(
    data=st.one_of(
        VALUES,
        VALUES.map(lambda value: attribute("addresses", value)),
        VALUES.map(lambda value: [V1, value]),
    )
)
def test_any_json_is_read_or_refused_by_name(read, data):
    try:
        rows = len(read(as_file(data, "any.json")))
    except InputError as error:
        assert "any.json" in str(error)
    else:
        assert rows
