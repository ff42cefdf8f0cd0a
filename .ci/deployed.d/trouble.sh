# Sourced by .ci/deployed: a broken version, a message that nobody understands, a list that is gone.
step "A version that does not start: what comes meanwhile ends among the dead letters"
good=$(aws lambda get-alias --function-name "${indexer%:live}" --name live --query FunctionVersion --output text)
handler=$(aws lambda get-function-configuration --function-name "${indexer%:live}" --query Handler --output text)
aws lambda update-function-configuration --function-name "${indexer%:live}" --handler io.fastshot.indexer.NoSuchHandler >/dev/null
aws lambda wait function-updated-v2 --function-name "${indexer%:live}"
bad=$(aws lambda publish-version --function-name "${indexer%:live}" --query Version --output text)
aws lambda update-alias --function-name "${indexer%:live}" --name live --function-version "$bad" >/dev/null
aws s3 cp --quiet "$work/two.fastshot" "s3://$bucket/sessions/unlucky.fastshot"
aws sqs send-message --queue-url "$queue" --message-body 'poison' >/dev/null
expect 120 "both messages are among the dead letters" has_messages "$dead" 2
expect_files "a b+c%25 会议.fastshot" parts.fastshot two.fastshot

step "Rolled back and redriven as the runbook says: the session is listed, the poison comes back"
run_documented 'lambda list-versions-by-function' | grep -q "^$good	" || fail "version $good is not among the versions"
run_documented 'update-alias --function-name ${indexer' "s/--function-version 7/--function-version $good/" >/dev/null
aws lambda update-function-configuration --function-name "${indexer%:live}" --handler "$handler" >/dev/null
if aws sqs start-message-move-task --generate-cli-skeleton >/dev/null 2>&1; then
  run_documented 'start-message-move-task' >/dev/null
else
  echo "this AWS CLI is too old for the runbook's command: making the same request"
  curl -fsS "$endpoint" -H 'X-Amz-Target: AmazonSQS.StartMessageMoveTask' -H 'Content-Type: application/x-amz-json-1.0' \
    -H 'Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=0' \
    -d "{\"SourceArn\":\"$(aws sqs get-queue-attributes --queue-url "$dead" --attribute-names QueueArn --query Attributes.QueueArn --output text)\"}" >/dev/null
fi
expect_files "a b+c%25 会议.fastshot" parts.fastshot two.fastshot unlucky.fastshot

step "The list is gone; the alarm of the dead letters changes, and its rule asks for a check"
alarm=$(aws cloudwatch describe-alarms --query "MetricAlarms[?contains(AlarmName, 'Ci-DeadLettersAlarm')].AlarmArn" --output text)
aws s3 rm --quiet "s3://$bucket/overall_meta.json"
# CloudWatch sends this; LocalStack's does not.
aws events put-events --entries "[{\"Source\":\"aws.cloudwatch\",\"DetailType\":\"CloudWatch Alarm State Change\",
  \"Resources\":[\"$alarm\"],\"Detail\":\"{\\\"state\\\":{\\\"value\\\":\\\"ALARM\\\"}}\"}]" >/dev/null
expect_files "a b+c%25 会议.fastshot" parts.fastshot two.fastshot unlucky.fastshot
logged "$rebuild" '"mode":"check"' || fail "the rule did not invoke the rebuild function"

step "The list is deleted, and built anew by whoever may invoke"
aws s3 rm --quiet "s3://$bucket/overall_meta.json"
run_documented 'lambda invoke --function-name $rebuild --payload fileb:///dev/stdin /dev/stdout <<<'\''{"mode":"check"}' 's/check/all/' | cat >"$work/answer.json" # a pipe, as two write to it
grep -q '"status":"started"' "$work/answer.json" || fail "$(cat "$work/answer.json")"
expect_files "a b+c%25 会议.fastshot" parts.fastshot two.fastshot unlucky.fastshot
./fastshot verify --settle 1s || fail "bucket and index differ"

step "The poison held up nobody, and is a dead letter again"
expect 120 "it is among the dead letters" has_messages "$dead" 1
run_documented 'purge-queue'
