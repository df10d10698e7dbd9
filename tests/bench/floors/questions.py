"""How long the index takes for a question, without start and output: for words that stand nearly everywhere, and for a rare one."""

import time

from kzbrief.brief.search.query import parse
from kzbrief.shelf.searching import searchable
from kzbrief.shelf.store import Store

QUESTIONS = {"everywhere": "internet", "two everywhere": "internet access", "somewhere": "LiveJournal"}

shelf = searchable(Store())
assert not shelf.waiting
shelf.found(parse("warm"), 20)
for name, asked in QUESTIONS.items():
    query = parse(asked)
    before = time.perf_counter()
    found = shelf.found(query, 20)
    took = time.perf_counter() - before
    assert found
    assert found.total
    print(name, took * 1000)
shelf.close()
