"""Who is told what of an election."""
