"""The acts of elections."""
