"""The least program that prints something of a TOML file: tomllib and one Rich table."""

import sys
import tomllib

from rich.console import Console
from rich.table import Table

with open(sys.argv[1], "rb") as file:
    data = tomllib.load(file)
table = Table(title=data["brief"]["title"])
table.add_column("Fact")
table.add_column("In the report")
for fact in data["fact"]:
    table.add_row(fact["label"], fact["printed"])
Console().print(table)
