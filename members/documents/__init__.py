"""Files and papers about members."""
