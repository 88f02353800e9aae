"""The rules as versioned data: documents, their versions and articles, and the rule sets that govern acts."""
