"""The build program: content in, a static site out; straight-line."""
