"""``content/site.toml`` becomes a ``Site``; all problems are reported at once."""
