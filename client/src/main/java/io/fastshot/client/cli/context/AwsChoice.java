package io.fastshot.client.cli.context;

import io.fastshot.client.cli.text.Console;
import io.fastshot.store.StoreException;
import io.fastshot.store.s3.AwsConfigFiles;
import io.fastshot.store.s3.Endpoints;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Endpoint, region and profile: decided here and nowhere else, in the order of the AWS CLI. Options
 * come first, then the library's settings, the environment, and the profile of the AWS
 * configuration.
 */
public final class AwsChoice {
  private static final String DEFAULT_REGION = "us-east-1";
  private static final String DEFAULT_PROFILE = "default";
  private static final List<String> ENDPOINTS = List.of("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL");
  private static final List<String> REGIONS = List.of("AWS_REGION", "AWS_DEFAULT_REGION");
  private static final String IGNORE = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS";

  private final Console console;
  private final CommonOptions options;
  private @Nullable AwsConfigFiles files;

  public AwsChoice(Console console, CommonOptions options) {
    this.console = console;
    this.options = options;
  }

  /**
   * Reads the AWS configuration, which the SDK does in any case.
   *
   * @throws CommandException if it cannot be understood
   */
  void checkConfiguration() {
    var _ = files();
  }

  /** The endpoint of the options, else of the environment; empty if neither names one. */
  Optional<Decided> endpointOfThisRun() {
    String asked = options.endpoint;
    if (asked != null) {
      return Optional.of(endpoint(asked, "--endpoint-url"));
    }
    return ignores()
        ? Optional.empty()
        : variable(ENDPOINTS).map(d -> endpoint(d.value(), d.from()));
  }

  /** The same as an address; null if neither names one. */
  public @Nullable URI addressOfThisRun() {
    return endpointOfThisRun().map(Decided::value).map(URI::create).orElse(null);
  }

  /**
   * The endpoint that a profile's configuration names; empty if none.
   *
   * @param named the library's profile; null if it names none
   */
  Optional<Decided> endpointOfProfile(@Nullable String named) {
    String profile = profile(named);
    if (ignores() || files().ignoresEndpoints(profile)) {
      return Optional.empty();
    }
    return files()
        .endpointOfS3(profile)
        .or(() -> files().endpoint(profile))
        .map(url -> endpoint(url, ofConfiguration(profile)));
  }

  /**
   * The region.
   *
   * @param ofLibrary what its settings or local cloud say; empty if nothing
   * @param named the library's profile; null if it names none
   */
  Decided region(String ofLibrary, @Nullable String named) {
    if (options.region != null && !options.region.isBlank()) {
      return new Decided(options.region, "--region");
    }
    if (!ofLibrary.isEmpty()) {
      return new Decided(ofLibrary, "the library's settings");
    }
    String profile = profile(named);
    return variable(REGIONS)
        .or(() -> files().region(profile).map(r -> new Decided(r, ofConfiguration(profile))))
        .orElseGet(() -> new Decided(DEFAULT_REGION, "nothing names one"));
  }

  private String profile(@Nullable String named) {
    if (named != null) {
      return named;
    }
    String variable = console.variable("AWS_PROFILE");
    return variable.isEmpty() ? DEFAULT_PROFILE : variable;
  }

  private static String ofConfiguration(String profile) {
    return "the profile " + profile + " of the AWS configuration";
  }

  private Optional<Decided> variable(List<String> names) {
    return names.stream()
        .filter(name -> !console.variable(name).isEmpty())
        .map(name -> new Decided(console.variable(name), name))
        .findFirst();
  }

  private boolean ignores() {
    return console.variable(IGNORE).equalsIgnoreCase("true");
  }

  private static Decided endpoint(String text, String from) {
    try {
      return new Decided(Endpoints.parse(text).toString(), from);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, from + ": " + e.getMessage());
    }
  }

  private AwsConfigFiles files() {
    AwsConfigFiles read = files;
    if (read == null) {
      try {
        read = AwsConfigFiles.read(console.environment());
      } catch (StoreException.Rejected e) {
        throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
      }
      files = read;
    }
    return read;
  }
}
