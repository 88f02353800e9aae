"""The rules of elections: exact, pure, and each with its article.  No Django, no clock, no database."""
