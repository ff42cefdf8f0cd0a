# What the parts of .ci/deployed share; sourced.
work=$(mktemp -d)
export FASTSHOT_HOME=$work/home
export AWS_ENDPOINT_URL=$endpoint AWS_ENDPOINT_URL_S3=$endpoint AWS_PAGER="" AWS_EC2_METADATA_DISABLED=true
export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
unset AWS_PROFILE AWS_SESSION_TOKEN
writer=""
trap '[ -z "$writer" ] || kill "$writer" 2>/dev/null || true; rm -rf "$work"' EXIT

started=$SECONDS
step() { printf '\n== %s (%d s)\n' "$*" $((SECONDS - started)); }
fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}
equal() { # WORDS EXPECTED FOUND
  [ "$2" = "$3" ] || fail "$(printf '%s\nexpected:\n%s\nfound:\n%s' "$1" "$2" "$3")"
  echo "$1"
}

# Older versions do not read the endpoint from the environment.
aws() { command aws --endpoint-url "$endpoint" "$@"; }

# The code block of docs/OPERATIONS.md with these words in it, or only its line with them. There must be exactly one.
documented() { # block|line WORDS
  awk -v what="$1" -v words="$2" '
    /^```/ { if (inside && found && what == "block") printf "%s", block; inside = !inside; found = 0; block = ""; next }
    inside { block = block $0 "\n" }
    inside && index($0, words) { found = 1; matches++; if (what == "line") print }
    END { exit matches != 1 }' docs/OPERATIONS.md || fail "docs/OPERATIONS.md does not tell exactly one command with: $2"
}
run_documented() { # WORDS [SED: what stands for something of the reader]
  local command
  command=$(documented line "$1" | sed -e "${2:-}")
  printf '$ %s\n' "$command" >&2
  eval "$command"
}

# The variables of docs/OPERATIONS.md: outputs, bucket, queue, dead, indexer, rebuild.
use_stack() { # STACK
  eval "$(documented block 'outputs=~/' | sed -e "s|~/.fastshot|$FASTSHOT_HOME|" -e "s|Fastshot\.json|$1.json|" -e 's| AWS_PROFILE=\.\.\.||')"
}

session() { # FILE NAME
  ./fastshot new docs/pictures/window-light.png --name "$2" -o "$1" --quiet >/dev/null
}

files() { ./fastshot ls --json --refresh | sed -n 's/.*"filename" *: *"\(.*\)".*/\1/p' | LC_ALL=C sort; }

# Until the list has exactly these files: the index follows the bucket, it is not the bucket.
expect_files() {
  local wanted found=""
  wanted=$(printf '%s\n' "$@" | LC_ALL=C sort)
  for _ in $(seq 90); do
    found=$(files) || true # while the list is gone, that is said and the last one shown
    if [ "$found" = "$wanted" ]; then
      echo "listed: $# sessions"
      return 0
    fi
    sleep 0.5
  done
  fail "$(printf 'listed:\n%s\nexpected:\n%s' "$found" "$wanted")"
}

expect() { # SECONDS WORDS COMMAND...
  local until=$((SECONDS + $1)) seconds=$1 words=$2
  shift 2
  while [ $SECONDS -lt $until ]; do
    if "$@"; then
      echo "$words"
      return 0
    fi
    sleep 0.5
  done
  fail "not in $seconds s: $words"
}

# How many messages are in a queue, waiting or being looked at.
depth() { # URL
  aws sqs get-queue-attributes --queue-url "$1" --attribute-names ApproximateNumberOfMessages ApproximateNumberOfMessagesNotVisible \
    --query 'sum(values(Attributes)[].to_number(@))' --output text | sed 's/\.0$//'
}
has_messages() { [ "$(depth "$1")" = "$2" ]; } # URL COUNT

# LocalStack does not know the log group of one's own choice.
logged() { # FUNCTION WORDS
  aws logs filter-log-events --log-group-name "/aws/lambda/${1%:live}" --query 'events[].message' --output text | grep -qF -- "$2"
}

notified_queues() { # BUCKET: the names of the queues that it tells
  aws s3api get-bucket-notification-configuration --bucket "$1" --query 'QueueConfigurations[].QueueArn' --output text |
    tr '\t' '\n' | sed -e '/^None$/d' -e 's/.*://' | sort -u | tr '\n' ' '
}

# LocalStack's CloudFormation passes over custom resources: sends the stack's function the request that CloudFormation would, with the
# properties of the template, and reads the answer.
ask_to_take_over() { # Create|Delete STACK
  local function answer
  function=$(aws lambda list-functions --query "Functions[?starts_with(FunctionName, '$2-Takeover')].FunctionName" --output text)
  aws s3api create-bucket --bucket answers >/dev/null
  node -e '
    const [template, type, url, queue, arn] = process.argv.slice(1);
    const resources = Object.values(JSON.parse(require("fs").readFileSync(template)).Resources);
    const properties = resources.find(r => r.Type === "Custom::FastshotBucketNotification").Properties;
    for (const [name, value] of Object.entries(properties)) {
      if (value["Fn::GetAtt"]) properties[name] = arn;
      if (value.Ref) properties[name] = queue;
    }
    console.log(JSON.stringify({RequestType: type, ResponseURL: url, StackId: "s", RequestId: "r", LogicalResourceId: "l", ResourceProperties: properties}));
  ' "infra/target/cdk.out/$2.template.json" "$1" "$endpoint/answers/$2-$1" "$queue" "arn:aws:sqs:us-east-1:000000000000:${queue##*/}" >"$work/request.json"
  aws lambda invoke --function-name "$function" --payload "fileb://$work/request.json" "$work/nothing" >/dev/null
  answer=$(aws s3 cp --quiet "s3://answers/$2-$1" -)
  case "$answer" in
    *'"Status":"SUCCESS"'*) echo "$1: $answer" ;;
    *) fail "$1: $answer" ;;
  esac
}
