"""Who may do what in the register and in what members take part in."""
