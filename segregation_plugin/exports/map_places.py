"""What a map is of: the country, a county, a municipality; and its land."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    QgsFeatureRequest,
    QgsGeometry,
    QgsRectangle,
    QgsVectorLayer,
)

from ..domain.codes import COUNTY, place_code
from ..domain.messages import InputError
from ..resources import counties

if TYPE_CHECKING:
    import pandas as pd

    from ..i18n import Texts
    from ..study.model import Study

_NAMED = 3  # municipalities at most that a title names


@dataclass(frozen=True)
class Place:
    """What a map is of. ``code`` is that of a municipality or county, or empty for all of the study."""

    code: str
    name: str
    country: bool = False

    @property
    def municipality(self) -> bool:
        """Whether it is one municipality, chosen as such."""
        return bool(self.code) and not COUNTY.fullmatch(self.code)


def find_place(study: Study, county: str | None, municipality: str | None, texts: Texts) -> Place:
    """Return the place asked for, else that of the whole study. Raises InputError where the study has none of it."""
    known = study.provenance
    code = place_code(county, municipality) or known.get("kommunkod", "") or known.get("lanskod", "")
    if not code:
        return _whole(study.areas, texts)
    inside = study.areas[study.areas["regsokod"].str.startswith(code)]
    if inside.empty:
        raise InputError("The study holds no area in {place}. Check the county or municipality code.", place=code)
    name = counties().get(code, code) if COUNTY.fullmatch(code) else inside["kommunnamn"].iloc[0]
    return Place(code, str(name))


def _whole(areas: pd.DataFrame, texts: Texts) -> Place:
    """Return a study's place by the areas it holds: it may be of a layer that is not the whole country."""
    held = sorted(set(areas["regsokod"].str[:2]))
    if set(held) >= set(counties()):
        return Place("", texts.tr("Sweden"), country=True)
    names = sorted({str(name) for name in areas["kommunnamn"]})
    if len(names) <= _NAMED:
        return Place("", ", ".join(names))
    if len(held) <= _NAMED:
        return Place("", ", ".join(counties().get(code, code) for code in held))
    return Place("", texts.tr("{count} municipalities").format(count=texts.number(len(names))))


def outline_of(areas: QgsVectorLayer, code: str) -> QgsGeometry:
    """Return the merged areas whose codes begin with ``code``, in EPSG:3006, out to the territorial border."""
    # Codes are digits; they come from the study itself.
    request = QgsFeatureRequest().setFilterExpression(f"\"regsokod\" LIKE '{code}%'").setNoAttributes()
    return QgsGeometry.unaryUnion([feature.geometry() for feature in areas.getFeatures(request)])


def land_extent(outline: QgsGeometry, water: QgsVectorLayer | None) -> QgsRectangle:
    """Return the extent of what is not water of ``outline``, of all of it where nothing else is left."""
    extent = outline.boundingBox()
    if water is None:
        return extent
    request = QgsFeatureRequest(extent).setNoAttributes()
    seas = [feature.geometry() for feature in water.getFeatures(request)]
    land = outline.difference(QgsGeometry.unaryUnion(seas)) if seas else outline
    return land.boundingBox() if land and not land.isEmpty() else extent
