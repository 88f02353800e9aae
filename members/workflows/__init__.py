"""Legal moves."""
