# What deploy and destroy share; sourced by them. Written for bash 3.2 (macOS).

CDK_VERSION=2.1148.1 # the CDK's command line; its library is pinned in ../pom.xml
CDK_LOCAL_VERSION=3.0.4

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
home=${FASTSHOT_HOME:-$HOME/.fastshot}
stack=Fastshot
profile=""
region=""
context=() # -c NAME=VALUE of the CDK
yes=""
dry_run=""

say() { printf 'fastshot: %s\n' "$*" >&2; }

die() {
  say "$*"
  exit 1
}

usage_error() {
  say "$* (--help shows what there is)"
  exit 2
}

# An array may be empty: bash 3.2 calls "${empty[@]}" unbound under set -u.
cdk() {
  local command=()
  if [ -n "${FASTSHOT_CDK:-}" ]; then
    # shellcheck disable=SC2206 # a command with arguments
    command=(${FASTSHOT_CDK})
  elif [ -n "${AWS_ENDPOINT_URL:-}" ]; then # LocalStack
    command=(npx --yes -p "aws-cdk@$CDK_VERSION" -p "aws-cdk-local@$CDK_LOCAL_VERSION" cdklocal)
  else
    command=(npx --yes "aws-cdk@$CDK_VERSION")
  fi
  (cd "$root/infra" && "${command[@]}" "$@" ${profile:+--profile "$profile"} -c "stack=$stack" ${context[@]+"${context[@]}"})
}

need_tools() {
  command -v node >/dev/null || die "Node.js 20 or newer is needed (Debian: apt-get install nodejs npm; macOS: brew install node): the CDK is written in it."
  [ -n "${FASTSHOT_CDK:-}" ] || command -v npx >/dev/null || die "npx is needed to fetch the CDK (Debian: apt-get install npm). Or install the CDK yourself and set FASTSHOT_CDK=cdk."
  "$root/build/find-jdk25" >/dev/null || exit 1
  if [ -n "$region" ]; then export AWS_REGION=$region AWS_DEFAULT_REGION=$region; fi
}

# The packaged function and the CDK app, if they are missing or older than their sources.
build_if_stale() {
  local jar=$root/lambda-indexer/target/fastshot-indexer.jar app=$root/infra/target/libraries.classpath log
  if [ -f "$jar" ] && [ -f "$app" ] && [ -d "$root/infra/target/classes/io" ] &&
    [ -z "$(find "$root/pom.xml" "$root/shared-model/pom.xml" "$root/shared-model/src/main" \
      "$root/lambda-indexer/pom.xml" "$root/lambda-indexer/src/main" -newer "$jar" 2>&1)" ] &&
    [ -z "$(find "$root/infra/pom.xml" "$root/infra/src/main" -newer "$app" 2>&1)" ]; then
    return
  fi
  command -v mvn >/dev/null || die "Maven is needed to build (Debian: apt-get install maven; macOS: brew install maven), and was not found on the PATH."
  say "building the function (a minute or two, more if libraries are fetched) ..."
  mkdir -p "$root/target"
  log=$root/target/deploy-build.log
  if ! JAVA_HOME=$("$root/build/find-jdk25") mvn -B -f "$root/pom.xml" -pl lambda-indexer,infra -am package \
    -DskipTests -Dgates.skip=true </dev/null >"$log" 2>&1; then
    cat "$log" >&2
    die "The build failed; Maven's messages are above."
  fi
  touch "$app"
}

ask() {
  [ -z "$yes" ] || return 0
  [ -t 0 ] || die "$1 Nobody is here to answer: say --yes."
  local answer
  read -r -p "fastshot: $1 [y/N] " answer
  case "$answer" in y | Y | yes) ;; *) die "nothing was done" ;; esac
}
