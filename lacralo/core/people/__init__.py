"""Who is known to the portal."""
