package io.fastshot.client.cli.context;

import io.fastshot.client.ClientSettings;
import io.fastshot.client.LibraryEntry;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.data.connection.Credentials;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.localcloud.LocalCloudInfo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which library a command works on: that of the options and environment; else the one of the
 * settings; else a local cloud that runs in the home folder.
 */
final class LibraryChoice {
  private static final String DEFAULT_REGION = "us-east-1";
  private static final String DEFAULT_BUCKET = "fastshot";

  private final Console console;
  private final CommonOptions options;
  private final Path home;

  LibraryChoice(Console console, CommonOptions options, Path home) {
    this.console = console;
    this.options = options;
    this.home = home;
  }

  LibrarySettings choose() {
    URI endpoint = endpoint();
    if (options.endpoint != null || options.bucket != null) {
      return byPlace(endpoint);
    }
    ClientSettings settings = settings();
    String name = options.library == null ? settings.chosen() : options.library;
    Optional<LibraryEntry> entry = name == null ? Optional.empty() : settings.library(name);
    if (endpoint != null && entry.filter(e -> endpoint.equals(e.endpoint())).isEmpty()) {
      return byPlace(endpoint); // the environment says where, and the chosen library is elsewhere
    }
    if (entry.isPresent()) {
      return ofEntry(entry.get());
    }
    if (options.library != null) {
      throw new CommandException(
          ExitCode.USAGE, "there is no library named " + name + " in " + home);
    }
    return LocalClouds.running(LocalClouds.defaultData(home))
        .map(info ->
            ofLocalCloud(
                LocalClouds.entry("local", LocalClouds.defaultData(home), info, null), info))
        .orElseThrow(() ->
            new CommandException(
                ExitCode.USAGE,
                "no library is set up. To see one: fastshot demo. For your own: --bucket NAME"
                    + " (and --endpoint-url URL for a store that is not AWS)"));
  }

  private @Nullable URI endpoint() {
    if (options.endpoint != null) {
      return options.endpoint;
    }
    String special = console.variable("AWS_ENDPOINT_URL_S3");
    String general = special.isEmpty() ? console.variable("AWS_ENDPOINT_URL") : special;
    return general.isEmpty() || options.library != null ? null : URI.create(general);
  }

  private ClientSettings settings() {
    try {
      return ClientSettings.load(home);
    } catch (IOException e) {
      throw new CommandException(ExitCode.FAILED, String.valueOf(e.getMessage()));
    }
  }

  private LibrarySettings byPlace(@Nullable URI endpoint) {
    String bucket = options.bucket == null ? DEFAULT_BUCKET : options.bucket;
    Optional<LocalCloudInfo> local =
        LocalClouds.running(LocalClouds.defaultData(home))
            .filter(info -> info.endpoint().equals(endpoint));
    return new LibrarySettings(
        bucket,
        LibrarySettings.cacheIdOf(endpoint, bucket, prefix("")),
        endpoint,
        region(local.map(LocalCloudInfo::region).orElse("")),
        bucket,
        prefix(""),
        profile(null),
        credentials(local.orElse(null)),
        function(LibrarySettings.DEFAULT_REBUILD_FUNCTION),
        key(null));
  }

  private LibrarySettings ofEntry(LibraryEntry entry) {
    String data = entry.localCloud();
    if (data != null) {
      return ofLocalCloud(entry, LocalClouds.running(Path.of(data)).orElse(null));
    }
    return new LibrarySettings(
        entry.name(),
        LibrarySettings.cacheIdOf(entry.endpoint(), entry.bucket(), entry.prefix()),
        entry.endpoint(),
        region(entry.region()),
        entry.bucket(),
        prefix(entry.prefix()),
        profile(entry.profile()),
        null,
        function(entry.rebuildFunction()),
        key(entry.legacyKey()));
  }

  /** A local cloud takes another port at each start: its cache goes by its folder. */
  private LibrarySettings ofLocalCloud(LibraryEntry entry, @Nullable LocalCloudInfo info) {
    return new LibrarySettings(
        entry.name(),
        "local-cloud " + entry.localCloud() + " " + entry.bucket() + " " + entry.prefix(),
        info == null ? lastKnown(entry) : info.endpoint(),
        info == null ? entry.region() : info.region(),
        entry.bucket(),
        prefix(entry.prefix()),
        null,
        info == null
            ? new Credentials("not-running", "not-running")
            : new Credentials(info.accessKey(), info.secretKey()),
        info == null ? entry.rebuildFunction() : info.rebuildFunction(),
        key(entry.legacyKey()));
  }

  /** Never null, which would mean AWS: at worst an address at which nobody answers. */
  private static URI lastKnown(LibraryEntry entry) {
    URI endpoint = entry.endpoint();
    return endpoint == null ? URI.create("http://127.0.0.1:9") : endpoint;
  }

  private @Nullable Credentials credentials(@Nullable LocalCloudInfo local) {
    if (local == null
        || profile(null) != null
        || !console.variable("AWS_ACCESS_KEY_ID").isEmpty()) {
      return fromEnvironment();
    }
    return new Credentials(local.accessKey(), local.secretKey());
  }

  /** Read here, not by the SDK, so that a session token or a profile still goes the SDK's way. */
  private @Nullable Credentials fromEnvironment() {
    String access = console.variable("AWS_ACCESS_KEY_ID");
    String secret = console.variable("AWS_SECRET_ACCESS_KEY");
    boolean plain = console.variable("AWS_SESSION_TOKEN").isEmpty() && profile(null) == null;
    return plain && !access.isEmpty() && !secret.isEmpty() ? new Credentials(access, secret) : null;
  }

  private String region(String otherwise) {
    if (options.region != null) {
      return options.region;
    }
    for (String variable : new String[] {"AWS_REGION", "AWS_DEFAULT_REGION"}) {
      if (otherwise.isEmpty() && !console.variable(variable).isEmpty()) {
        return console.variable(variable);
      }
    }
    return otherwise.isEmpty() ? DEFAULT_REGION : otherwise;
  }

  private String prefix(String otherwise) {
    String prefix = options.prefix == null ? otherwise : options.prefix;
    return prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
  }

  private @Nullable String profile(@Nullable String otherwise) {
    return options.profile == null ? otherwise : options.profile;
  }

  private String function(String otherwise) {
    if (options.rebuildFunction != null) {
      return options.rebuildFunction;
    }
    String variable = console.variable("FASTSHOT_REBUILD_FUNCTION");
    return variable.isEmpty() ? otherwise : variable;
  }

  private @Nullable String key(@Nullable String otherwise) {
    if (options.legacyKey != null) {
      return options.legacyKey;
    }
    String variable = console.variable("FASTSHOT_LEGACY_KEY");
    return variable.isEmpty() ? otherwise : variable;
  }
}
