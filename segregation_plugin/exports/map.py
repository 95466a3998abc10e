"""A study's map on a page, as picture or PDF: what is shown, and the file. Main thread only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFeedback,
    QgsLayoutExporter,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPrintLayout,
    QgsProject,
    QgsPropertyCollection,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage

from ..domain import operators, palettes
from ..domain.area_types import ALL, AREA_TYPES
from ..domain.area_types import name as area_type_name
from ..domain.messages import Cancelled, InputError, Message, OutputError, message
from ..domain.place_words import heading
from ..domain.placing import LOCATED, OPERATORS_ADDRESS
from ..i18n import texts as texts_in
from ..layers import styles
from ..layers.fonts import load_fonts
from ..layers.opening import readable
from ..layers.project import CRS, view_extent
from ..layers.study_layers import load_layers
from ..layers.study_reading import read_study
from ..layers.year_layers import table_of
from ..sheets.named_place import Place, find_place
from ..sheets.notes import (
    about_area_types,
    about_types_on_map,
    at_operators_address,
    none_located,
    said_places,
    schools_elsewhere,
)
from ..study.model import Study
from ..study.schema import AREAS_2020, CHANGED_BORDERS
from ..study.years import at
from .legend import Legend, LegendRow
from .map_places import land_extent, outline_of
from .page import Content, Inset, lay_out, map_frames
from .svg import finish_svg
from .templates import TEMPLATES
from .whole_file import written_aside

if TYPE_CHECKING:
    import pandas as pd

    from ..i18n import Texts

FORMATS = (".png", ".pdf", ".svg")

# On a map of the country most areas of types 1 and 2 are smaller than a dot: they lie in towns. EPSG:3006 metres.
_INSETS = (
    Inset("Stockholm", 671_500, 6_583_000),
    Inset("Göteborg", 320_500, 6_402_500),
    Inset("Malmö", 375_500, 6_164_000),
)
_INSET_SCALE = 600_000
_INSET_SCHOOL = 0.6  # of the size that schools have at this scale elsewhere

# What the last bytes of a whole file hold.
_ENDS = {".png": b"IEND", ".pdf": b"%%EOF", ".svg": b"</svg>"}
_LONGEST_END = 64  # bytes


def export_map(
    study_path: str,
    output: str,
    *,
    template: str,
    county: str | None,
    municipality: str | None,
    language: str,
    dpi: int,
    year: int | None = None,
    types_by: str | None = None,
    palette: str = palettes.SEQUENTIAL,
    feedback: QgsFeedback | None = None,
) -> None:
    """Write the map of a study to ``output`` (png, pdf or svg by its ending), whole or not at all.

    ``year``: of the area types, the study's own when None. ``types_by``: by which types schools count (``TYPES_BY``),
    as the study does when None. ``county`` or ``municipality`` (codes) zoom to a place,
    count its areas and schools alone and fade what lies around. Raises InputError for a place or year that the study
    does not hold, an unknown page or format, OutputError where nothing can be written, Cancelled.
    """
    target = Path(output)
    if target.suffix.lower() not in FORMATS:
        raise InputError(
            "{file}: a map is written as png, pdf or svg. Choose a file name with one of these endings.", file=target
        )
    if template not in TEMPLATES:
        raise InputError("There is no page {name}. Choose one of {known}.", name=template, known=", ".join(TEMPLATES))
    texts = texts_in(language)
    study = at(read_study(study_path), year, types_by=types_by)
    place = find_place(study, county, municipality, texts)
    load_fonts()
    shown = study.within(county or "", municipality or "")
    # In a function of its own: the layers are closed when it ends, before a copy goes.
    with readable(Path(study_path)) as calm:
        _draw(target, str(calm), shown, place, texts, palette, template, dpi, feedback)


def _draw(
    target: Path,
    path: str,
    study: Study,
    place: Place,
    texts: Texts,
    palette: str,
    template: str,
    dpi: int,
    feedback: QgsFeedback | None,
) -> None:
    """Write the map of the part ``study`` of the study at ``path``."""
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(CRS))
    layout = lay_out(project, _content(path, study, place, texts, project, palette), template)
    _check(feedback)
    with written_aside(target) as aside:
        _write(layout, aside, dpi, target)
        if not _is_whole(aside):
            raise _not_written(target, message("too little disk space"))
        _check(feedback)


def _check(feedback: QgsFeedback | None) -> None:
    if feedback is not None and feedback.isCanceled():
        raise Cancelled


def _content(path: str, study: Study, place: Place, texts: Texts, project: QgsProject, palette: str) -> Content:
    """Return what the page shows; its layers belong to ``project`` from now on, whose title becomes the file's."""
    layers = load_layers(path, texts, palette, year=study.year)
    areas = study.areas.drop_duplicates("regsokod")
    schools, counted = study.schools, study.counted
    if schools is not None and counted is not None:
        schools = schools[schools["regsokod"].notna()]
        # Those on the map, and those that have a type though nobody knows where they lie.
        on_map = counted["skolenhetskod"].isin(schools["skolenhetskod"])
        counted = counted[on_map | counted["omradestyp"].notna()]
    year = study.provenance.get("index_ar", "")
    title = f"{texts.tr('Area types')} {year}".strip()
    legends = [_area_legend(layers, title, areas, counted, texts, study.units)]
    if schools is not None and "schools" in layers:
        legends.append(_school_legend(layers["schools"], schools, texts, study.units))
    drawn_apart = table_of(layers["areas"]) == AREAS_2020.name
    notes = [_source(study, texts), *about_area_types(areas, study.provenance, texts, drawn_apart)]
    if schools is not None and counted is not None:
        notes += (
            none_located(study, texts)
            + about_types_on_map(study, counted, texts)
            + schools_elsewhere(study, schools, texts)
            + at_operators_address(study, schools, texts)
            + _in_doubt(schools, texts)
        )
        notes += _all_located(study, texts) + _unlocated(study, place, texts)
    insets: list[Inset] = []
    inset_layers: list[QgsMapLayer] = []
    if place.country:
        extent = layers["areas"].extent()
        shown = [layer for layer in layers.values() if layer.isSpatial()]
        insets = list(_INSETS)
        inset_layers = _inset_layers(layers, texts, study.units)
        notes.append(texts.tr("The details are on the scale 1:{scale}.").format(scale=texts.number(_INSET_SCALE)))
    else:
        outline = outline_of(layers["areas"], place.code)
        extent = land_extent(outline, layers.get("water_overview"))
        styles.focus(layers, texts, palette, place.code, study.units, styles.types_shown(layers["areas"]))
        shown = [layer for name, layer in layers.items() if name != "county_labels" and layer.isSpatial()]
        if place.municipality:
            # Its border is drawn over the county's, which is faint.
            shown.remove(layers["municipality_borders"])
            shown.insert(shown.index(layers["county_borders"]), layers["municipality_borders"])
    project.addMapLayers([*shown, *(layer for layer in inset_layers if layer not in shown)])
    described = project.metadata()
    described.setTitle(f"{title}: {place.name}")
    described.setAuthor("")
    described.setLanguage(texts.language)
    project.setMetadata(described)
    return Content(
        title, place.name, place.country, shown, legends, view_extent(extent), notes, insets, inset_layers, _INSET_SCALE
    )


