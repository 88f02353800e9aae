"""The demonstration: made by the portal's own acts, with the moments at which they would have happened."""
