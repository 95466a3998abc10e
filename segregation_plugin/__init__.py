"""The package of the plugin; ``plugin.py`` is where QGIS enters it."""
