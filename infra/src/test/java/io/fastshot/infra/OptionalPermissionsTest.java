package io.fastshot.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may do what comes with options: an existing bucket, and the original app's key. */
@NeedsNode
class OptionalPermissionsTest {
  private static final String BUCKET = "arn:aws:s3:::team-screens";
  private static final String READ_SECRET = "secretsmanager:GetSecretValue";

  @SuppressWarnings("NullAway.Init") // set before any test; synthesising takes seconds
  private static StackPermissions stack;

  @BeforeAll
  static void synthesise() {
    stack =
        StackPermissions.of(
            Map.of("existing-bucket", "team-screens", "legacy-key-secret", "fastshot/legacy-key"));
  }

  private static Permissions of(String handler) {
    return Objects.requireNonNull(stack.functions().get(handler), handler);
  }

  /**
   * The calls of {@code TakeoverHandler.Cloud}: notifications, a message, whether a queue is gone.
   */
  @Test
  void takingABucketOverChangesItsNotificationAndNothingElse() {
    List<Permissions.Statement> statements =
        of("TakeoverHandler").statements().stream()
            .filter(statement -> !statement.sid().equals("OwnLog"))
            .toList();
    assertThat(statements).allMatch(Permissions.Statement::allow);
    assertThat(statements)
        .extracting(Permissions.Statement::actions)
        .containsExactlyInAnyOrder(
            List.of("s3:GetBucketNotification", "s3:PutBucketNotification"),
            List.of("sqs:SendMessage"),
            List.of("sqs:GetQueueUrl"));
    Permissions takeover = of("TakeoverHandler");
    assertThat(takeover.allow("s3:PutBucketNotification", BUCKET)).isTrue();
    assertThat(takeover.allow("s3:PutBucketNotification", BUCKET + "2")).isFalse();
    assertThat(takeover.allow("sqs:SendMessage", stack.queue())).isTrue();
    assertThat(takeover.allow("sqs:SendMessage", stack.queue() + "2")).isFalse();
  }

  @Test
  void nobodyElseChangesTheBucketsNotification() {
    for (String handler : List.of("IndexerHandler", "RebuildHandler")) {
      assertThat(of(handler).allow("s3:PutBucketNotification", BUCKET)).as(handler).isFalse();
    }
    assertThat(stack.client().allow("s3:PutBucketNotification", BUCKET)).isFalse();
  }

  @Test
  void onlyTheTwoFunctionsReadTheLegacyKey() {
    List<String> secrets =
        of("IndexerHandler").statements().stream()
            .filter(statement -> statement.actions().equals(List.of(READ_SECRET)))
            .flatMap(statement -> statement.resources().stream())
            .toList();
    assertThat(secrets).singleElement().asString().endsWith(":secret:fastshot/legacy-key-??????");
    String secret = secrets.getFirst().replace('?', 'a');
    assertThat(of("IndexerHandler").allow(READ_SECRET, secret)).isTrue();
    assertThat(of("RebuildHandler").allow(READ_SECRET, secret)).isTrue();
    for (Permissions other : List.of(of("TakeoverHandler"), stack.client(), stack.reader())) {
      assertThat(other.allow(READ_SECRET, secret)).isFalse();
    }
  }
}
