"""Files are read into the register: looked at first, then loaded whole or not at all."""
