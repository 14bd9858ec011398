"""`python -m shandong_econ` is the command line."""

from __future__ import annotations

import sys

from shandong_econ.cli import main

if __name__ == "__main__":
    sys.exit(main())
