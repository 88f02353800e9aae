"""How files are read into the register, line by line; one module for each kind of line.  Pure."""
