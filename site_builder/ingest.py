"""The ingest program: scrapes in, articles under content/ out; straight-line."""
