"""Where the portal meets its libraries: accounts, the second factor, sessions, what every template knows."""
