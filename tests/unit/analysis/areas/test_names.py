"""Names move while codes stay: each file is read with the names of its own time."""

from __future__ import annotations

import unicodedata

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segregation_plugin.analysis.areas import names
from segregation_plugin.domain.messages import InputError

# Areas that exchanged names with a neighbour, and those of them whose types of 2023 differ.
EXCHANGED = {
    *("1275R002", "1275R005", "1762R001", "1762R002", "2481R003", "2481R005"),
    *("2510R001", "2510R002", "2510R003", "2510R004"),
}
WRONG_BY_2025_NAMES = {"1275R002", "1275R005", "2481R003", "2481R005", "2510R001", "2510R002"}


@pytest.fixture(scope="module")
def sets(reference):
    return names.name_sets(reference.regso_names, reference.changes)


@pytest.fixture(scope="module")
def layer_names(areas, reference):
    """The names in the 2025 layer, to their codes."""
    municipality = reference.municipalities.set_index("kommunkod")["kommunnamn"].to_dict()
    return {names.full_name(municipality[c[:4]], n): c for c, n in zip(areas["regsokod"], areas["regsonamn"])}


@pytest.fixture(scope="module")
def types_2023(index):
    of_year = index[index["index_ar"] == 2023]
    return dict(zip(of_year["omrade"].map(names.normal), of_year["omradestyp"]))


def test_one_set_for_every_time_at_which_names_changed(sets):
    assert [found.date for found in sets] == ["2020-01-01", "2021-07-02", "2023-01-11", "2025-01-01", "2026-01-01"]
    # No two areas share a name at any time, so no name is left out.
    assert {len(found.codes) for found in sets} == {3363}


def test_the_key_itself_is_one_of_them(sets, reference):
    key = reference.regso_names
    expected = {names.full_name(m, n): c for c, m, n in zip(key["regsokod"], key["kommunnamn"], key["regsonamn"])}
    assert sets[2].codes == expected


def test_applying_every_rename_gives_exactly_the_names_of_the_2025_layer(sets, layer_names):
    assert sets[-1].codes == layer_names


def test_undoing_every_rename_gives_every_old_name(sets, reference):
    renames = reference.changes[reference.changes["new_name"] != ""]
    assert len(renames) == 57
    municipality = reference.regso_names.set_index(reference.regso_names["regsokod"].str[:4])["kommunnamn"].to_dict()
    dates = [found.date for found in sets]
    for change in renames.itertuples():
        after = sets[dates.index(change.date)].codes
        before = sets[dates.index(change.date) - 1].codes
        town = municipality[change.new_code[:4]]
        assert after[names.full_name(town, change.new_name)] == change.new_code
        assert before[names.full_name(town, change.old_name)] == change.old_code


def test_the_swapped_names(sets):
    by_date = {found.date: found.codes for found in sets}
    swapped = [
        (name, by_date["2023-01-11"][name], by_date["2026-01-01"][name])
        for name in by_date["2023-01-11"]
        if by_date["2026-01-01"].get(name, by_date["2023-01-11"][name]) != by_date["2023-01-11"][name]
    ]
    assert {code for _, old, new in swapped for code in (old, new)} == EXCHANGED


@pytest.mark.parametrize("year", [2022, 2023])
def test_the_exports_follow_the_key(sets, index, year):
    written = index.loc[index["index_ar"] == year, "omrade"]
    resolved = names.resolve(written, year, sets)
    assert resolved.date == names.KEY_DATE
    assert len(resolved.codes) == 3363
    assert resolved.unknown == resolved.ambiguous == ()


def test_the_2025_names_alone_give_six_areas_the_wrong_type(sets, layer_names, types_2023):
    right = names.resolve(types_2023, 2023, sets).codes
    wrong = names.resolve(types_2023, 2023, [names.NameSet("2025", layer_names)])
    assert len(wrong.unknown) == 12
    type_by_right_code = {code: types_2023[name] for name, code in right.items()}
    type_by_wrong_code = {code: types_2023[name] for name, code in wrong.codes.items()}
    shared = type_by_right_code.keys() & type_by_wrong_code.keys()
    differ = {code for code in shared if type_by_right_code[code] != type_by_wrong_code[code]}
    assert differ == WRONG_BY_2025_NAMES


def test_a_part_that_every_set_holds_is_read_by_the_names_of_its_year(sets):
    jokkmokk = [name for name in sets[0].codes if name.startswith("Jokkmokk (")]
    for year, expected in ((2022, sets[2]), (2024, sets[-1])):
        resolved = names.resolve(jokkmokk, year, sets)
        assert resolved.date == expected.date
        assert resolved.codes == {name: expected.codes[name] for name in resolved.codes}
        assert set(resolved.ambiguous) == set(jokkmokk)


def test_names_that_nobody_knows_are_told(sets):
    resolved = names.resolve(["Upplands Väsby (Bollstanäs)", "Ale (Ingenstans)"], 2023, sets)
    assert resolved.codes == {"Upplands Väsby (Bollstanäs)": "0114R001"}
    assert resolved.unknown == ("Ale (Ingenstans)",)


def test_a_file_without_any_known_name_is_refused(sets):
    with pytest.raises(InputError, match=r"None of the 2 area names.*'A \(B\)'.*must be by RegSO") as caught:
        names.resolve(["C (D)", "A (B)"], 2023, sets)
    assert caught.value.message.values == {"count": 2, "name": "A (B)"}
    with pytest.raises(InputError):
        names.resolve([], 2023, sets)


def test_a_name_that_two_areas_share_says_nothing():
    key = pd.DataFrame(
        {"regsokod": ["0114R001", "0114R002", "0114R003"], "kommunnamn": "A", "regsonamn": ["x", "x", "y"]}
    )
    assert names.key_set(key, "own").codes == {"A (y)": "0114R003"}


def test_a_users_own_key_is_one_more_set(sets, reference):
    key = reference.regso_names.assign(regsonamn=reference.regso_names["regsonamn"] + " X")
    own = names.key_set(key, "own")
    resolved = names.resolve(["Upplands Väsby (Bollstanäs X)"], 2023, [own, *sets])
    assert (resolved.date, resolved.codes) == ("own", {"Upplands Väsby (Bollstanäs X)": "0114R001"})


@given(st.data())
def test_the_form_of_letters_and_blanks_does_not_matter(sets, data):
    name = data.draw(st.sampled_from(sorted(sets[2].codes)))
    form = data.draw(st.sampled_from(["NFC", "NFD"]))
    blank = data.draw(st.sampled_from([" ", "  ", "\u00a0", "\t"]))
    written = " " + unicodedata.normalize(form, name).replace(" ", blank) + blank
    assert names.resolve([written], 2023, sets).codes == {name: sets[2].codes[name]}


@given(st.data())
def test_order_does_not_matter(sets, data):
    some = data.draw(st.lists(st.sampled_from(sorted(sets[0].codes)), min_size=1, max_size=20))
    shuffled = data.draw(st.permutations(some))
    assert names.resolve(some, 2023, sets) == names.resolve(shuffled, 2023, sets)
