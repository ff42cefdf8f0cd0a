package io.fastshot.store.s3;

import io.fastshot.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;

/**
 * The AWS configuration: {@code ~/.aws/config} and {@code ~/.aws/credentials}, or the files that
 * {@code AWS_CONFIG_FILE} and {@code AWS_SHARED_CREDENTIALS_FILE} name. Read here, not by the SDK,
 * which does not say which file it could not read.
 */
public final class AwsConfigFiles {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String ENDPOINT_URL = "endpoint_url";

  private final ProfileFile files;

  private AwsConfigFiles(ProfileFile files) {
    this.files = files;
  }

  /**
   * Reads both files; one that is not there is empty.
   *
   * @param environment the environment variables
   * @throws StoreException.Rejected if one cannot be read or understood; the message names it
   */
  public static AwsConfigFiles read(Map<String, String> environment) {
    ProfileFile.Aggregator both = ProfileFile.aggregator();
    Path config = file(environment, "AWS_CONFIG_FILE", ProfileFileLocation.configurationFilePath());
    Path secrets =
        file(environment, "AWS_SHARED_CREDENTIALS_FILE", ProfileFileLocation.credentialsFilePath());
    parse(config, ProfileFile.Type.CONFIGURATION).ifPresent(both::addFile);
    parse(secrets, ProfileFile.Type.CREDENTIALS).ifPresent(both::addFile);
    return new AwsConfigFiles(both.build());
  }

  private static Path file(Map<String, String> environment, String variable, Path otherwise) {
    String named = environment.getOrDefault(variable, "");
    if (named.isEmpty()) {
      return otherwise;
    }
    return named.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), named.substring(2))
        : Path.of(named);
  }

  private static Optional<ProfileFile> parse(Path file, ProfileFile.Type type) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      if (text.startsWith(BYTE_ORDER_MARK)) { // the SDK reads the file at other places as well
        throw new StoreException.Rejected(
            "the AWS configuration %s begins with a byte order mark; save it as UTF-8 without one"
                .formatted(file),
            null);
      }
      return Optional.of(
          ProfileFile.builder()
              .content(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
              .type(type)
              .build());
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StoreException.Rejected("the AWS configuration " + file + " cannot be read", e);
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) { // the SDK does not say which kinds it throws
      throw new StoreException.Rejected(
          "the AWS configuration %s cannot be understood (%s); correct it, or name another with AWS_CONFIG_FILE"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  ProfileFile profiles() {
    return files;
  }

  /** Whether there is such a profile. */
  public boolean has(String profile) {
    return files.profile(profile).isPresent();
  }

  /** The region of a profile. */
  public Optional<String> region(String profile) {
    return property(profile, "region");
  }

  /** Whether a profile asks that no configured endpoint be used. */
  public boolean ignoresEndpoints(String profile) {
    return property(profile, "ignore_configured_endpoint_urls")
        .filter("true"::equalsIgnoreCase)
        .isPresent();
  }

  /** The endpoint of S3 in the {@code services} section that a profile names. */
  public Optional<String> endpointOfS3(String profile) {
    return property(profile, "services")
        .flatMap(name -> files.getSection("services", name))
        .flatMap(AwsConfigFiles::ofS3);
  }

  /** Nested properties come as one text of several lines. */
  private static Optional<String> ofS3(Profile section) {
    return section.property("s3").stream()
        .flatMap(String::lines)
        .map(line -> line.split("=", 2))
        .filter(parts -> parts.length == 2 && parts[0].strip().equals(ENDPOINT_URL))
        .map(parts -> parts[1].strip())
        .findFirst();
  }

  /** The endpoint of all services of a profile. */
  public Optional<String> endpoint(String profile) {
    return property(profile, ENDPOINT_URL);
  }

  private Optional<String> property(String profile, String name) {
    return files.profile(profile).flatMap(p -> p.property(name));
  }
}
