# Sourced by .ci/deployed: the bucket of the original app becomes a library where it is, and is given back. The commands are those of
# docs/OPERATIONS.md, "The library of the original app".
step "The bucket of the original app, with a notification of its own, becomes a library where it is"
cloud=shared-model/src/test/fixtures/original/samples/cloud
printf 'fastshot-test-key\n' >"$work/key.txt"
aws s3api create-bucket --bucket team-screens >/dev/null
aws s3 cp --quiet --recursive "$cloud" s3://team-screens
aws sqs create-queue --queue-name theirs >/dev/null
aws s3api put-bucket-notification-configuration --bucket team-screens --notification-configuration \
  '{"QueueConfigurations":[{"Id":"scan","QueueArn":"arn:aws:sqs:us-east-1:000000000000:theirs","Events":["s3:ObjectCreated:*"],"Filter":{"Key":{"FilterRules":[{"Name":"prefix","Value":"incoming/"}]}}}]}'
stored() { aws s3api list-objects-v2 --bucket team-screens --prefix sessions/ --query 'Contents[].[Key,ETag,LastModified,Size]' --output text; }
before=$(stored)

here="s|key\.txt|$work/key.txt|; s|original-index|$work/original-index|; s|~/.fastshot|$FASTSHOT_HOME|; s|Fastshot\.json|Team.json|"
run_documented 'put-bucket-versioning' "$here"
run_documented 'cp --recursive s3://team-screens' "$here" >/dev/null
run_documented 'secretsmanager create-secret' "$here" >/dev/null
run_documented 'deploy --existing-bucket team-screens --legacy-key-secret' "$here; s|\$| --yes --stack Team|"
use_stack Team
ask_to_take_over Create Team
run_documented 'connect ~/.fastshot/deployed/Fastshot.json --legacy-key' "$here"
first=20250621114615_会议_1.fastshot second=20250621124615_second_one.fastshot
expect_files "$first" "$second"
run_documented 'verify --deep' "s|\$| --settle 1s|" || fail "bucket and index differ"
./fastshot ls --json 会议_1 | grep -q '中文 desc' || fail "the fields were not read with the key"
equal "no session was copied or written again" "$before" "$(stored)"
./fastshot get --quiet "${first%.fastshot}" -o "$work/got" >/dev/null
cmp "$cloud/sessions/$first" "$work/got/$first"

step "The app goes on: saves a session, and writes its list over ours"
aws s3 cp --quiet "$cloud/sessions/$second" s3://team-screens/sessions/20250621134615_later.fastshot
expect_files "$first" "$second" 20250621134615_later.fastshot
aws s3 cp --quiet "$cloud/overall_meta.json" s3://team-screens/overall_meta.json
run_documented './fastshot rebuild check --wait'
expect_files "$first" "$second" 20250621134615_later.fastshot
./fastshot verify --settle 1s || fail "bucket and index differ"

step "The other notification of the bucket works as before"
theirs=$endpoint/000000000000/theirs
ours=${queue##*/}
equal "it tells both" "$(printf '%s\n' "$ours" theirs | sort | tr '\n' ' ')" "$(notified_queues team-screens)"
aws sqs purge-queue --queue-url "$theirs" # S3's test event
aws s3 cp --quiet "$work/one.fastshot" s3://team-screens/incoming/x
expect 20 "the others are told of theirs" has_messages "$theirs" 1

step "Back to the app alone"
aws s3 rm --quiet s3://team-screens/sessions/20250621134615_later.fastshot
ask_to_take_over Delete Team
./fastshot destroy --yes --stack Team
run_documented 'cp --recursive original-index' "$here" >/dev/null
equal "the bucket tells the others only" "theirs " "$(notified_queues team-screens)"
equal "every session is as it was" "$before" "$(stored)"
aws s3 cp --quiet s3://team-screens/overall_meta.json - | cmp - "$cloud/overall_meta.json"
