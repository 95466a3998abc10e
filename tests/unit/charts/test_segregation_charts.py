"""Segregation beside chance, and between and within: the figures of the study, each place alone, limits and reasons."""

from __future__ import annotations

from dataclasses import replace

import pytest
from wordings import ENGLISH, SWEDISH

from segregation_plugin.analysis.schools.school_segregation import (
    AREAS,
    DISSIMILARITY,
    MUNICIPALITIES,
    SCHOOLS,
    TYPES,
    lies_between,
)
from segregation_plugin.charts import index_rows, part_bars
from segregation_plugin.charts.chart_registry import BACKGROUND, SEGREGATION, charts_of
from segregation_plugin.domain.measures import BACKGROUND as SHARES
from segregation_plugin.domain.measures import YEAR_9_RESULTS
from segregation_plugin.domain.messages import Cancelled
from segregation_plugin.study.background_figures import parts_by_background

CHANCE, BETWEEN = charts_of(SEGREGATION)
BY_BACKGROUND, PARTS = charts_of(BACKGROUND)[:2]
MERIT, PASSED = YEAR_9_RESULTS[:2]
FOREIGN, PARENTS = SHARES[:2]


@pytest.fixture(scope="module")
def county(full):
    return full.within("17", "")


@pytest.fixture(scope="module")
def stockholm(full):
    return full.within("01", "")


def dissimilarity(share, pupils):
    """D by hand: half the sum of how far the two groups' shares of a school lie apart."""
    inside = (share * pupils / 100).round()
    outside = pupils - inside
    return float((inside / inside.sum() - outside / outside.sum()).abs().sum() / 2)


def test_d_is_that_of_the_schools_and_areas_with_a_known_share(county):
    sheet = CHANCE.table(county, PASSED, SWEDISH)
    schools = county.counted
    known = schools[schools[PASSED.column].notna() & schools["regsokod"].notna() & (schools["elever_ak9"] > 0)]
    expected = dissimilarity(known[PASSED.column], known["elever_ak9"].astype(float))
    assert sheet.keys == (SCHOOLS, AREAS)
    assert sheet.cells(index_rows.VALUE)[0] == pytest.approx(expected, abs=5e-5)
    assert sheet.cells(index_rows.UNITS)[0] == len(known)
    rows = {row.niva: row for row in county.spread_over_schools(PASSED) if row.matt == DISSIMILARITY}
    for row, level in enumerate(sheet.keys):
        for key in (index_rows.RANDOM, index_rows.CORRECTED, index_rows.LOW, index_rows.HIGH):
            assert sheet.cells(key)[row] == pytest.approx(getattr(rows[level], key))
    assert sheet.title == "Värmlands län: segregation mellan skolor efter godkänt i alla ämnen (%) 2024/25"


def test_marks_stand_at_the_figures(county, stockholm, draw):
    sheet = CHANCE.table(county, PASSED, ENGLISH, [stockholm])
    assert sheet.cells("plats") == ["Värmlands län", "Stockholms län"] * 2
    drawn = draw("segregation", sheet, ENGLISH)
    for row, key in enumerate(sheet.keys):
        for what, column in (("observed", "varde"), ("random", "slump"), ("value", "korrigerat")):
            assert drawn.of(f"{what}-{key}-{row}").get_xdata() == pytest.approx(sheet.cells(column)[row])
        ends = [sheet.cells(end)[row] for end in ("lag", "hog")]
        if None not in ends:
            assert list(drawn.of(f"interval-{key}-{row}").get_xdata()) == pytest.approx(ends)
    alone = CHANCE.table(stockholm, PASSED, ENGLISH)
    assert [row[2:] for row in sheet.rows[1::2]] == [row[1:] for row in alone.rows]


def test_each_place_has_its_own_figures_of_each_kind(county, stockholm):
    for chart, measure in ((BETWEEN, PASSED), (BY_BACKGROUND, None), (PARTS, FOREIGN)):
        both = chart.table(county, measure, ENGLISH, [stockholm])
        rows = []
        for study in (county, stockholm):
            rows += chart.table(study, measure, ENGLISH).rows
        assert sorted(str((row[0], *row[2:])) for row in both.rows) == sorted(str(row) for row in rows)


