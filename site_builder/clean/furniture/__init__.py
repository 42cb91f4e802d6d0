"""Lines of a text scrape that are no article's, told by what stands beside them, before any head is looked for.

Input and output: lines; what is furniture comes back with the rule that says so.
"""
