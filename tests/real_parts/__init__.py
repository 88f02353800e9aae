"""The real servers and the real browser that the tests run against; nothing here is imitated."""
