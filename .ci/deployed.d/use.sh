# Sourced by .ci/deployed: people put, copy, delete and restore with whatever tool; the list follows.
step "Put with the AWS CLI: spaces, +, Chinese; copy; upload in parts; delete"
session "$work/one.fastshot" "One"
session "$work/two.fastshot" "会议"
aws s3 cp --quiet "$work/one.fastshot" "s3://$bucket/sessions/a b+c%25 会议.fastshot"
aws s3 cp --quiet "$work/two.fastshot" "s3://$bucket/sessions/two.fastshot"
aws s3 cp --quiet "$work/one.fastshot" "s3://$bucket/sessions/not a session.txt"
aws s3api copy-object --bucket "$bucket" --copy-source "$bucket/sessions/two.fastshot" --key sessions/copy.fastshot >/dev/null
upload=$(aws s3api create-multipart-upload --bucket "$bucket" --key sessions/parts.fastshot --query UploadId --output text)
etag=$(aws s3api upload-part --bucket "$bucket" --key sessions/parts.fastshot --upload-id "$upload" --part-number 1 \
  --body "$work/one.fastshot" --query ETag --output text)
aws s3api complete-multipart-upload --bucket "$bucket" --key sessions/parts.fastshot --upload-id "$upload" \
  --multipart-upload "{\"Parts\":[{\"PartNumber\":1,\"ETag\":$etag}]}" >/dev/null
expect_files "a b+c%25 会议.fastshot" two.fastshot copy.fastshot parts.fastshot
./fastshot get "a b+c%25 会议" -o "$work/got" --quiet
cmp "$work/one.fastshot" "$work/got/a b+c%25 会议.fastshot"
aws s3 rm --quiet "s3://$bucket/sessions/copy.fastshot"
expect_files "a b+c%25 会议.fastshot" two.fastshot parts.fastshot

step "With the client: delete, restore"
./fastshot rm --yes --quiet two
expect_files "a b+c%25 会议.fastshot" parts.fastshot
./fastshot restore --quiet two
expect_files "a b+c%25 会议.fastshot" parts.fastshot two.fastshot

step "Deleted by other means, restored from the bucket's versions"
aws s3 rm --quiet "s3://$bucket/sessions/parts.fastshot"
expect_files "a b+c%25 会议.fastshot" two.fastshot
marker=$(run_documented 'list-object-versions' 's/NAME/parts/' | grep -o '"[^" ]\{20,\}"' | head -n 1)
run_documented 'delete-object --bucket' "s/NAME/parts/; s|VERSION-OF-THE-MARKER|$marker|" >/dev/null
expect_files "a b+c%25 会议.fastshot" two.fastshot parts.fastshot

expect 30 "the indexer's log lines carry metrics" logged "$indexer" '"Namespace":"Fastshot"'
