"""Charts: each draws a sheet, the very table that stands beside it, into a figure of matplotlib."""
