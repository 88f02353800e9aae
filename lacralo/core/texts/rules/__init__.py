"""What two language versions must share, and which translation may replace which.  Pure."""
