"""Years in the dock: of results, and of the types that are on the map."""

from __future__ import annotations

import pytest
from hands import at_rest, choose, click, open_filters, wait_until
from inqgis import run
from making import of_the_year_before
from qgis.core import QgsLayerTreeModel, QgsMapThemeCollection, QgsProject

from segregation_plugin.gui import export_bar
from segregation_plugin.layers.project import project_uri
from segregation_plugin.layers.study_in_project import layers_of_types
from segregation_plugin.layers.study_layers import YEAR_PROPERTY
from segregation_plugin.layers.study_reading import read_study
from segregation_plugin.study.years import at


@pytest.fixture
def study(county_study):
    """What is proven here is not about the country."""
    return county_study


@pytest.fixture
def of_two_school_years(demo, tmp_path, qgis_processing):
    """A study of Värmland with results of two school years: in the earlier each school has those of the next."""
    earlier = of_the_year_before(demo / "slutbetyg_ak9_2025.csv", tmp_path)
    run(
        "study",
        AREAS=f"{demo / 'areas.gpkg'}|layername=areas|subset=\"regsokod\" LIKE '17%'",
        INDEX=[str(demo / "omradestyp_2022_export.csv"), str(demo / "omradestyp_2023_export.csv")],
        SCHOOLS=[str(demo / "schools.csv")],
        RESULTS=[str(demo / "slutbetyg_ak9_2025.csv"), str(earlier)],
        COUNTY="17",
        OUTPUT=str(tmp_path / "study.gpkg"),
    )
    return tmp_path / "study.gpkg"


def shown_means(screen):
    """The means in the dock's table, without their intervals."""
    return [text.split("\n")[0] for text in screen.column("Medelvärde")]


def means(study):
    """The means of merit ratings as the dock writes them."""
    values = study.summary_area_type["meritvarde"]
    return [("\N{EN DASH}" if value != value else f"{value:.1f}".replace(".", ",")) for value in values]


def test_results_of_another_school_year_are_chosen(screen, of_two_school_years, tmp_path, project):
    screen.open(of_two_school_years)
    panel, study = screen.panel, read_study(of_two_school_years)
    results = panel.results
    assert [results.filters.school_year.itemText(number) for number in range(2)] == ["2023/24", "2024/25"]
    assert results.filters.school_year.currentText() == "2024/25"
    own = shown_means(screen)
    assert own == means(study)
    choose(results.filters.school_year, "2023/24")
    assert shown_means(screen) == means(at(study, None, "2023/24"))
    assert shown_means(screen) != own
    assert "Resultat: läsåret 2023/24, årskurs 9." in results.overview.notes.text()
    assert "Studien gjordes med resultat från läsåret 2024/25" in results.overview.notes.text()
    choose(results.filters.year, "2022")
    assert shown_means(screen) == means(at(study, 2022, "2023/24"))
    # What is exported is what is shown.
    given = export_bar.parameters(export_bar.TABLES, "", "", panel.model.view, "sv")
    assert (given["YEAR"], given["SCHOOL_YEAR"]) == (2022, "2023/24")
    assert project.write(str(tmp_path / "project.qgz"))
    project.clear()
    assert not results.isVisible()
    project.read(str(tmp_path / "project.qgz"))
    screen.rest()
    assert results.filters.school_year.currentText() == "2023/24"
    assert shown_means(screen) == means(at(study, 2022, "2023/24"))
    # It stands among the filters, counts as one, and is cleared with them; the year above stays.
    assert results.filters.more.text() == "Filter (1)"
    open_filters(results.filters.clear)
    click(results.filters.clear)
    at_rest()
    assert results.filters.more.text() == "Filter"
    assert (results.filters.year.currentText(), results.filters.school_year.currentText()) == ("2022", "2024/25")
    choose(results.filters.year, "2023")
    assert shown_means(screen) == own
    assert panel.model.view.school_year == ""


def test_a_study_of_one_school_year_offers_none(looked_at):
    assert looked_at.panel.results.filters.year.isVisible()
    assert not looked_at.panel.results.filters.school_year.isVisible()


def ticked():
    """The years whose types are on the map, and whether changed borders are."""
    found = {}
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        source = node.layer().source()
        if "=areas" in source:
            found[node.layer().customProperty(YEAR_PROPERTY)] = node.isVisible()
        if "=changed_borders" in source:
            found["marks"] = node.isVisible()
    return found


def test_changed_borders_are_on_the_docks_map(looked_at):
    assert ticked() == {None: True, 2022: False, "marks": True}
    choose(looked_at.panel.results.filters.year, "2022")
    assert ticked() == {None: False, 2022: True, "marks": True}
    assert looked_at.column("Områden")[0] == "160"
    assert looked_at.areas().selectedFeatureCount() == 0


def apply(theme):
    root = QgsProject.instance().layerTreeRoot()
    QgsProject.instance().mapThemeCollection().applyTheme(theme, root, QgsLayerTreeModel(root))
    at_rest()


