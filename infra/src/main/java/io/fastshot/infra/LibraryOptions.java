package io.fastshot.infra;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen when a library is deployed: the CDK's context, {@code -c NAME=VALUE}.
 *
 * <pre>
 * stack              name of the stack; default Fastshot. One stack is one library
 * bucket             name of the bucket to make; default: fastshot- and 12 characters of the stack's id
 * existing-bucket    a bucket that is there already, in place of one that the stack makes
 * prefix             what stands before every key; empty, or ending in /; default: empty
 * alarm-email        who is told of alarms; default: nobody
 * retention-days     how long deleted and replaced objects can be brought back; default 30
 * removal            retain (the default) or destroy: what happens to the stack's own bucket when the
 *                    stack is removed. A bucket that is not empty is never removed
 * legacy-key-secret  name or ARN of the secret that holds the XOR key of the original app's files
 * original-app       yes if the original app works on the bucket too: the list stays plain JSON up to
 *                    4 MiB; default no
 * indexer-jar        the packaged function; default: where mvn package leaves it
 * </pre>
 *
 * @param stackName in CloudFormation
 * @param bucketName of the bucket to make; null for a generated one
 * @param existingBucket name of the bucket to use; null to make one
 * @param prefix empty, or ending in {@code /}
 * @param alarmEmail null for none
 * @param retentionDays 1 or more
 * @param removable whether the stack's own bucket goes with the stack, if it is empty
 * @param legacyKeySecret name or ARN; null for none
 * @param originalApp whether the original app works on the bucket too
 * @param indexerJar the packaged function
 */
record LibraryOptions(
    String stackName,
    @Nullable String bucketName,
    @Nullable String existingBucket,
    String prefix,
    @Nullable String alarmEmail,
    int retentionDays,
    boolean removable,
    @Nullable String legacyKeySecret,
    boolean originalApp,
    Path indexerJar) {

  /** Where {@code mvn package} leaves the function, seen from the folder of {@code cdk.json}. */
  static final String DEFAULT_JAR = "../lambda-indexer/target/fastshot-indexer.jar";

  private static final Set<String> NAMES =
      new TreeSet<>(
          Set.of(
              "stack",
              "bucket",
              "existing-bucket",
              "prefix",
              "alarm-email",
              "retention-days",
              "removal",
              "legacy-key-secret",
              "original-app",
              "indexer-jar"));

  /** The CDK's own context has an @, a colon or a slash in its names. */
  private static final Pattern OURS = Pattern.compile("[A-Za-z0-9_.-]+");

  private static final Pattern STACK = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,100}");
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9!_.'()-]+/)*");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  LibraryOptions {
    check(STACK, stackName, "stack", "letters, digits and hyphens, with a letter first");
    check(BUCKET, bucketName, "bucket", "3 to 63 of a-z, 0-9, - and .");
    check(BUCKET, existingBucket, "existing-bucket", "3 to 63 of a-z, 0-9, - and .");
    check(PREFIX, prefix, "prefix", "empty, or letters, digits and !_.'()- ending in /");
    check(EMAIL, alarmEmail, "alarm-email", "an address");
    if (bucketName != null && existingBucket != null) {
      throw new InvalidOptionException(
          "bucket (to be made) and existing-bucket (to be used) exclude each other");
    }
    if (existingBucket != null && removable) {
      throw new InvalidOptionException(
          "removal=destroy is for a bucket that the stack makes; an existing bucket is never"
              + " removed");
    }
    if (retentionDays < 1) {
      throw new InvalidOptionException("retention-days is 1 or more, not " + retentionDays);
    }
  }

  private static void check(
      Pattern accepted, @Nullable String value, String name, String description) {
    if (value != null && !accepted.matcher(value).matches()) {
      throw new InvalidOptionException(name + " is " + description + ", not \"" + value + "\"");
    }
  }

  /**
   * Reads the context.
   *
   * @param context all of it, with the CDK's own entries
   * @param folder what relative paths start from
   * @throws InvalidOptionException if a value cannot be used, or a name is unknown (a typing error
   *     would otherwise silently deploy something else)
   */
  static LibraryOptions of(Map<String, Object> context, Path folder) {
    for (String name : context.keySet()) {
      if (OURS.matcher(name).matches() && !NAMES.contains(name)) {
        throw new InvalidOptionException(
            "there is no option \"" + name + "\"; there are " + String.join(", ", NAMES));
      }
    }
    String jar = text(context, "indexer-jar");
    return new LibraryOptions(
        orElse(text(context, "stack"), "Fastshot"),
        text(context, "bucket"),
        text(context, "existing-bucket"),
        orElse(text(context, "prefix"), ""),
        text(context, "alarm-email"),
        number(orElse(text(context, "retention-days"), "30")),
        removable(orElse(text(context, "removal"), "retain")),
        text(context, "legacy-key-secret"),
        isYes("original-app", orElse(text(context, "original-app"), "no")),
        folder.resolve(orElse(jar, DEFAULT_JAR)).normalize());
  }

  private static boolean removable(String removal) {
    return switch (removal) {
      case "retain" -> false;
      case "destroy" -> true;
      default ->
          throw new InvalidOptionException(
              "removal is \"retain\" or \"destroy\", not \"" + removal + "\"");
    };
  }

  private static boolean isYes(String name, String value) {
    return switch (value) {
      case "yes" -> true;
      case "no" -> false;
      default ->
          throw new InvalidOptionException(name + " is \"yes\" or \"no\", not \"" + value + "\"");
    };
  }

  private static int number(String days) {
    try {
      return Integer.parseInt(days);
    } catch (NumberFormatException e) {
      throw new InvalidOptionException("retention-days is a number of days, not \"" + days + "\"");
    }
  }

  private static String orElse(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  private static @Nullable String text(Map<String, Object> context, String name) {
    Object value = context.get(name);
    return value == null || value.toString().isBlank() ? null : value.toString().strip();
  }
}
