package io.fastshot.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastshot.infra.RecordingStore.Call;
import io.fastshot.model.KeyLayout;
import io.fastshot.model.SessionId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The functions may do what their handlers ask for, and nothing else: the calls are those of the
 * real handlers at work.
 */
@NeedsNode
class FunctionPermissionsTest {
  private static final String BUCKET = "arn:aws:s3:::screens";
  private static final String PREFIX = "team/";

  /** What Lambda itself does by a function's role. */
  private static final Set<String> OF_LAMBDA =
      Set.of(
          "logs:CreateLogStream",
          "logs:PutLogEvents",
          "sqs:ReceiveMessage",
          "sqs:DeleteMessage",
          "sqs:GetQueueAttributes");

  @SuppressWarnings("NullAway.Init") // set before any test; synthesising takes seconds
  private static StackPermissions stack;

  @SuppressWarnings("NullAway.Init")
  private static HandlerCalls calls;

  @BeforeAll
  static void work() throws IOException {
    stack = StackPermissions.of(Map.of("bucket", "screens", "prefix", PREFIX));
    calls = new HandlerCalls(BUCKET, PREFIX, stack.queue());
    calls.work();
  }

  private static Permissions of(String handler) {
    return Objects.requireNonNull(stack.functions().get(handler), handler);
  }

  @Test
  void handlersMayDoAllTheyAskFor() {
    assertThat(calls.ofIndexer).hasSizeGreaterThan(10);
    assertThat(calls.ofRebuild).hasSizeGreaterThan(3);
    assertThat(refused(of("IndexerHandler"), calls.ofIndexer)).isEmpty();
    assertThat(refused(of("RebuildHandler"), calls.ofRebuild)).isEmpty();
  }

  private static List<Call> refused(Permissions permissions, Set<Call> asked) {
    return asked.stream()
        .filter(call -> !permissions.allow(call.action(), call.resource()))
        .toList();
  }

  @Test
  void handlersMayDoNothingTheyNeverAskFor() {
    assertThat(unused(of("IndexerHandler"), calls.ofIndexer)).isEmpty();
    assertThat(unused(of("RebuildHandler"), calls.ofRebuild)).isEmpty();
  }

  /** Each action of each statement on each of its resources that no call needed. */
  private static List<Call> unused(Permissions permissions, Set<Call> asked) {
    List<Call> unused = new ArrayList<>();
    for (Permissions.Statement statement : permissions.statements()) {
      assertThat(statement.allow()).isTrue();
      for (String action : new HashSet<>(statement.actions())) {
        for (String resource : statement.resources()) {
          Permissions.Statement one =
              new Permissions.Statement("", true, List.of(action), List.of(resource));
          boolean needed =
              OF_LAMBDA.contains(action)
                  || asked.stream().anyMatch(call -> one.matches(call.action(), call.resource()));
          if (!needed) {
            unused.add(new Call(action, resource));
          }
        }
      }
    }
    return unused;
  }

  @Test
  void noFunctionDeletesTheIndexOrASession() {
    for (Permissions function : stack.functions().values()) {
      for (String key : List.of("overall_meta.json", "sessions/a.fastshot", "trash/a.fastshot")) {
        for (String action : List.of("s3:DeleteObject", "s3:DeleteObjectVersion")) {
          assertThat(function.allow(action, BUCKET + "/" + PREFIX + key)).as(key).isFalse();
        }
      }
      assertThat(function.allow("s3:PutObject", BUCKET + "/" + PREFIX + "sessions/a.fastshot"))
          .isFalse();
    }
  }

  @Test
  void theStackKnowsWhereTheObjectsStand() {
    KeyLayout layout = new KeyLayout(PREFIX);
    LibraryKeys keys = new LibraryKeys(BUCKET, PREFIX);
    SessionId id = new SessionId("*");
    assertThat(keys.sessions() + LibraryKeys.SESSION_SUFFIX)
        .isEqualTo(BUCKET + "/" + layout.session(id));
    assertThat(keys.trash() + LibraryKeys.SESSION_SUFFIX)
        .isEqualTo(BUCKET + "/" + layout.trash(id));
    assertThat(BUCKET + "/" + layout.metaIndex(id)).startsWith(keys.metaIndexes());
    assertThat(BUCKET + "/" + layout.thumbnail(id)).startsWith(keys.thumbnails());
    assertThat(keys.overallMeta()).isEqualTo(BUCKET + "/" + layout.overallMeta());
    assertThat(keys.sessionPrefix()).isEqualTo(layout.sessions());
    assertThat(keys.trashPrefix()).isEqualTo(layout.trash());
  }
}
