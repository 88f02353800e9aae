"""Papers of elections."""
