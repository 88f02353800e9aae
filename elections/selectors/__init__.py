"""Questions to elections."""
