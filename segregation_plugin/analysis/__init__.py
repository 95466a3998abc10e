"""Analysis: tables to tables and numbers. Knows no QGIS."""
