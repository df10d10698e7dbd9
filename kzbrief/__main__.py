"""`python -m kzbrief` is the `kzbrief` command."""

from .cli import run

if __name__ == "__main__":
    run()
