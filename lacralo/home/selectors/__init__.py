"""Questions that need to know every app."""
