"""Documents on paper: rendered from a template, tagged for screen readers, issued with a code to confirm."""
