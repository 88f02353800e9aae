"""Acts on the rulebook."""
