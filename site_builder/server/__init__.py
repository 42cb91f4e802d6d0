"""The live preview and the annotation editor.

Input: requests. Output: rebuilt pages, and edits of files under content/annotations/.
"""

from site_builder.server.serve import serve

__all__ = ["serve"]
