package io.fastshot.client.cli.tasks;

import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.data.connection.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a deployed stack says of its library: the file that the CDK writes with {@code
 * --outputs-file}, one object per stack.
 *
 * @param stack name of the stack
 * @param bucket of the library
 * @param prefix empty, or ending in {@code /}
 * @param region of the bucket
 * @param rebuildFunction what Invoke takes
 */
public record StackOutputs(
    String stack, String bucket, String prefix, String region, String rebuildFunction) {

  /**
   * Reads the outputs of a stack.
   *
   * @param stack its name; null if the file has one library only
   * @throws CommandException if the file has none, or several and none is asked for
   */
  public static StackOutputs read(Path file, @Nullable String stack) {
    List<StackOutputs> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : json(file).properties()) {
      JsonNode outputs = entry.getValue();
      boolean asked = stack == null || stack.equals(entry.getKey());
      if (asked && outputs.path("LibraryBucketName").isString()) {
        found.add(of(entry.getKey(), outputs));
      }
    }
    if (found.size() == 1) {
      return found.getFirst();
    }
    String names = String.join(", ", found.stream().map(StackOutputs::stack).toList());
    throw new CommandException(
        ExitCode.FAILED,
        found.isEmpty()
            ? file
                + " has no outputs of a Fastshot stack"
                + (stack == null ? "" : " named " + stack)
                + ": it is what fastshot deploy, or cdk deploy --outputs-file, writes"
            : file + " has several libraries (" + names + "): say which with --stack");
  }

  private static JsonNode json(Path file) {
    try {
      return Json.MAPPER.readTree(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new CommandException(ExitCode.FAILED, "there is no file " + file);
    } catch (IOException | JacksonException e) {
      throw new CommandException(ExitCode.FAILED, file + " cannot be read: " + Failure.describe(e));
    }
  }

  private static StackOutputs of(String stack, JsonNode outputs) {
    return new StackOutputs(
        stack,
        text(stack, outputs, "LibraryBucketName"),
        outputs.path("LibraryPrefix").asString(""),
        text(stack, outputs, "LibraryRegion"),
        text(stack, outputs, "RebuildFunctionName"));
  }

  private static String text(String stack, JsonNode outputs, String name) {
    String value = outputs.path(name).asString("");
    if (value.isEmpty()) {
      throw new CommandException(
          ExitCode.FAILED, "the outputs of the stack " + stack + " lack " + name);
    }
    return value;
  }
}
