"""The vault: codes that people keep on paper, seals that they open, and a witness outside of the database."""
