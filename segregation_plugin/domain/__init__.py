"""The words of the field: area types, codes, statuses, measures and table columns. Knows no QGIS."""