@pytest.mark.parametrize("chart", [CHANCE, BETWEEN], ids=lambda chart: chart.name)
def test_only_published_shares_of_results_are_measured(chart, county, full):
    own = replace(PASSED, column="eget_andel", public=False)
    for measure in (None, MERIT, own, FOREIGN):
        assert chart.table(county, measure, ENGLISH) is None
    assert chart.table(replace(full, schools=None), PASSED, ENGLISH) is None


def test_between_and_within_are_all_of_it(county, draw):
    sheet = BETWEEN.table(county, PASSED, ENGLISH)
    shares = lies_between(county.spread_over_schools(PASSED), PASSED.column)
    assert sheet.keys == (TYPES, MUNICIPALITIES, AREAS)
    drawn = draw("between", sheet, ENGLISH)
    for row, level in enumerate(sheet.keys):
        between = sheet.cells(part_bars.BETWEEN)[row]
        assert between == pytest.approx(shares[level].share)
        assert between + sheet.cells(part_bars.WITHIN)[row] == pytest.approx(100)
        assert drawn.of(f"andel-{level}").get_width() == pytest.approx(between)
        assert drawn.of(f"inom-{level}").get_x() == pytest.approx(between)
        assert drawn.of(f"random-{level}").get_xdata() == pytest.approx(shares[level].if_random)
        assert drawn.of(f"text-{level}").get_text() == f"{between:.1f}"


def test_within_a_municipality_nothing_lies_between_municipalities(full):
    sheet = BETWEEN.table(full.within("14", "1480"), PASSED, ENGLISH)
    assert MUNICIPALITIES not in sheet.keys
    parts = PARTS.table(full.within("14", "1480"), FOREIGN, ENGLISH)
    assert not {"kommun", "lan"} & set(parts.keys)


def test_background_has_d_by_hand_and_limits_of_all_schools(county, draw):
    sheet = BY_BACKGROUND.table(county, MERIT, ENGLISH)
    schools = county.counted
    known = schools[schools[FOREIGN.column].notna()]
    expected = dissimilarity(known[FOREIGN.column], known["elever_ak1_9"].astype(float))
    assert [row[0] for row in sheet.rows] == [FOREIGN.label["en"], PARENTS.label["en"]]
    assert sheet.cells(index_rows.VALUE)[0] == pytest.approx(expected, abs=5e-5)
    least, most = (sheet.cells(key)[0] for key in (index_rows.LEAST, index_rows.MOST))
    band = draw("background", sheet, ENGLISH).of(f"limits-{sheet.keys[0]}")
    assert (band.get_x(), band.get_x() + band.get_width()) == pytest.approx((least, most))
    assert sheet.cells("dolda")[0] == int((schools[f"{FOREIGN.column}_status"] == "dold").sum()) > 0


def test_parts_of_background_are_those_of_the_study(county):
    sheet = PARTS.table(county, None, ENGLISH)
    known = {(row.grupp, row.mellan): row for row in parts_by_background(county)}
    label = {"utlandsk_bakgrund": FOREIGN.label["en"], "foraldrar_eftergymnasial": PARENTS.label["en"]}
    found = {
        (group, kind): row
        for row, kind in zip(sheet.rows, sheet.keys)
        for group, name in label.items()
        if row[1] == name
    }
    assert len(found) == len(sheet.rows)
    for key, cells in found.items():
        assert cells[2:5] == pytest.approx((known[key].andel_lagst, known[key].andel_hogst, known[key].andel))
    only = PARTS.table(county, PARENTS, ENGLISH)
    assert "pupils with parents with post-secondary education" in only.title
    assert len(only.rows) * 2 == len(sheet.rows)


def test_a_bar_is_of_all_schools_as_observed_and_the_corrected_share_stands_apart(county, draw):
    sheet = PARTS.table(county, FOREIGN, ENGLISH)
    drawn = draw("background_parts", sheet, ENGLISH)
    outside = 0
    for row, kind in enumerate(sheet.keys):
        least, most, corrected = (sheet.cells(key)[row] for key in (part_bars.LEAST, part_bars.MOST, part_bars.BETWEEN))
        bars = [drawn.of(f"{key}-{kind}") for key in (part_bars.BETWEEN, part_bars.MOST, part_bars.WITHIN)]
        assert [bar.get_x() for bar in bars] == pytest.approx([0, least, most])
        assert [bar.get_x() + bar.get_width() for bar in bars] == pytest.approx([least, most, 100])
        assert drawn.of(f"corrected-{kind}").get_xdata() == pytest.approx(corrected)
        assert drawn.of(f"text-{kind}").get_text() == f"{least:.1f}\N{EN DASH}{most:.1f}"
        outside += not least <= corrected <= most
    # They are not of one kind: a corrected share need not be within what all schools allow.
    assert outside
    assert [one.label for one in sheet.columns][1:4] == ["All,\nat least", "All,\nat most", "Cor-\nrected"]


