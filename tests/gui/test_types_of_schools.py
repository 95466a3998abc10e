"""By which area types schools count, chosen in the dock."""

from __future__ import annotations

import pytest
from hands import at_rest, choose, click, find_place, open_filters

from segregation_plugin.gui import export_bar
from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.study.years import at

BOTH, LIES, OFFICIAL = "Var de ligger, annars Skolverkets typ", "Var de ligger", "Skolverkets typ"


def schools(screen):
    """Schools by area type 1 to 5, without one and all, as the dock's table has them."""
    return [int(text) for text in screen.column("Skolor")]


def expected(study, *chosen, **more):
    return at(study, *chosen, **more).summary_area_type["skolor"].tolist()


def test_the_types_that_schools_count_by_are_chosen(screen, background_study, tmp_path, project):
    screen.open(background_study)
    panel, study = screen.panel, read_study(background_study)
    results, combo = panel.results, panel.results.filters.types_by
    assert [combo.itemText(number) for number in range(combo.count())] == [BOTH, LIES, OFFICIAL]
    assert combo.currentText() == BOTH
    own = schools(screen)
    assert own == study.summary_area_type["skolor"].tolist()
    choose(combo, LIES)
    lies = schools(screen)
    assert lies == expected(study, None, types_by="location")
    assert sum(lies[:5]) == study.located
    assert "0 efter den typ som Skolverket ger dem" in results.overview.notes.text()
    assert results.header.text().endswith(", 2023, skolor efter typ: var de ligger")
    choose(combo, OFFICIAL)
    official = study.schools["omradestyp_skolverket"]
    assert schools(screen)[:5] == [int((official == kind).sum()) for kind in range(1, 6)]
    # What is exported is what is shown.
    for algorithm in (export_bar.TABLES, export_bar.MAP):
        assert export_bar.parameters(algorithm, "", "", panel.model.view, "sv")["TYPES"] == "skolverket"
    assert project.write(str(tmp_path / "project.qgz"))
    project.clear()
    assert not results.isVisible()
    project.read(str(tmp_path / "project.qgz"))
    screen.rest()
    assert combo.currentText() == OFFICIAL
    assert schools(screen)[:5] == [int((official == kind).sum()) for kind in range(1, 6)]
    assert not project.isDirty()
    # It stands among the filters, counts as one, and is cleared with them.
    filters = results.filters
    assert (filters.more.text(), filters.clear.isEnabled()) == ("Filter (1)", True)
    open_filters(filters.clear)
    click(filters.clear)
    at_rest()
    assert (filters.more.text(), filters.clear.isEnabled()) == ("Filter", False)
    assert combo.currentText() == BOTH
    assert schools(screen) == own
    assert panel.model.view.types_by == ""
    assert "TYPES" not in export_bar.parameters(export_bar.TABLES, "", "", panel.model.view, "sv")


def test_skolverkets_types_are_used_in_their_own_year_alone(looked_at_background, background_to_look_at):
    study = read_study(background_to_look_at)
    choose(looked_at_background.panel.results.filters.year, "2022")
    assert schools(looked_at_background) == expected(study, 2022)
    overview = looked_at_background.panel.results.overview
    assert "Skolverkets typer gäller 2023" in overview.notes.text()
    # Above the table, beside how the mean is weighted, and in what is copied.
    counted = at(study, 2022).counted
    shown = counted[counted["meritvarde"].notna()]
    out = int((shown["omradestyp"].isna() & shown["omradestyp_skolverket"].notna()).sum())
    assert out > 0
    said = f"Skolor som blir utan områdestyp 2022: {out} av {len(shown)}"
    assert said in overview.weighting.text()
    assert said in overview.table.summary_model().as_text()
    choose(looked_at_background.panel.results.filters.types_by, LIES)
    assert schools(looked_at_background) == expected(study, 2022, types_by="location")
    assert "Inte samma skolor" not in overview.weighting.text()


def test_a_place_is_counted_by_the_types_that_are_chosen(looked_at_background, background_to_look_at):
    results = looked_at_background.panel.results
    choose(results.filters.types_by, OFFICIAL)
    find_place(results.place, "Karlstad")
    study = at(read_study(background_to_look_at), None, types_by="skolverket").within("", "1780")
    assert schools(looked_at_background) == study.summary_area_type["skolor"].tolist()
    assert schools(looked_at_background)[0] > 0


@pytest.mark.parametrize("kept", ["nowhere", "skolverket"])
def test_a_study_without_skolverkets_types_offers_none(screen, study, project, kept):
    """What a project keeps of another study, or damaged, changes nothing."""
    screen.panel.model.set(types_by=kept)
    screen.open(study)
    assert screen.panel.results.filters.year.isVisible()
    assert not screen.panel.results.filters.types_by.isVisible()
    assert screen.panel.model.view.types_by == ""
