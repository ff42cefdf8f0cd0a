# Sourced by .ci/deployed: the stack goes, the sessions stay, and a new stack takes the bucket up again.
step "Destroyed; the sessions stay"
stored=$(aws s3 ls "s3://$bucket/sessions/")
./fastshot destroy --yes --stack Ci
equal "every session is where it was" "$stored" "$(aws s3 ls "s3://$bucket/sessions/")"
equal "no function is left" "" "$(aws lambda list-functions --query "Functions[?starts_with(FunctionName, 'Ci-')].FunctionName" --output text)"

step "Deployed again on the bucket that stayed, all is as before"
aws s3 rm --quiet "s3://$bucket/sessions/two.fastshot" # nobody sees it
./fastshot deploy --yes --stack Again --existing-bucket "$bucket"
use_stack Again
ask_to_take_over Create Again
expect_files "a b+c%25 会议.fastshot" parts.fastshot unlucky.fastshot "${during[@]}"
