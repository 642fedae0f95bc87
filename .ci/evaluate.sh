#!/usr/bin/env bash
# Analyses the reference articles beside the repository twice, in two orders, and scores the tables.
# Prints a line and the score for each subject; exit status 1 below a floor.
set -u
cd "$(dirname "$0")/.."
python=.venv/bin/python
shared=../shared
gold=$shared/evaluation
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
failed=0

# check NAME KEEP COMMAND...: ok and the lines that match KEEP, or FAILED and the last lines. The others run on.
check() {
  local name=$1 keep=$2 said
  shift 2
  if said=$("$@" 2>&1); then
    printf '%-9s ok      %s\n' "$name" "$(printf '%s\n' "$said" | grep -E "$keep" | tr -s ' \n' ' ' | cut -c1-400)"
  else
    failed=1
    printf '%-9s FAILED\n' "$name"
    printf '%s\n' "$said" | grep -v '^ *$' | tail -20 | cut -c1-240 | sed 's/^/          /'
    return 1
  fi
}

analyse() {
  local into=$1
  shift
  "$python" -m dashboard analyse "$@" --out "$into" --format jsonl
}

mapfile -t reversed < <(printf '%s\n' "$shared"/seeds/*.txt | sort -r)
check analysis 'articles|tables' analyse "$out/one" "$shared/seeds" || exit 1
check again '^$' analyse "$out/two" "${reversed[@]}" || exit 1
check bytes '^$' diff -rq "$out/one" "$out/two"
check contract . "$python" "$shared/tools/contract.py" "$out/one"
check adapt . "$python" "$shared/tools/adapt.py" "$out/one" "$out/named"
check stems . "$python" "$shared/tools/adapt.py" "$out/one" "$out/stems" --stem
check figures '^  [a-z_]+:? .*[0-9]( of [0-9]+ matches|   exact.*|   accuracy.*)$' "$python" "$gold/quantities/score.py" \
  --gold "$gold/quantities/gold_seeds.jsonl" --traps "$gold/quantities/traps_seeds.jsonl" \
  --pred "$out/named/quantities.jsonl" --min-value-f1 0.85
check claims . "$python" "$gold/quantities/score_claims.py" "$out/one"
check overlap . "$python" .ci/overlap_floor.py \
  "$gold/overlap/score.py" "$gold/overlap/gold_seeds.json" "$out/stems/reuse.jsonl"
check quotes . "$python" "$gold/overlap/score_quotes.py" "$out/stems/quotes.jsonl"
check themes '^(passages|terms|entities)' "$python" "$gold/themes/score.py" --set seeds \
  --passages "$out/named/passages.jsonl" --terms "$out/named/terms.jsonl" --entities "$out/named/names.jsonl" \
  --min-micro 0.72 --min-boiler 1.0 --min-p10 0.6 --max-junk 0.1
exit $failed
