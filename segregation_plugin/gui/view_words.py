"""What is looked at in a line of words: the dock's header, and the first line below a copied table."""

from __future__ import annotations

from ..i18n import Texts
from ..sheets.choice_words import said_of_choice, said_of_map
from ..sheets.headings import listed
from ..study.words import ANSWERS
from .dock_model import Model


def said_of_view(model: Model, texts: Texts) -> str:
    """Return place, places beside it, years and filters in a line, empty where no study is shown."""
    study, view, tr = model.study, model.view, texts.tr
    if study is None:
        return ""
    place = model.place_name or model.whole_name
    others = model.names_compared
    on_map = said_of_map(view.filter, texts)
    if on_map:
        # Of the place alone: those beside it are whole.
        place = f"{place}, {on_map[0]}"
        place = f"{place}," if others else place
    if others:
        place = tr("{place} compared with {others}").format(place=place, others=listed(others, texts))
    said = [place, str(view.year or study.year), *said_of_choice(view.chosen, texts)]
    if view.school_year:
        said.append(tr("results of {year}").format(year=view.school_year))
    if view.types_by:
        said.append(tr("schools by type: {types}").format(types=texts.render(ANSWERS[view.types_by])))
    return ", ".join(said)
