package io.fastshot.infra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awscdk.assertions.Template;
import tools.jackson.databind.JsonNode;

/**
 * Who may do what in a stack.
 *
 * @param client the policy for people who work with the library
 * @param reader the policy for people who only read
 * @param functions by the handler's class name
 * @param rebuildAlias ARN of what clients invoke
 * @param queue ARN of the events' queue
 */
record StackPermissions(
    Permissions client,
    Permissions reader,
    Map<String, Permissions> functions,
    String rebuildAlias,
    String queue) {
  private static final String FUNCTION = "AWS::Lambda::Function";

  static StackPermissions of(Map<String, String> options) {
    TemplateValues values = new TemplateValues(Template.fromStack(Synthesis.stack(options)));
    Map<String, Permissions> functions = new LinkedHashMap<>();
    for (JsonNode function : values.ofType(FUNCTION).values()) {
      String handler = function.required("Handler").asString();
      functions.put(handler.substring(handler.lastIndexOf('.') + 1), ofRole(values, function));
    }
    String rebuild =
        only(
            values.ofType(FUNCTION),
            function -> function.required("Handler").asString().endsWith("RebuildHandler"));
    String queue = only(values.ofType("AWS::SQS::Queue"), node -> node.has("RedrivePolicy"));
    return new StackPermissions(
        managed(values, "Client"),
        managed(values, "Reader"),
        functions,
        values.arn(rebuild) + ":live",
        values.arn(queue));
  }

  private static String only(Map<String, JsonNode> resources, Predicate<JsonNode> which) {
    List<String> found =
        resources.entrySet().stream()
            .filter(entry -> which.test(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (found.size() != 1) {
      throw new IllegalStateException("not exactly one: " + found);
    }
    return found.getFirst();
  }

  private static Permissions managed(TemplateValues values, String name) {
    return Permissions.of(
        values.ofType("AWS::IAM::ManagedPolicy").entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(name))
            .map(entry -> entry.getValue().required("PolicyDocument"))
            .toList());
  }

  private static Permissions ofRole(TemplateValues values, JsonNode function) {
    String arn = function.required("Role").asString();
    String role = arn.substring(arn.indexOf('/') + 1);
    JsonNode properties = values.ofType("AWS::IAM::Role").get(role);
    if (properties == null || properties.has("ManagedPolicyArns") || properties.has("Policies")) {
      throw new IllegalStateException(role + " has permissions that are not seen here");
    }
    return Permissions.of(
        values.ofType("AWS::IAM::Policy").values().stream()
            .filter(policy ->
                policy
                    .required("Roles")
                    .valueStream()
                    .anyMatch(node -> node.asString().equals(role)))
            .map(policy -> policy.required("PolicyDocument"))
            .toList());
  }
}