def test_a_map_theme_moves_the_docks_year_and_back(screen, study, project):
    assert project.read(project_uri(str(study)))
    screen.rest()
    results = screen.panel.results
    assert results.isVisible()
    assert results.filters.year.currentText() == "2023"
    themes = project.mapThemeCollection()
    own, other = (next(name for name in themes.mapThemes() if name.endswith(year)) for year in ("2023", "2022"))
    apply(other)
    wait_until(lambda: results.filters.year.currentText() == "2022")
    screen.rest()
    assert screen.column("Områden")[0] == "4"
    choose(results.filters.year, "2023")
    root = project.layerTreeRoot()
    state = QgsMapThemeCollection.createThemeFromCurrentState(root, QgsLayerTreeModel(root))
    assert state == themes.mapThemeState(own)
    assert state != themes.mapThemeState(other)
    apply(other)
    wait_until(lambda: results.filters.year.currentText() == "2022")
    apply(own)
    wait_until(lambda: results.filters.year.currentText() == "2023")


def test_a_closed_dock_follows_a_theme_when_it_is_opened_again(screen, study, project):
    assert project.read(project_uri(str(study)))
    screen.rest()
    screen.dock.close()
    theme = next(name for name in project.mapThemeCollection().mapThemes() if name.endswith("2022"))
    apply(theme)
    assert screen.panel.model.view.year is None
    screen.dock.show()
    screen.rest()
    wait_until(lambda: screen.panel.results.filters.year.currentText() == "2022")


def test_two_years_on_the_map_choose_none(shown):
    node = next(
        one
        for one in QgsProject.instance().layerTreeRoot().findLayers()
        if one.layer().customProperty(YEAR_PROPERTY) == 2022
    )
    node.setItemVisibilityCheckedParentRecursive(True)
    at_rest()
    assert shown.panel.results.filters.year.currentText() == "2023"
    assert ticked()[None]


def test_a_result_that_the_school_year_does_not_have_has_no_figures_and_says_of_which_year(
    screen, demo, tmp_path, qgis_processing
):
    earlier = of_the_year_before(demo / "slutbetyg_ak9_2025.csv", tmp_path)
    run(
        "study",
        AREAS=f"{demo / 'areas.gpkg'}|layername=areas|subset=\"regsokod\" LIKE '17%'",
        INDEX=[str(demo / "omradestyp_2023_export.csv")],
        SCHOOLS=[str(demo / "schools.csv")],
        RESULTS=[str(demo / "slutbetyg_ak9_2025.csv"), str(demo / "statistics_gr_2024_25.json"), str(earlier)],
        COUNTY="17",
        OUTPUT=str(tmp_path / "study.gpkg"),
    )
    screen.open(tmp_path / "study.gpkg")
    results = screen.panel.results
    choose(results.filters.result, "Behöriga till estetiska programmet, %")
    assert "Segregation mellan skolor efter behöriga till estetiska" in results.overview.sentences.text()
    choose(results.filters.school_year, "2023/24")
    assert results.overview.weighting.text() == "Här finns inga skolor med känt värde 2023/24."
    assert not results.overview.sentences.isVisible()
    assert results.filters.result.toolTip() == "Behöriga till estetiska programmet, %"


def tick_another_layer(root):
    """Show or hide the water, which has no year."""
    water = next(node for node in root.findLayers() if "=water" in node.layer().source())
    water.setItemVisibilityChecked(not water.itemVisibilityChecked())
    at_rest()


def test_a_year_without_a_layer_stays_chosen_when_another_layer_is_ticked(shown):
    project, year = QgsProject.instance(), shown.panel.results.filters.year
    root = project.layerTreeRoot()
    layers = [node.layer() for node in root.findLayers()]
    project.removeMapLayer(next(one.id() for one in layers if one.customProperty(YEAR_PROPERTY) == 2022))
    choose(year, "2022")
    tick_another_layer(root)
    assert year.currentText() == "2022"


def test_a_year_that_is_chosen_just_before_a_layer_is_ticked_stays(shown, project):
    model, year = shown.panel.model, shown.panel.results.filters.year
    model.set(place="1780")
    at_rest()
    model.set(year=2022)
    root = project.layerTreeRoot()
    tick_another_layer(root)
    assert year.currentText() == "2022"


def test_a_year_that_is_ticked_just_after_a_place_was_chosen_is_that_of_the_figures_too(shown, project):
    model, year = shown.panel.model, shown.panel.results.filters.year
    model.set(place="1780")
    assert model.unsaid
    layers = layers_of_types(project, model.path)
    for of, layer in layers.items():
        project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(of == 2022)
    at_rest()
    assert year.currentText() == "2022"
    assert model.view.year == 2022
    assert model.view.place == "1780"


def test_of_years_chosen_quickly_the_last_one_stays(shown):
    model, year = shown.panel.model, shown.panel.results.filters.year
    heard = []
    model.set(place="1780")
    at_rest()

    def choose_again(changed):
        """Before what the first year has set going on the map is heard."""
        if "year" in changed and not heard:
            heard.append(changed)
            model.set(year=None)

    model.changed.connect(choose_again)
    model.set(year=2022)
    at_rest()
    assert heard
    assert year.currentText() == "2023"
