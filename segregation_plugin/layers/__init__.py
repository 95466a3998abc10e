"""QGIS layers and tables, the study GeoPackage, its styles and its project."""
