"""Who may do what in an election."""
