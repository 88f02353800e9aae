"""What is told to people of the register and of what they take part in."""
