#!/usr/bin/env bash
# Every figure of the index, the snapshot and the site under load that docs/performance.md gives, and its two drawings.
#   tests/figures.sh [listings]      1,000,000 unless told; needs wrk and 16 GB of memory; an hour during which nothing else should run
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

listings=${1:-1000000}
benchmarks=tests/PractitionerFinder.Benchmarks
dotnet build $benchmarks --configuration Release --nologo --verbosity quiet
dotnet run --configuration Release --no-build --project $benchmarks -- index "$listings"
dotnet run --configuration Release --no-build --project $benchmarks -- map "$listings"
dotnet run --configuration Release --no-build --project $benchmarks -- growth docs/images
dotnet run --configuration Release --no-build --project $benchmarks -- pages
dotnet run --configuration Release --no-build --project $benchmarks -- --filter '*IndexBenchmarks*' --artifacts "${TMPDIR:-/tmp}/finder-benchmarks"
bash tests/load.sh "$listings" 20 10
