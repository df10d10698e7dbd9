"""The least that checking a brief takes: the two libraries, and parsing the file."""

import sys

import msgspec  # noqa: F401 - importing it is what takes the time
import tomli

with open(sys.argv[1], "rb") as file:
    data = tomli.load(file)
