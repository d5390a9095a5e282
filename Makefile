# make        sets everything up, builds the page and serves it on this machine
# make test   sets everything up and passes every test
# Tools go to .tools and node_modules, both ignored by git, and are used again the next time.
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -ec
.DELETE_ON_ERROR:

# The program that writes the JavaScript glue must have exactly the version of the crate that the code is compiled with.
bindgen := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
export WASM_BINDGEN_VERSION := $(bindgen)
export PATH := $(CURDIR)/.tools/wasm-bindgen-$(bindgen)/bin:$(CURDIR)/node_modules/.bin:$(PATH):$(CURDIR)/.tools/wasm-pack/bin

rust := $(shell find src build -type f) Cargo.toml Cargo.lock scripts/wasm
web := $(shell find www \( -path www/dist -o -path www/pkg -o -path www/pkg-lab \) -prune -o -type f -print) package-lock.json

.PHONY: run test setup wasm page release fmt vectors always
run: page
	node scripts/serve.mjs

test: page
	scripts/setup-test
	scripts/test

wasm: pkg/tarif_social_bg.wasm

# What is published, in release/, with its checksums; scripts/reproducible checks that any folder gives the same bytes.
release: page
	scripts/release

page: www/dist/index.html

setup:
	@scripts/setup

# Writes the answers of the conformance vectors again, when another answer is meant. Some requests are wrong on purpose (1).
vectors: answers := tests/conformance/answers.jsonl.gz
vectors:
	{ cargo run --quiet --release --features cli -- check --jsonl tests/conformance/requests.jsonl || test $$? = 1; } \
		| gzip -9n > $(answers).new
	mv $(answers).new $(answers)

fmt: setup
	cargo fmt
	biome check --write

pkg/tarif_social_bg.wasm: $(rust) | setup
	scripts/wasm package

www/pkg/tarif_social_bg.wasm: $(rust) | setup
	scripts/wasm page

www/pkg/catalogue.en.json: pkg/tarif_social_bg.wasm www/pkg/tarif_social_bg.wasm scripts/catalogue.mjs
	node scripts/catalogue.mjs

www/pkg-lab/tarif_social_lab_bg.wasm: $(rust) | setup
	scripts/wasm lab

# The rules of the widget, which must run where WebAssembly is forbidden.
www/pkg/rules.ts: $(rust) | setup
	@mkdir -p www/pkg
	cargo run --quiet --features cli -- lower > $@.new
	mv $@.new $@

# The address of the site, for who gives it: `SITE=https://example.org/tarif/ make page`. Another one is another build.
.tools/site: always
	@mkdir -p .tools; printf '%s' "$$SITE" | cmp -s - $@ || printf '%s' "$$SITE" > $@

www/dist/index.html: www/pkg/catalogue.en.json www/pkg/rules.ts www/pkg-lab/tarif_social_lab_bg.wasm .tools/site $(web) | setup
	tsc -p www
	vite build www --config www/widget.config.ts
	vite build www
