# The project's own commands; README.md says what each is for.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input \
	install --constraint constraints.txt

PROGRAMME ?= data/england_2013
OUT       ?= rota
BUDGET    ?= 60

.PHONY: rota test compiler lint pytest shipped national picture bench wheel clean
.NOTPARALLEL:
.DELETE_ON_ERROR:

rota: $(VENV)/run.stamp
	$(BIN)/rota plan $(PROGRAMME) --out $(OUT) --seconds $(BUDGET)
	$(BIN)/rota show $(PROGRAMME) $(OUT) --out $(OUT)/rota.html
	@echo "Made $(OUT)/: the rota as CSV files, and $(OUT)/rota.html to open in a browser."

# What CI runs, the quickest to fail first.
test: compiler lint pytest shipped national
	@echo "All is well: lint, tests, the shipped wheel and the national rota."

# First of all, since the package is compiled when it is installed.
compiler:
	@.ci/compiler

lint: $(VENV)/dev.stamp
	$(BIN)/pre-commit run --all-files --show-diff-on-failure

pytest: $(VENV)/dev.stamp $(VENV)/browser.stamp $(VENV)/office.stamp
	$(BIN)/python -m pytest -n 2 --dist loadfile

shipped: wheel
	.ci/shipped

national: $(VENV)/run.stamp
	.ci/national $(BIN)/rota

# The README's picture, made anew by the test that checks it.
picture: $(VENV)/dev.stamp $(VENV)/browser.stamp
	KEEP_PICTURE=1 $(BIN)/python -m pytest tests/house/test_readme_picture.py

bench: $(VENV)/dev.stamp $(VENV)/browser.stamp
	$(BIN)/python -m tests.benchmarks

wheel: $(VENV)/dev.stamp
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist .

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# Run-time packages only, so that a first rota is minutes away.
$(VENV)/run.stamp: pyproject.toml constraints.txt hatch_build.py $(wildcard planner/improve/compiled/*.p[yx][xdi])
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.11 ...")'
	@echo "Setting up $(VENV) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp
	@echo "Adding the developers' tools to $(VENV) ..."
	@$(PIP) --editable '.[dev]'
	@touch $@

$(VENV)/browser.stamp: $(VENV)/run.stamp
	@.ci/browser
	@touch $@

$(VENV)/office.stamp: $(VENV)/run.stamp
	@.ci/office
	@touch $@
