"""Tags of statements of interest."""
