package io.fastshot.infra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awscdk.assertions.Template;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A template with its intrinsic functions worked out as CloudFormation would, in an account with
 * made-up numbers: every resource has its logical id for a name.
 */
final class TemplateValues {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LOCAL = ":eu-central-1:111122223333:";
  private static final Map<String, String> PSEUDO =
      Map.of(
          "AWS::AccountId",
          "111122223333",
          "AWS::Region",
          "eu-central-1",
          "AWS::Partition",
          "aws",
          "AWS::StackId",
          "arn:aws:cloudformation" + LOCAL + "stack/Fastshot/01234567-89ab-cdef-0123-456789abcdef");

  private final JsonNode resources;

  TemplateValues(Template template) {
    JsonNode json = JSON.valueToTree(template.toJSON());
    resources = json.required("Resources");
  }

  /** The properties of the resources of a type, worked out, by logical id. */
  Map<String, JsonNode> ofType(String type) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    resources
        .properties()
        .forEach(resource -> {
          if (type(resource.getKey()).equals(type)) {
            found.put(resource.getKey(), value(resource.getValue().required("Properties")));
          }
        });
    return found;
  }

  /** ARN of a resource. */
  String arn(String id) {
    return switch (type(id)) {
      case "AWS::SQS::Queue" -> "arn:aws:sqs" + LOCAL + id;
      case "AWS::Lambda::Function" -> "arn:aws:lambda" + LOCAL + "function:" + id;
      case "AWS::Lambda::Alias" ->
          "arn:aws:lambda" + LOCAL + "function:" + property(id, "FunctionName") + ":live";
      case "AWS::Logs::LogGroup" -> "arn:aws:logs" + LOCAL + "log-group:" + id + ":*";
      case "AWS::IAM::Role" -> "arn:aws:iam::111122223333:role/" + id;
      case "AWS::IAM::ManagedPolicy" -> "arn:aws:iam::111122223333:policy/" + id;
      case "AWS::S3::Bucket" -> "arn:aws:s3:::" + property(id, "BucketName");
      default -> throw new IllegalArgumentException("no ARN is known here for " + type(id));
    };
  }

  private String property(String id, String name) {
    return value(resources.required(id).required("Properties").required(name)).asString();
  }

  private String type(String id) {
    return resources.required(id).required("Type").asString();
  }

  private JsonNode value(JsonNode node) {
    if (node.isArray()) {
      ArrayNode values = JSON.createArrayNode();
      node.forEach(item -> values.add(value(item)));
      return values;
    }
    if (!node.isObject()) {
      return node;
    }
    if (node.size() == 1) {
      Map.Entry<String, JsonNode> only = node.properties().iterator().next();
      if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
        return function(only.getKey(), only.getValue());
      }
    }
    ObjectNode values = JSON.createObjectNode();
    node.properties().forEach(member -> values.set(member.getKey(), value(member.getValue())));
    return values;
  }

  private JsonNode function(String name, JsonNode argument) {
    return switch (name) {
      case "Ref" -> StringNode.valueOf(ref(argument.asString()));
      case "Fn::GetAtt" ->
          StringNode.valueOf(
              argument.path(1).asString().equals("Arn")
                  ? arn(argument.path(0).asString())
                  : argument.path(0).asString());
      case "Fn::Join" ->
          StringNode.valueOf(
              value(argument.path(1))
                  .valueStream()
                  .map(JsonNode::asString)
                  .collect(Collectors.joining(argument.path(0).asString())));
      case "Fn::Select" -> value(argument.path(1)).required(argument.path(0).asInt());
      case "Fn::Split" -> {
        String whole = value(argument.path(1)).asString();
        ArrayNode parts = JSON.createArrayNode();
        List.of(whole.split(argument.path(0).asString(), -1)).forEach(parts::add);
        yield parts;
      }
      case "Fn::Sub" ->
          StringNode.valueOf(
              Pattern.compile("\\$\\{([^}]+)}")
                  .matcher(argument.asString())
                  .replaceAll(part -> Matcher.quoteReplacement(ref(part.group(1)))));
      default -> throw new IllegalArgumentException("not known here: " + name);
    };
  }

  private String ref(String id) {
    String pseudo = PSEUDO.get(id);
    if (pseudo != null) {
      return pseudo;
    }
    return switch (type(id)) {
      case "AWS::Lambda::Alias", "AWS::IAM::ManagedPolicy" -> arn(id);
      case "AWS::S3::Bucket" -> property(id, "BucketName");
      default -> id;
    };
  }
}
