# The commands of a developer. `make help` lists them.
TEST ?= PackageOrderTest
ROWS ?= 1000000

.DEFAULT_GOAL := help
.PHONY: help build test test-fast test-one format check-format docs dist bench bench-year-end fuzz sample clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## build the program
	./sunlit --version

test: ## run all tests and gates, as continuous integration does
	./mvnw -B -ntp verify

test-fast: ## run the fast tests (*Test)
	./mvnw -B -ntp test

test-one: ## run one test class: make test-one TEST=PackageOrderTest
	./mvnw -B -ntp -q test-compile
	./mvnw -B -ntp -q surefire:test -Dtest=$(TEST)

format: ## format the Java code
	./mvnw -B -ntp -q spotless:apply

check-format: ## check the format and compile with all warnings as errors
	./mvnw -B -ntp -q spotless:check test-compile

docs: ## write the generated pages anew: data dictionary, database
	./mvnw -B -ntp -q test-compile
	./mvnw -B -ntp -q surefire:test -Dtest='DataDictionaryTest,DatabasePageTest' -Dsunlit.write-docs=true

dist: ## make the archives of a release, in target/dist
	./mvnw -B -ntp -Pdist package

bench: ## measure a night beside other ways: make bench ROWS=1000000
	./sunlit bench --rows $(ROWS)

bench-year-end: ## measure a night and a year-end
	./sunlit bench --year-end --rows $(ROWS)

fuzz: ## read 20,000 damaged files
	./mvnw -B -ntp test -Pfuzz

sample: ## run the night of the sample year, into out/2020
	./sunlit nightly --year 2020 --inbox sample-data/2020 --out out

clean: ## remove what a build made
	./mvnw -B -ntp -q clean
