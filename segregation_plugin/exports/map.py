"""A study's map on a page, as picture or PDF: what is shown, and the file. Main thread only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeedback,
    QgsGeometry,
    QgsLayoutExporter,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsVectorLayer,
)

from ..domain.codes import COUNTY
from ..domain.messages import Cancelled, InputError, OutputError
from ..i18n import texts as texts_in
from ..layers import palettes, styles
from ..layers.project import CRS, load_layers, view_extent
from ..layers.study_file import area_counts
from ..layers.study_tables import StudyTables, read_study
from ..resources import counties
from .notes import about_area_types
from .page import Content, lay_out
from .place_mask import outline_of, place_mask
from .whole_file import written_aside

if TYPE_CHECKING:
    from ..i18n import Texts

FORMATS = (".png", ".pdf", ".svg")

_ON_TOP = ("county_labels", "municipality_labels")


@dataclass(frozen=True)
class Place:
    """What a map is of. ``code`` of a municipality or county is empty for all of the study."""

    code: str
    name: str
    country: bool


def export_map(
    study_path: str,
    output: str,
    *,
    template: str,
    county: str | None,
    municipality: str | None,
    language: str,
    dpi: int,
    feedback: QgsFeedback | None = None,
) -> None:
    """Write the map of a study to ``output`` (png, pdf or svg by its ending), whole or not at all.

    ``county`` or ``municipality`` (codes) zoom to a place, count its areas alone and fade what lies around. Raises
    InputError for a place that the study does not hold or an unknown format, OutputError where nothing can be written.
    """
    target = Path(output)
    if target.suffix.lower() not in FORMATS:
        raise InputError(
            "{file}: a map is written as png, pdf or svg. Choose a file name with one of these endings.", file=target
        )
    texts = texts_in(language)
    study = read_study(study_path)
    place = _place(study, county, municipality, texts)
    styles.load_fonts()
    areas = study.areas[study.areas["regsokod"].str.startswith(place.code)].drop_duplicates("regsokod")
    layers = load_layers(study_path, texts, palettes.SEQUENTIAL, area_counts(areas))
    outline = None if place.country else outline_of(layers["areas"], place.code)
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem(CRS))
    shown = _in_order(layers, outline)
    project.addMapLayers(shown)
    year = study.provenance.get("index_ar", "")
    content = Content(
        title=f"{texts.tr('Area types')} {year}",
        place=place.name,
        country=place.country,
        layers=shown,
        legend=[layers[name] for name in ("areas", "schools") if name in layers],
        extent=view_extent(layers["areas"].extent() if outline is None else outline.boundingBox()),
        notes=[_source(study, texts), *about_area_types(areas, study.provenance, texts)],
    )
    project.metadata().setTitle(f"{content.title}: {content.place}")
    layout = lay_out(project, content, template)
    if feedback is not None and feedback.isCanceled():
        raise Cancelled
    with written_aside(target) as aside:
        _write(layout, aside, dpi, target)


def _place(study: StudyTables, county: str | None, municipality: str | None, texts: Texts) -> Place:
    if municipality and county and not municipality.startswith(county):
        raise InputError(
            "Municipality {municipality} does not lie in county {county}. Leave one of them out.",
            municipality=municipality,
            county=county,
        )
    code = municipality or county or study.provenance.get("kommunkod", "") or study.provenance.get("lanskod", "")
    if not code:
        return Place("", texts.tr("Sweden"), country=True)
    inside = study.areas[study.areas["regsokod"].str.startswith(code)]
    if inside.empty:
        raise InputError("The study holds no area in {place}. Check the county or municipality code.", place=code)
    name = counties().get(code, code) if COUNTY.fullmatch(code) else inside["kommunnamn"].iloc[0]
    return Place(code, name, country=False)


def _in_order(layers: dict[str, QgsVectorLayer], outline: QgsGeometry | None) -> list[QgsMapLayer]:
    """Return the layers to draw, topmost first: names stay clear of the veil around a chosen place."""
    names = [layers[name] for name in _ON_TOP if name in layers]
    veil = [] if outline is None else [place_mask(outline)]
    rest = [layer for name, layer in layers.items() if name not in _ON_TOP and layer.isSpatial()]
    return [*names, *veil, *rest]


def _source(study: StudyTables, texts: Texts) -> str:
    year = study.provenance.get("index_ar", "")
    if study.schools is None:
        return texts.tr("Source: SCB (area types {year}, RegSO), own processing. Shoreline: GSHHG.").format(year=year)
    return texts.tr(
        "Source: SCB (area types {year}, RegSO) and Skolverket (schools), own processing. Shoreline: GSHHG."
    ).format(year=year)


def _write(layout: QgsPrintLayout, path: Path, dpi: int, target: Path) -> None:
    exporter = QgsLayoutExporter(layout)
    if target.suffix.lower() == ".png":
        image = QgsLayoutExporter.ImageExportSettings()
        image.dpi = dpi
        result = exporter.exportToImage(str(path), image)
    elif target.suffix.lower() == ".pdf":
        pdf = QgsLayoutExporter.PdfExportSettings()
        pdf.dpi = dpi
        # Text as text, so that a report's reader can search and copy it.
        pdf.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        result = exporter.exportToPdf(str(path), pdf)
    else:
        svg = QgsLayoutExporter.SvgExportSettings()
        svg.dpi = dpi
        svg.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        result = exporter.exportToSvg(str(path), svg)
    if result != QgsLayoutExporter.ExportResult.Success:
        raise OutputError(
            "The map cannot be written to {file}: {reason}. Choose a lower resolution or another folder.",
            file=target,
            reason=exporter.errorMessage() or exporter.errorFile() or result,
        )
