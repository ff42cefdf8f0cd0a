package io.fastshot.infra;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a principal may do by its own policies: an evaluator of IAM's rules as far as our policies
 * use them. Nothing is allowed that no statement allows, and what one denies is denied.
 *
 * @param statements of all policies of the principal
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
record Permissions(List<Statement> statements) {

  /**
   * One statement.
   *
   * @param sid its name
   */
  record Statement(String sid, boolean allow, List<String> actions, List<String> resources) {

    boolean matches(String action, String resource) {
      return actions.stream()
              .anyMatch(pattern ->
                  fits(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT)))
          && resources.stream().anyMatch(pattern -> fits(pattern, resource));
    }

    private static boolean fits(String pattern, String value) {
      String regex =
          Pattern.compile("[*?]|[^*?]+")
              .matcher(pattern)
              .replaceAll(part ->
                  Matcher.quoteReplacement(
                      switch (part.group()) {
                        case "*" -> ".*";
                        case "?" -> ".";
                        default -> Pattern.quote(part.group());
                      }));
      return Pattern.compile(regex, Pattern.DOTALL).matcher(value).matches();
    }
  }

  /**
   * Reads policy documents.
   *
   * @throws IllegalArgumentException if a statement has members that this evaluator does not know:
   *     passing over a condition would make a test lie
   */
  static Permissions of(List<JsonNode> documents) {
    return new Permissions(
        documents.stream()
            .flatMap(document -> document.required("Statement").valueStream())
            .map(Permissions::statement)
            .toList());
  }

  private static Statement statement(JsonNode json) {
    json.propertyNames()
        .forEach(member -> {
          if (!List.of("Sid", "Effect", "Action", "Resource").contains(member)) {
            throw new IllegalArgumentException("not known here: " + member + " in " + json);
          }
        });
    return new Statement(
        json.path("Sid").asString(""),
        json.required("Effect").asString().equals("Allow"),
        strings(json.required("Action")),
        strings(json.required("Resource")));
  }

  private static List<String> strings(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(JsonNode::asString).toList()
        : List.of(value.asString());
  }

  boolean allow(String action, String resource) {
    return statements.stream().anyMatch(s -> s.allow() && s.matches(action, resource))
        && statements.stream().noneMatch(s -> !s.allow() && s.matches(action, resource));
  }
}
