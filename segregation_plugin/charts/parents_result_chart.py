"""Schools by their share of pupils with parents with post-secondary education and their result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..domain.measures import BACKGROUND
from .scatter import alternative, by_share, draw, height, spots

if TYPE_CHECKING:
    from ..domain.measures import Measure
    from ..domain.wording import Wording
    from ..sheets.sheet import Sheet
    from ..study.model import Study

__all__ = ["alternative", "draw", "height", "spots", "table"]


def table(study: Study, measure: Measure | None, texts: Wording, others: Sequence[Study] = ()) -> Sheet | None:
    """Return the schools of ``scatter.scatter_of`` by that share."""
    return by_share(BACKGROUND[1], study, measure, texts, others)
