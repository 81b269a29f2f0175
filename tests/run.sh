#!/usr/bin/env bash
# Builds everything and runs every test; the last line is "N passed, N failed" (", N skipped" may follow).
#   --require-browser   without a browser the browser tests fail rather than being skipped
#   --no-build          test what is already built
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

configuration=Release
reports="$PWD/TestResults"
time_limit=35m
build=true

for option in "$@"; do
    case $option in
        --require-browser) export FINDER_BROWSER_REQUIRED=1 ;;
        --no-build) build=false ;;
        *) echo "tests/run.sh does not know $option; it takes --require-browser and --no-build." >&2; exit 2 ;;
    esac
done

has_browser() {
    [[ -n ${FINDER_BROWSER:-} ]] && return
    local name
    for name in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge microsoft-edge-stable msedge; do
        command -v "$name" >/dev/null && return
    done
    return 1
}

# Only Debian's own package is tried; elsewhere the tests look for an installed browser themselves and say so when there is none.
install_browser() {
    [[ $(id -u) == 0 && -e /etc/debian_version ]] && command -v apt-get >/dev/null || return 0
    echo "== Installing Chromium"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; } ||
        echo "Chromium could not be installed."
}

has_browser || install_browser

if $build; then
    echo "== Building"
    dotnet build --configuration "$configuration" || { echo; echo "0 passed, 1 failed"; exit 1; }
fi

# One suite after another: each uses every core already, and a browser on a machine that is busy with something else is a flaky one.
# A suite that hangs is ended, leaves no report and so counts as failed.
echo "== Testing"
rm -rf "$reports"
limit=()
command -v timeout >/dev/null && limit=(timeout --kill-after=30s "$time_limit")
status=0
${limit[@]+"${limit[@]}"} dotnet test --configuration "$configuration" --no-build --max-parallel-test-modules 1 \
    --results-directory "$reports" --report-xunit-xml || status=$?

echo "== Verdict"
dotnet run tests/verdict.cs -- "$reports" "$status"
