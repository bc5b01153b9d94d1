# Every target installs what it needs by scripts/setup, which is done in a second when nothing is missing.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
# The targets share target/ and dist/, and stopping at the first failure wants an order.
.NOTPARALLEL:

env := . target/sohoa-env.sh;

.PHONY: help setup serve dist test test-native test-wasm test-page documents sql guide fuzz bench lint clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' Makefile | expand -t 20

serve: dist ## the page on http://localhost:8766 (PORT=… for another)
	@node scripts/serve.mjs

dist: setup ## the page for a web server in dist/, and as one file, dist/sohoa.html
	scripts/wasm
	cargo run --quiet --bin make_page

test: test-native test-wasm test-page ## all tests: native, in the browser, of the finished page

test-native: setup ## the core, without a browser
	cargo test

# The runner gives all tests of the browser together 20 seconds unless told otherwise, which a busy machine exceeds.
test-wasm: setup ## the boundary, in headless Chromium
	$(env) WASM_BINDGEN_TEST_TIMEOUT=300 for_wasm wasm-pack test --headless --chrome --chromedriver "$$CHROMEDRIVER" --mode no-install . \
	  --test web --config wasm-pack.toml

test-page: dist ## the finished page, in headless Chromium
	scripts/test-page

documents: ## the documents, read by Python, a validator and LibreOffice, which must be there
	scripts/documents

sql: setup ## sql/figures.sql on DuckDB and Spark SQL, which are installed; needs Python and a Java runtime
	scripts/check-sql

guide: dist ## the pictures of docs/huong-dan.md, taken from the page
	$(env) node scripts/guide.mjs

fuzz: setup ## files changed at random, for a minute
	scripts/fuzz

bench: dist ## how fast large exports are read
	./scripts/bench

lint: setup ## formatting, and clippy for both targets
	cargo fmt --check
	cargo clippy --quiet --all-targets -- -D warnings
	$(env) for_wasm cargo clippy --quiet --lib --target wasm32-unknown-unknown --config wasm-pack.toml -- -D warnings

setup: ## what building and testing need
	@scripts/setup

clean: ## away with everything that was built
	rm -rf target dist www/pkg
