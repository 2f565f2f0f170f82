"""Collecting: what is new at declared feeds and sitemaps, fetched into the raw folder as received."""
