"""When a file says that it was published."""

from __future__ import annotations

import pytest

from segregation_plugin.readers.document import Document, TextRow, WorkbookSheet
from segregation_plugin.readers.published import published


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ('{"version": "2.0", "updated": "2025-01-31T07:00:00Z"}', "2025-01-31"),
        ('"metadata":[{"updated":"2024-05-03T06:00:00Z"}]', "2024-05-03"),
        # In Sweden it is the day after; without summer time an hour later.
        ('{"updated": "2025-02-19T23:00:00Z"}', "2025-02-20"),
        ('{"updated":"2025-07-01T22:00:00.000Z"}', "2025-07-02"),
        ('{"updated":"2025-03-29T22:59Z"}', "2025-03-29"),
        ('{"updated":"2025-10-26T22:59:59Z"}', "2025-10-26"),
        ('{"updated":"9999-12-31T23:00:00Z"}', ""),
        ('LAST-UPDATED="20240131 08:00";', "2024-01-31"),
        ('LAST-UPDATED("a")="20240131 08:00";\nLAST-UPDATED("b")="20250131 08:00";', "2025-01-31"),
        ("a;b\n1;2\nSenaste uppdatering:;\n20250131 08:00;\nKälla:;\n", "2025-01-31"),
        ('"Latest update:"\r\n"20250131 08:00"\r\n', "2025-01-31"),
        ('{"Uttagsdatum": "2024-01-01", "Skolenheter": []}', "2024-01-01"),
        # No day, or not of the file.
        ("Senaste uppdatering:;\n20251331 08:00;", ""),
        ("Senaste uppdatering:;\n202501310;", ""),
        ("namn;datum\nUppdateringen;20250131", ""),
        ("Valt läsår: 2024/25", ""),
    ],
)
def test_a_file_says_when_it_was_published(text, day):
    assert published(Document("a.csv", text.encode())) == day


def test_the_demo_and_a_sheet_of_a_workbook(demo_file):
    assert published(demo_file("omradestyp_2023_export.csv")) == "2025-01-31"
    assert published(demo_file("schools.csv")) == ""
    ready = (TextRow(1, ("Senaste uppdatering:", "")), TextRow(2, ("20250131 08:00",)))
    assert published(WorkbookSheet("a.xlsx", b"", ready=ready)) == "2025-01-31"


def test_what_stands_far_below_is_found():
    rows = "1780R001;2023;4\n" * 10_000
    assert published(Document("a.csv", f"{rows}Senaste uppdatering:;\n20250131".encode())) == "2025-01-31"
