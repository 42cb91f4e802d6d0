"""Where the articles of a text scrape begin: heads, found by evidence that adds up and by other heads that agree."""
