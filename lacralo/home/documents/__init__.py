"""What the roof writes for other programs."""
