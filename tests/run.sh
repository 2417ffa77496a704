#!/usr/bin/env bash
# Installs what is missing, builds once, runs every test project of the solution, counts.
# Exit code 0 when every test passed; results lie in TestResults/. TRIGGERS_CONFIGURATION (default Debug: builds quicker) chooses what is built.
set -uo pipefail
cd "$(dirname "$0")/.."

started=$SECONDS
total_seconds=$((18 * 60))
configuration=${TRIGGERS_CONFIGURATION:-Debug}
results=$PWD/TestResults
rm -rf "$results"
mkdir -p "$results"
export TRIGGERS_RESULTS=$results DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

left() { echo $((total_seconds - (SECONDS - started))); }

# stop REASON: nothing was tested, or not all.
stop() {
    echo "$1"
    echo "0 passed, 1 failed, 0 skipped"
    exit 1
}

install_missing() {
    local missing=()
    command -v redis-server > /dev/null || missing+=(redis-server)
    command -v java > /dev/null || missing+=(openjdk-17-jre-headless)
    command -v promtool > /dev/null || missing+=(prometheus)
    if [ ${#missing[@]} -eq 0 ]; then
        return
    fi

    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get > /dev/null; then
        echo "Missing: ${missing[*]}. Tests that need them are skipped; install them, or run this as root on Debian."
        return
    fi

    echo "Installing ${missing[*]} ..."
    export DEBIAN_FRONTEND=noninteractive
    if ! { timeout 120 apt-get update -q && timeout 240 apt-get install -q -y --no-install-recommends "${missing[@]}"; } < /dev/null > "$results/apt.log" 2>&1; then
        tail -n 5 "$results/apt.log"
        echo "apt-get failed (all of it: TestResults/apt.log). Tests that need ${missing[*]} are skipped."
    fi
}

# test_projects: paths of the solution's test projects, those with real servers last.
test_projects() {
    grep -o '"tests[\\/][^"]*\.csproj"' Triggers.sln | tr -d '"\r' | tr '\\' '/' | awk '{ print ($0 ~ /Servers/) "\t" $0 }' | sort | cut -f 2
}

# run_project PATH: runs one project, leaves TestResults/NAME.trx and NAME.log.
run_project() {
    local name seconds status
    name=$(basename "$1" .csproj)
    seconds=$(left)
    if [ "$seconds" -le 5 ]; then
        echo "$name: not run, the $((total_seconds / 60)) minutes are over"
        return 1
    fi

    timeout --kill-after=10 "$seconds" dotnet test "$1" --no-build --configuration "$configuration" --results-directory "$results" \
        --logger "trx;LogFileName=$name.trx" --blame-hang --blame-hang-timeout 6m --blame-hang-dump-type none < /dev/null > "$results/$name.log" 2>&1
    status=$?
    if [ ! -s "$results/$name.trx" ] && [ "$status" -eq 0 ]; then
        echo "$name: no tests"
        return 0
    fi

    grep -E '^(Passed|Failed|Skipped)! ' "$results/$name.log" || echo "$name: ended with exit code $status without a result"
    if [ "$status" -ne 0 ]; then
        awk '/^  Failed /,/Stack Trace:/' "$results/$name.log"
        grep -qE '^Failed! ' "$results/$name.log" || tail -n 20 "$results/$name.log"
    fi

    return "$status"
}

# count OUTCOME: how many tests of all .trx files ended so.
count() {
    cat "$results"/*.trx 2> /dev/null | grep -E '<UnitTestResult ' | grep -c "outcome=\"$1\""
}

# skip_reasons: each reason with its count. The .trx file has it as the message of a test that was not executed.
skip_reasons() {
    cat "$results"/*.trx 2> /dev/null | awk '
        /<UnitTestResult / { skipped = /outcome="NotExecuted"/ }
        skipped && match($0, /<(Message|StdOut)>[^<]+/) { reason = substr($0, RSTART, RLENGTH); sub(/<[^>]*>/, "", reason); reasons[reason]++; skipped = 0 }
        END { for (reason in reasons) print reasons[reason] " skipped: " reason }' | sed 's/&apos;/'"'"'/g; s/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' | sort -rn
}

install_missing

echo "Building ($configuration) ..."
if ! timeout --kill-after=10 "$(left)" dotnet build Triggers.sln --configuration "$configuration" --nologo --verbosity quiet --disable-build-servers -nodeReuse:false < /dev/null > "$results/build.log" 2>&1; then
    grep -E 'error' "$results/build.log" | sort -u | head -n 40
    stop "The build failed; all of it: TestResults/build.log"
fi

echo "Built after $((SECONDS - started)) s."
broken=0
while read -r project; do
    run_project "$project" || broken=$((broken + 1))
done < <(test_projects)

passed=$(count Passed)
skipped=$(count NotExecuted)
failed=$(count Failed)
# A project that ended badly without a failed test (a hang, a crash, no time left) is a failure too.
if [ "$failed" -eq 0 ]; then
    failed=$broken
fi

for file in "$results"/*.json; do
    if [ -f "$file" ] && [ "$(stat -c %s "$file")" -le 4096 ]; then
        echo "$(basename "$file"): $(tr -s ' \n' ' ' < "$file")"
    fi
done

echo "All results: TestResults/, after $((SECONDS - started)) s."
skip_reasons
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
