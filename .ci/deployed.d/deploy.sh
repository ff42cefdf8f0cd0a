# Sourced by .ci/deployed: the first deployment, and the client connected.
step "Deploy, in an account that was never used with the CDK"
./fastshot deploy --yes --stack Ci
use_stack Ci
equal "all outputs are there" 10 "$(grep -c '"[A-Z][A-Za-z]*": "' "$outputs")"
./fastshot status --json | grep -q "\"bucket\" *: *\"$bucket\"" || fail "the client is not connected to $bucket"
# So that 5 tries take seconds, not half an hour. Now: a poll under way keeps the value with which it began.
aws sqs set-queue-attributes --queue-url "$queue" --attributes VisibilityTimeout=2

step "The first session of a new library, as the README says"
session "$work/first.fastshot" "First"
./fastshot put "$work/first.fastshot" --wait
equal "it is listed" first.fastshot "$(files)"
./fastshot rm --yes --quiet first
