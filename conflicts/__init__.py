"""Statements of interest."""
