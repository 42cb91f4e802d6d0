"""Values only: frozen, slotted dataclasses that the rooms of the program pass to each other.

Input and output: none; nothing here reads, writes or computes more than a property.
Standard library only (a contract in pyproject.toml holds it).
"""
