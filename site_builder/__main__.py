"""``python -m site_builder``: the same as the command ``site-builder``."""

import sys

from site_builder.cli import main

if __name__ == "__main__":
    sys.exit(main())
