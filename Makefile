# `make run` and `make test` are all that a machine with Python 3.11 needs; both make .venv themselves.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c tests/constraints.txt

.PHONY: run test check lint format types bench docs languages wheel bundle bundle-test clean help

help:  ## say what each command does
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 13

run: .venv/run  ## open the briefing of Kazakhstan
	@$(BIN)/kzbrief $(BRIEF)

test: .venv/test  ## run the whole test suite
	$(BIN)/python -m pytest -n 2 --dist loadfile $(ARGS)

check: lint types test  ## everything that must pass before a change goes in

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: .venv/dev  ## put the code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: .venv/dev
	$(BIN)/mypy

bench: .venv/dev  ## measure speed as ratios against floors
	$(BIN)/python -m tests.bench $(ARGS)

docs: .venv/dev  ## make the generated parts of the documentation again
	$(BIN)/python -m docs.build

languages: .venv/dev  ## bring the catalogues of languages up to date with the code
	$(BIN)/python tools/languages.py $(ARGS)

wheel: .venv/dev  ## build wheel and sdist into dist/
	$(BIN)/python -m build --outdir dist .

bundle: .venv/dev  ## pack kzbrief with all that it needs, for a machine without network
	$(BIN)/python tools/bundle.py $(ARGS)

bundle-test: .venv/dev  ## make the bundle, and install it without network
	$(BIN)/python tools/bundle.py --try

clean:
	rm -rf .venv build dist

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run: pyproject.toml tests/constraints.txt | .venv/bin/python
	$(PIP) -e .
	@$(BIN)/python -m compileall -q kzbrief
	@touch $@

.venv/test: pyproject.toml tests/constraints.txt | .venv/bin/python
	$(PIP) -e '.[test]'
	@touch .venv/run $@

.venv/dev: pyproject.toml tests/constraints.txt | .venv/bin/python
	$(PIP) -e '.[dev]'
	@touch .venv/run .venv/test $@
