#!/usr/bin/env bash
# How many requests a second the published site answers over a synthetic database, beside an endpoint that does the least that could be done.
#   tests/load.sh [listings] [seconds] [minutes]      1,000,000 and 20 unless told; needs wrk; nothing else should run meanwhile
# With minutes, it asks for so long at half the rate it reached, and says what memory the site held after the first minute and at the end.
# The database is made once, in the temporary folder, and kept: a million listings take some minutes and 4 GB.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

listings=${1:-1000000}
seconds=${2:-20}
minutes=${3:-0}
work="${TMPDIR:-/tmp}/finder-load"
database="$work/synthetic-$listings.db"
export QUERIES="$work/queries.txt"
site=http://127.0.0.1:5081
least=http://127.0.0.1:5082
command -v wrk >/dev/null || { echo "tests/load.sh needs wrk: apt-get install wrk" >&2; exit 2; }

mkdir -p "$work"
dotnet build tests/PractitionerFinder.Benchmarks --configuration Release --nologo --verbosity quiet
benchmarks=tests/PractitionerFinder.Benchmarks/bin/Release/net10.0/PractitionerFinder.Benchmarks.dll
[[ -e $database ]] || dotnet $benchmarks synthetic "$listings" "$database"
[[ -e $QUERIES ]] || dotnet $benchmarks questions 300000 > "$QUERIES"
dotnet publish src/PractitionerFinder.Web --configuration Release --nologo --verbosity quiet --output "$work/site"

running=()
stop() { [[ ${#running[@]} == 0 ]] || kill "${running[@]}" 2>/dev/null || true; wait 2>/dev/null || true; }
trap stop EXIT

# One after the other: two servers at once would share the cores.
answers() { curl --silent --fail --output /dev/null --max-time 2 "$1"; }
await() { until answers "$1"; do kill -0 "${running[-1]}" || { echo "It ended: see $work." >&2; exit 1; }; sleep 1; done; }

# Until its code is compiled as well as it will be, a fresh process answers a fraction of what it answers later.
warm() { TARGET=$2 SLUGS=${3:-0} wrk --threads 1 --connections 16 --duration 15s --script tests/load.lua "$1" >/dev/null; }
ask() {
    local name=$1 address=$2
    TARGET=$3 SLUGS=${4:-0} wrk --threads 1 --connections 16 --duration "${seconds}s" --latency --script tests/load.lua "$address" |
        awk -v name="$name" '/^ *(50|99)%/ { at = at ", " $1 " " $2 } /Requests\/sec/ { rate = $2 } /Non-2xx/ { failed = ", NOT ANSWERED: " $NF } END { print name ": " rate " requests/s" at failed }' |
        tee "$work/asked.txt"
}
rate() { sed -E 's|.*: ([0-9.]+) requests/s.*|\1|' "$work/asked.txt"; }
memory() { echo "$(($(awk '/VmRSS/ { print $2 }' /proc/"${running[0]}"/status) / 1024)) MB"; }

# wrk knows no rates. Sixteen connections that each pause for twice the time of a full turn come to somewhat less than half of it.
rest() { awk -v rate="$(rate)" 'BEGIN { printf "%d", 2 * 16 / rate * 1000 }'; }

dotnet $benchmarks minimal "$database" $least > "$work/least.log" 2>&1 &
running=($!)
await "$least/?lat=51.5&lon=-0.1&within=5km"
cat "$work/least.log"
warm $least /
ask "the least" $least /
stop

start() {
    (cd "$work/site" && exec env ASPNETCORE_ENVIRONMENT=Production ConnectionStrings__Finder="$database" App__DataFolder="$work/data" Site__PublicUrl=https://finder.example \
        dotnet PractitionerFinder.Web.dll --urls $site) > "$work/site.log" 2>&1 &
    running=($!)
    until grep -q "answered from memory" "$work/site.log"; do kill -0 "${running[0]}" || { cat "$work/site.log" >&2; exit 1; }; sleep 0.1; done
    grep "answered from memory" "$work/site.log"
}
rm -rf "$work/data/snapshot"
start
warm $site /find
warm $site /api/v1/search
ask "/api/v1/search" $site /api/v1/search
PAUSE=$(rest) ask "/api/v1/search, at half the load" $site /api/v1/search
ask "/find" $site /find
pause=$(rest)
PAUSE=$pause ask "/find, at half the load" $site /find
ask "/practitioners/…, a thousand of them" $site /practitioners/synthetic- 1000
echo "memory of the site: $(memory)"
if [[ $minutes != 0 ]]; then
    TARGET=/find PAUSE=$pause wrk --threads 1 --connections 16 --duration "${minutes}m" --script tests/load.lua $site >/dev/null &
    sleep 60
    echo "memory after a minute of pages at half the load: $(memory)"
    wait $!
    echo "memory after $minutes minutes: $(memory)"
fi
stop

# The next start has the file that this one kept.
start
stop
