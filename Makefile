# Every target does its own set-up: a fresh clone needs nothing but Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SPM := SPM_HOME=$(CURDIR)/.demo $(BIN)/spm

.PHONY: demo test test-fast lint bench-bot setup setup-dev evals bench clean

setup: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml constraints.txt
	@echo "Menyiapkan lingkungan Python di $(VENV) (sekitar satu menit) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

setup-dev: $(VENV)/.installed-dev

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Menambah alat uji …"
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@

demo: setup
	@echo "Membangun indeks dari bahan bawaan …"
	@$(SPM) index build
	@$(BIN)/python -m bots.demo $(CURDIR)/.demo
	@echo "Menilai dan memeriksa sebuah laporan contoh (angka rekaan, satu kesalahan disengaja) …"
	@$(SPM) template .demo/contoh.xlsx --level kabkota --sample --force
	@$(SPM) score .demo/contoh.xlsx | head -12
	@$(SPM) check .demo/contoh.xlsx --format html --out .demo/hasil.html || test $$? = 1

test: setup-dev
	@echo "Menjalankan seluruh uji …"
	@$(BIN)/python -m pytest

test-fast: setup-dev
	@echo "Menjalankan uji yang cepat …"
	@$(BIN)/python -m pytest -m "not slow"

lint: setup-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

evals: setup-dev
	@$(BIN)/python -m evals all

bench: setup-dev
	@$(BIN)/python -m evals bench
	@$(BIN)/python -m evals.score_bench
	@$(BIN)/python -m evals.checking_bench
	@$(BIN)/python -m evals.session_bench

bench-bot: setup-dev
	@$(SPM) index build
	@$(BIN)/python -m tests.bot_load $(CURDIR)/.demo evals/results/bot.md

clean:
	@rm -rf $(VENV) .demo build *.egg-info
