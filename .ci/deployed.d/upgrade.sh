# Sourced by .ci/deployed: changed code is deployed while sessions arrive and go.
step "A second deployment with changed code, the plain way, while sessions arrive"
(
  count=0
  until [ -e "$work/enough" ] || [ $count = 400 ]; do
    count=$((count + 1))
    aws s3 cp --quiet "$work/one.fastshot" "s3://$bucket/sessions/during$count.fastshot"
    echo "during$count.fastshot" >>"$work/during.txt"
  done
) &
writer=$!
cp lambda-indexer/target/fastshot-indexer.jar "$work/changed.jar"
echo changed >"$work/changed.txt"
"$(build/find-jdk25)/bin/jar" --update --file "$work/changed.jar" -C "$work" changed.txt
# LocalStack's CloudFormation can make an alias but not point it elsewhere (its update is not written), so here the CDK makes the same
# calls by itself: new code, new version, alias to the new version.
(
  . infra/common.sh
  stack=Ci
  cdk deploy Ci --hotswap --require-approval never -c indexer-jar="$work/changed.jar"
)
next=$(aws lambda get-alias --function-name "${indexer%:live}" --name live --query FunctionVersion --output text)
[ "$next" -gt "$bad" ] || fail "the alias points to version $next, not to a new one"
before=$(wc -l <"$work/during.txt")
[ "$before" -ge 5 ] || fail "only $before sessions arrived during the deployment"
more_arrived() { [ "$(wc -l <"$work/during.txt")" -ge $((before + 5)) ]; }
expect 60 "$before sessions arrived during the deployment, and five after it" more_arrived
touch "$work/enough"
wait "$writer"
writer=""
mapfile -t during <"$work/during.txt"
expect_files "a b+c%25 会议.fastshot" parts.fastshot two.fastshot unlucky.fastshot "${during[@]}"
new_version_ran() {
  aws logs describe-log-streams --log-group-name "/aws/lambda/${indexer%:live}" --query 'logStreams[].logStreamName' --output text | grep -qF "[$next]"
}
new_version_ran || fail "version $next saw none of them"
has_messages "$dead" 0 || fail "there are dead letters"
