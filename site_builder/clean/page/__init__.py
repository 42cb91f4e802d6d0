"""An HTML page taken apart: its articles, their blocks chosen by two witnesses, their facts."""
