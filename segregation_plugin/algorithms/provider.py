"""The Processing provider ``segregation``."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .activitybyareatype import ActivityByAreaType
from .areatypereach import AreaTypeReach
from .backgroundsegregation import BackgroundSegregation
from .changebetweenyears import ChangeBetweenYears
from .comparesegregation import CompareSegregation
from .exportmap import ExportMap
from .exporttables import ExportTables
from .importindex import ImportIndex
from .importresults import ImportResults
from .importschools import ImportSchools
from .inequalityindex import InequalityIndex
from .joinindex import JoinIndex
from .linkresults import LinkResults
from .locateindatabase import LocateInDatabase
from .locateschools import LocateSchools
from .make_study import StudyAlgorithm
from .matchreport import MatchReport
from .neighbourhoodprofile import NeighbourhoodProfile
from .officialtypes import OfficialTypes
from .protecttable import ProtectTable
from .save_study import SaveStudy
from .segregationindices import SegregationIndices
from .spatialautocorrelation import SpatialAutocorrelation
from .summarise import Summarise

_ICON = Path(__file__).parent.parent.parent / "resources" / "icons" / "segregation.svg"

ALGORITHMS = (
    StudyAlgorithm,
    ImportIndex,
    ImportSchools,
    ImportResults,
    JoinIndex,
    LocateSchools,
    LocateInDatabase,
    Summarise,
    LinkResults,
    OfficialTypes,
    AreaTypeReach,
    ActivityByAreaType,
    ChangeBetweenYears,
    InequalityIndex,
    BackgroundSegregation,
    SegregationIndices,
    CompareSegregation,
    NeighbourhoodProfile,
    SpatialAutocorrelation,
    MatchReport,
    SaveStudy,
    ExportMap,
    ExportTables,
    ProtectTable,
)


class SegregationProvider(QgsProcessingProvider):
    """Adds the algorithms to QGIS's toolbox."""

    def id(self) -> str:
        """Return the id that scripts and models use."""
        return "segregation"

    def name(self) -> str:
        """Return the name in the toolbox."""
        return "RegSO Segregation"

    def icon(self) -> QIcon:
        """Return the plugin's icon."""
        return QIcon(str(_ICON))

    def loadAlgorithms(self) -> None:
        """Add the algorithms."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
