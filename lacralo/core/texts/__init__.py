"""Anything written in several languages: an original, its revisions, and translations of each revision."""
