"""What a table or a map is of: the country, a county, a municipality."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ..domain.codes import COUNTY, MUNICIPALITY, REGSO, place_code
from ..domain.counties import COUNTIES
from ..domain.messages import InputError
from ..domain.wording import Wording
from ..study.model import Study

_NAMED = 3  # places at most that a title names


@dataclass(frozen=True)
class Place:
    """A place with its name. ``code`` is that of a municipality or county, or empty for all of the study."""

    code: str
    name: str
    country: bool = False

    @property
    def municipality(self) -> bool:
        """Whether it is one municipality, chosen as such."""
        return bool(self.code) and not COUNTY.fullmatch(self.code)


def find_place(study: Study, county: str | None, municipality: str | None, texts: Wording) -> Place:
    """Return the place asked for, else that of the whole study. Raises InputError where the study has none of it."""
    known = study.provenance
    if study.name and not (county or municipality):
        return Place("", study.name)
    code = place_code(county, municipality) or known.get("kommunkod", "") or known.get("lanskod", "")
    # Of a filter the place stays the same: it may leave no area there.
    areas = (study.whole or study).areas
    if not code:
        return Place("", _together(study, texts)) if study.codes else _whole(areas, texts)
    inside = areas[areas["regsokod"].str.startswith(code)]
    if inside.empty:
        raise InputError("The study holds no area in {place}. Check the county or municipality code.", place=code)
    name = COUNTIES.get(code, code) if COUNTY.fullmatch(code) else inside["kommunnamn"].iloc[0]
    return Place(code, str(name))


def members_of(study: Study) -> str:
    """Return the names of what a part of a study is of: counties, municipalities, areas with their municipality."""
    areas = (study.whole or study).areas
    names: dict[str, str] = dict(COUNTIES)
    names |= dict(zip(areas["kommunkod"].astype(str), areas["kommunnamn"].astype(str)))
    single = areas[areas["regsokod"].isin(study.codes)]
    for code, *named in single[["regsokod", "regsonamn", "kommunnamn"]].itertuples(index=False):
        names[code] = ", ".join(str(one) for one in named if one) or code
    # A comma stands in the names of areas already.
    return (", " if single.empty else "; ").join(names.get(code, code) for code in dict.fromkeys(study.codes))


def _together(study: Study, texts: Wording) -> str:
    """Return what places that nobody has named are together called: by their names, many by how many they are.

    Never by what they lie in: some municipalities of a county are not the county.
    """
    count = len(set(study.codes))
    if count <= _NAMED:
        return members_of(study)
    if all(REGSO.fullmatch(code) for code in study.codes):
        template = texts.tr("{count} areas")
    elif all(MUNICIPALITY.fullmatch(code) for code in study.codes):
        template = texts.tr("{count} municipalities")
    else:
        template = texts.tr("{count} places")
    return template.format(count=texts.number(count))


def _whole(areas: pd.DataFrame, texts: Wording) -> Place:
    """Return a whole study's place by the areas it holds: it may be of a layer that is not the whole country."""
    held = sorted(set(areas["regsokod"].str[:2]))
    if set(held) >= set(COUNTIES):
        return Place("", texts.tr("Sweden"), country=True)
    names = sorted({str(name) for name in areas["kommunnamn"]})
    if len(names) <= _NAMED:
        return Place("", ", ".join(names))
    if len(held) <= _NAMED:
        return Place("", ", ".join(COUNTIES.get(code, code) for code in held))
    return Place("", texts.tr("{count} municipalities").format(count=texts.number(len(names))))
