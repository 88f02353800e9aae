"""What falls due, and the clock that says so."""
