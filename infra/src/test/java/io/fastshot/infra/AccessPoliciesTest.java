package io.fastshot.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may and may not do, in a bucket that holds other things as well. */
@NeedsNode
class AccessPoliciesTest {
  private static final String BUCKET = "arn:aws:s3:::screens";

  /** Actions of S3 that change something, or that give away more than a library's objects. */
  private static final List<String> WRITES =
      List.of(
          "s3:PutObject",
          "s3:DeleteObject",
          "s3:DeleteObjectVersion",
          "s3:PutObjectAcl",
          "s3:PutObjectTagging",
          "s3:RestoreObject");

  private static final List<String> ADMINISTRATION =
      List.of(
          "s3:DeleteBucket",
          "s3:PutBucketPolicy",
          "s3:PutBucketNotification",
          "s3:PutLifecycleConfiguration",
          "s3:PutBucketVersioning");

  @SuppressWarnings("NullAway.Init") // set before any test; synthesising takes seconds
  private static StackPermissions stack;

  @BeforeAll
  static void synthesise() {
    stack = StackPermissions.of(Map.of("bucket", "screens", "prefix", "team/"));
  }

  private static String key(String key) {
    return BUCKET + "/" + key;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "team/overall_meta.json",
        "team/meta_indexes/a.meta.json",
        "team/thumbnails/a.png",
        "team/other",
        "overall_meta.json",
        "sessions/a.fastshot",
        "teams/sessions/a.fastshot",
      })
  void aClientWritesNoIndexAndNothingOutsideOfTheLibrary(String key) {
    for (String action : WRITES) {
      assertThat(stack.client().allow(action, key(key))).as(action).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"team/sessions/a b+c 会议.fastshot", "team/trash/a.fastshot"})
  void aClientPutsAndDeletesSessionsAndTrash(String key) {
    assertThat(stack.client().allow("s3:PutObject", key(key))).isTrue();
    assertThat(stack.client().allow("s3:DeleteObject", key(key))).isTrue();
    assertThat(stack.client().allow("s3:AbortMultipartUpload", key(key))).isTrue();
    assertThat(stack.client().allow("s3:ListMultipartUploadParts", key(key))).isTrue();
    assertThat(stack.client().allow("s3:ListBucketMultipartUploads", BUCKET)).isTrue();
    assertThat(stack.client().allow("s3:DeleteObjectVersion", key(key)))
        .as("old versions are what undoes a mistake")
        .isFalse();
  }

  @Test
  void bothListAndRead() {
    for (Permissions who : List.of(stack.client(), stack.reader())) {
      assertThat(who.allow("s3:ListBucket", BUCKET)).isTrue();
      for (String key :
          List.of(
              "team/overall_meta.json",
              "team/meta_indexes/a.meta.json",
              "team/thumbnails/a.png",
              "team/sessions/a.fastshot")) {
        assertThat(who.allow("s3:GetObject", key(key))).as(key).isTrue();
      }
      assertThat(who.allow("s3:GetObject", key("private/of-somebody-else"))).isFalse();
    }
  }

  @Test
  void aReaderChangesNothing() {
    for (String action : WRITES) {
      assertThat(stack.reader().allow(action, key("team/sessions/a.fastshot"))).isFalse();
    }
    assertThat(stack.reader().allow("lambda:InvokeFunction", stack.rebuildAlias())).isFalse();
  }

  @Test
  void aClientInvokesTheRebuildThroughItsAliasOnly() {
    assertThat(stack.rebuildAlias()).endsWith(":live");
    assertThat(stack.client().allow("lambda:InvokeFunction", stack.rebuildAlias())).isTrue();
    String function = stack.rebuildAlias().replace(":live", "");
    assertThat(stack.client().allow("lambda:InvokeFunction", function)).isFalse();
    assertThat(stack.client().allow("lambda:UpdateFunctionCode", stack.rebuildAlias())).isFalse();
  }

  @Test
  void nobodyAdministersTheBucket() {
    List<Permissions> all = new ArrayList<>(stack.functions().values());
    all.add(stack.client());
    all.add(stack.reader());
    for (Permissions who : all) {
      for (String action : ADMINISTRATION) {
        assertThat(who.allow(action, BUCKET)).as(action).isFalse();
      }
    }
  }
}
