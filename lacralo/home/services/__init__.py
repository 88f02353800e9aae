"""Acts that need to know every app."""
