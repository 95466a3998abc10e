"""Neighbours: which areas touch, whether they are alike, and who lives around a point."""