def _area_legend(
    layers: dict[str, QgsVectorLayer],
    title: str,
    areas: pd.DataFrame,
    schools: pd.DataFrame | None,
    texts: Texts,
    units: str,
) -> Legend:
    """Return the area types with how many areas and schools each has; those without a type where there are any.

    So for the areas whose borders changed, where the map marks them.
    """
    symbols = _symbols(layers["areas"])
    tables = [areas] if schools is None else [areas, schools]
    rows = []
    for position, kind in enumerate((*AREA_TYPES, None)):
        counts = [
            int((table["omradestyp"].isna() if kind is None else table["omradestyp"] == kind).sum()) for table in tables
        ]
        if kind is not None or any(counts):
            numbers = tuple(texts.number(count) for count in counts)
            name = area_type_name(kind, texts.language)
            # Where every area has a type there may still be schools without one.
            symbol = symbols[position] if position < len(symbols) else None
            rows.append(LegendRow(symbol, name, numbers, "" if kind is None else str(kind)))
    totals = tuple(texts.number(len(table)) for table in tables)
    rows.append(LegendRow(None, area_type_name(ALL, texts.language), totals))
    changed = areas.loc[areas["grans_andrad"] == 1, "regsokod"]
    if CHANGED_BORDERS in layers and len(changed):
        mark = layers[CHANGED_BORDERS].renderer().symbol().clone()
        numbers = tuple(texts.number(int(table["regsokod"].isin(changed).sum())) for table in tables)
        rows.append(LegendRow(mark, texts.tr("Of these: border changed in 2025"), numbers))
    heads = (texts.tr("Areas"), texts.render(heading(units)))[: len(tables)]
    return Legend(title, heads, tuple(rows))


def _school_legend(layer: QgsVectorLayer, schools: pd.DataFrame, texts: Texts, units: str) -> Legend:
    """Return the operators that the place has, in symbols of one size: on the map they shrink with the scale."""
    operator = schools["huvudmannatyp"].fillna("")
    counted = operator.where(operator.isin([operators.MUNICIPAL, operators.INDEPENDENT, ""]), "other").value_counts()
    rows = []
    for symbol, (key, name) in zip(_symbols(layer), styles.operators_shown(layer, texts, units).items()):
        if not counted.get(key):
            continue
        if isinstance(symbol, QgsMarkerSymbol):
            symbol.symbolLayer(0).setDataDefinedProperties(QgsPropertyCollection())
            symbol.setDataDefinedProperties(QgsPropertyCollection())
        rows.append(LegendRow(symbol, name, (texts.number(int(counted[key])),)))
    title = texts.render(heading(units))
    if [row.name for row in rows] == [title]:
        # One symbol for all places, named as they are: a title and a sum would say the same again.
        return Legend("", ("",), tuple(rows))
    rows.append(LegendRow(None, area_type_name(ALL, texts.language), (texts.number(len(schools)),)))
    return Legend(title, ("",), tuple(rows))


