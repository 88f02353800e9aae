"""Questions to the rulebook."""