def test_of_few_schools_it_says_why_there_is_no_corrected_value(full, draw):
    place = full.within("17", "1715")
    sheet = BY_BACKGROUND.table(place, None, ENGLISH)
    assert sheet.cells(index_rows.CORRECTED) == [None, None]
    assert any("fewer than ten units" in note for note in sheet.notes)
    drawn = draw("background", sheet, ENGLISH)
    assert drawn.named("value-") == []
    assert len(drawn.named("observed-")) == 2


def test_a_place_without_one_of_the_shares_is_named_with_why(full):
    there = full.schools["kommunkod"] == "1715"
    values = full.school_values
    is_gone = (values["vad"] == PARENTS.column) & values["kod"].isin(full.schools.loc[there, "skolenhetskod"])
    schools = full.schools.assign(
        **{
            PARENTS.column: full.schools[PARENTS.column].mask(there),
            f"{PARENTS.column}_status": full.schools[f"{PARENTS.column}_status"].mask(there, "saknas"),
        }
    )
    study = replace(full, schools=schools, school_values=values[~is_gone])
    place, other = study.within("17", "1715"), study.within("17", "1780")
    why = "Not available for Kil: no school there has a share of pupils with parents with post-secondary education."
    for chart in (BY_BACKGROUND, PARTS):
        sheet = chart.table(place, None, ENGLISH, [other])
        assert [note for note in sheet.notes if note.startswith("Not available for")] == [why]


def test_a_study_without_background_has_none(national):
    for chart in (BY_BACKGROUND, PARTS):
        assert chart.table(national, None, ENGLISH) is None


def test_it_can_be_stopped(full):
    def stop(_share):
        raise Cancelled

    fresh = replace(full, kept=None).within("12", "")
    for chart, measure in ((CHANCE, PASSED), (BETWEEN, PASSED), (BY_BACKGROUND, None), (PARTS, None)):
        with pytest.raises(Cancelled):
            chart.table(fresh, measure, ENGLISH, progress=stop)


def test_hidden_schools_are_counted_once_a_place(full):
    sheet = CHANCE.table(full.within("12", ""), PASSED, ENGLISH, [full.within("14", "")])
    counts = []
    for code, name in (("12", "Skåne län"), ("14", "Västra Götalands län")):
        study = full.within(code, "")
        located = study.counted[study.counted["regsokod"].notna()]
        count = int((located[f"{PASSED.column}_status"] == "dold").sum())
        counts += [f"{name} {count}"] if count else []
    assert counts
    assert f"Schools with a hidden value, left out: {', '.join(counts)}." in sheet.notes


def test_it_says_on_how_many_located_schools_it_rests_and_how_many_have_no_location(full):
    places = [("Skåne län", full.within("12", "")), ("Västra Götalands län", full.within("14", ""))]
    counts, left_out = [], []
    for name, study in places:
        schools = study.counted
        known = schools[schools[PASSED.column].notna()]
        used = known[known["regsokod"].notna() & (known["elever_ak9"] > 0)]
        counts.append(f"{name} {ENGLISH.number(len(used))} (areas: {ENGLISH.number(used['regsokod'].nunique())})")
        left_out.append(f"{name} {ENGLISH.number(int(known['regsokod'].isna().sum()))}")
    said = [
        f"Rests on schools with a known value and a known location: {', '.join(counts)}.",
        f"Schools with a known value but no known location, left out: {', '.join(left_out)}.",
    ]
    for chart in (CHANCE, BETWEEN):
        notes = chart.table(places[0][1], PASSED, ENGLISH, [places[1][1]]).notes
        assert [note for note in notes if "known location" in note] == said, chart.name
    alone = CHANCE.table(places[0][1], PASSED, ENGLISH).notes
    assert said[0].split(": ")[0] + f": {counts[0].replace('Skåne län ', '')}." in alone