def _symbols(layer: QgsVectorLayer) -> list[QgsSymbol]:
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return []
    return [category.symbol().clone() for category in renderer.categories()]


def _inset_layers(layers: dict[str, QgsVectorLayer], texts: Texts, units: str) -> list[QgsMapLayer]:
    """Return the layers of details, where schools are smaller, so that they do not hide the areas."""
    shown: list[QgsMapLayer] = []
    for name, layer in layers.items():
        if name == "schools":
            small = layer.clone()
            styles.style_schools(small, texts, units, size=_INSET_SCHOOL)
            shown.append(small)
        elif layer.isSpatial():
            shown.append(layer)
    return shown


def _source(study: Study, texts: Texts) -> str:
    year = study.provenance.get("index_ar", "")
    if study.schools is None or study.units:
        source = texts.tr("Source: SCB (area types {year}, RegSO), own processing.")
    else:
        source = texts.tr("Source: SCB (area types {year}, RegSO) and Skolverket (schools), own processing.")
    shores = texts.tr("Shoreline: GSHHG. Lakes: EuroGlobalMap, EuroGeographics and Lantmäteriet.")
    return f"{source.format(year=year)} {shores}"


def _in_doubt(schools: pd.DataFrame, texts: Texts) -> list[str]:
    """Return what the colour of schools means that may stand at their operator's address, where there are any."""
    if not (schools["placering"] == OPERATORS_ADDRESS).any():
        return []
    return [texts.tr("Schools that may stand at their operator's address are filled with yellow.")]


def _all_located(study: Study, texts: Texts) -> list[str]:
    """Return that no filter holds for the map: beside a table of some schools it is not of these alone."""
    if study.schools is None or not study.schools["placering"].isin(LOCATED).any():
        return []
    if study.units:
        template = texts.tr("The map shows all {places} with a known location.")
    else:
        template = texts.tr("The map shows all {places} with a known location, of every school type and operator.")
    return [template.format(places=said_places(study, texts))]


def _unlocated(study: Study, place: Place, texts: Texts) -> list[str]:
    """Return how many schools no map of the whole study can show; of a place nobody knows."""
    if study.schools is None or not place.country:
        return []
    count = int((~study.schools["placering"].isin(LOCATED)).sum())
    if not count:
        return []
    return [
        texts.tr("{count} {places} without a known location are not on the map.").format(
            count=texts.number(count), places=said_places(study, texts)
        )
    ]


def _write(layout: QgsPrintLayout, path: Path, dpi: int, target: Path) -> None:
    exporter = QgsLayoutExporter(layout)
    if target.suffix.lower() == ".png":
        # Not exportToImage: it has GDAL add a georeference, which a png cannot take, with an error on the terminal.
        image = exporter.renderPageToImage(0, QSize(), dpi).convertToFormat(QImage.Format.Format_RGB32)
        image.setText("Title", layout.name())
        if image.isNull() or not image.save(str(path)):
            raise _not_written(target, message("too little memory or disk space"))
        return
    if target.suffix.lower() == ".pdf":
        pdf = QgsLayoutExporter.PdfExportSettings()
        pdf.dpi = dpi
        # Text as text, so that a report's reader can search and copy it.
        pdf.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        result = exporter.exportToPdf(str(path), pdf)
    else:
        svg = QgsLayoutExporter.SvgExportSettings()
        svg.dpi = dpi
        svg.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        svg.exportAsLayers = True
        result = exporter.exportToSvg(str(path), svg)
    if result != QgsLayoutExporter.ExportResult.Success:
        # Whatever else went wrong, the exporter of QGIS 3.22 keeps to itself.
        memory = result == QgsLayoutExporter.ExportResult.MemoryError
        raise _not_written(target, message("too little memory") if memory else message("it cannot be opened"))
    if target.suffix.lower() == ".svg" and _is_whole(path):
        finish_svg(path, map_frames(layout), layout.pageCollection().page(0).pageSize().width())


def _is_whole(path: Path) -> bool:
    """Whether a file ends as its format does: Qt does not say that the disk was full."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _LONGEST_END))
        return _ENDS[path.suffix.lower()] in file.read()


def _not_written(target: Path, reason: Message) -> OutputError:
    return OutputError(
        "The map cannot be written to {file}: {reason}. Choose a lower resolution or another folder.",
        file=target,
        reason=reason,
    )
