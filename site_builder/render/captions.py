"""Reads captions: a picture without an address stands for the picture above it, or for one that is not there.

Input: the blocks of Python-Markdown. Output: a paragraph of the class ``caption``, its inline Markdown kept.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor

# The words may hold links and marks of notes; a line in it ends with the two spaces of a line break.
_CAPTION = re.compile(
    r" {0,3}!\[((?:\\[^\n]|[^\[\]\\\n]|  \n|\[(?:\\[^\n]|[^\[\]\\\n])*\](?:\([^()\n]*\))?)+)\]\(\)[ \n]*"
)


class CaptionProcessor(BlockProcessor):
    """Makes a caption of a block ``![words]()``."""

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether the whole block is a caption."""
        return block.lstrip(" ").startswith("![") and _CAPTION.fullmatch(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> bool:
        """Take the first block, and put its caption below ``parent``."""
        found = _CAPTION.fullmatch(blocks[0])
        if found is None:
            return False
        blocks.pop(0)
        paragraph = SubElement(parent, "p", {"class": "caption"})
        paragraph.text = found[1]
        return True
