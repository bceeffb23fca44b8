"""Lets `python -m trainer` do what the `trainer` command does."""

import sys

from trainer.main import main

if __name__ == "__main__":
    sys.exit(main())
