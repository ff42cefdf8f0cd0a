package io.fastshot.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The evaluator that the tests of the policies believe. */
class PermissionsTest {
  private static Map<String, Object> statement(String effect, Object action, Object resource) {
    return Map.of("Effect", effect, "Action", action, "Resource", resource);
  }

  private static Permissions of(Object... statements) {
    JsonNode document = JsonMapper.shared().valueToTree(Map.of("Statement", List.of(statements)));
    return Permissions.of(List.of(document));
  }

  @Test
  void nothingIsAllowedUnlessAStatementSaysSo() {
    assertThat(of().allow("s3:GetObject", "arn:aws:s3:::b/k")).isFalse();
    Permissions one = of(statement("Allow", "s3:GetObject", "arn:aws:s3:::b/k"));
    assertThat(one.allow("s3:GetObject", "arn:aws:s3:::b/k")).isTrue();
    assertThat(one.allow("s3:PutObject", "arn:aws:s3:::b/k")).isFalse();
    assertThat(one.allow("s3:GetObject", "arn:aws:s3:::b/k2")).isFalse();
  }

  @Test
  void actionsKnowNoCaseResourcesDo() {
    Permissions one = of(statement("Allow", "S3:getobject", "arn:aws:s3:::b/k"));
    assertThat(one.allow("s3:GetObject", "arn:aws:s3:::b/k")).isTrue();
    assertThat(one.allow("s3:GetObject", "arn:aws:s3:::b/K")).isFalse();
  }

  @Test
  void wildcardsCrossSlashesAndDotsAreDots() {
    Permissions one = of(statement("Allow", "s3:Get*", "arn:aws:s3:::b/sessions/*.fastsho?"));
    assertThat(one.allow("s3:GetObject", "arn:aws:s3:::b/sessions/a/b c.fastshot")).isTrue();
    assertThat(one.allow("s3:GetObject", "arn:aws:s3:::b/sessions/a-fastshot")).isFalse();
    assertThat(one.allow("s3:PutObject", "arn:aws:s3:::b/sessions/a.fastshot")).isFalse();
  }

  @Test
  void denialsWin() {
    Permissions both =
        of(
            statement("Allow", "s3:*", "*"),
            statement("Deny", List.of("s3:DeleteObject"), List.of("arn:aws:s3:::b/keep*")));
    assertThat(both.allow("s3:DeleteObject", "arn:aws:s3:::b/keep/1")).isFalse();
    assertThat(both.allow("s3:DeleteObject", "arn:aws:s3:::b/other")).isTrue();
  }

  @Test
  void whatItCannotEvaluateIsRefused() {
    Map<String, Object> conditional =
        Map.of(
            "Effect", "Allow",
            "Action", "s3:*",
            "Resource", "*",
            "Condition", Map.of("Bool", Map.of("aws:SecureTransport", "true")));
    assertThatThrownBy(() -> of(conditional)).isInstanceOf(IllegalArgumentException.class);
  }
}
