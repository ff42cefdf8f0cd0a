package io.fastshot.client.cli.context;

import io.fastshot.client.ClientSettings;
import io.fastshot.client.LibraryEntry;
import io.fastshot.client.cli.text.Console;
import io.fastshot.client.data.connection.Credentials;
import io.fastshot.client.data.connection.Failure;
import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.localcloud.LocalCloudInfo;
import io.fastshot.store.s3.ProxyChoice;
import io.fastshot.store.s3.SdkAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which library a command works on: that of the options and environment; else the one of the
 * settings; else a local cloud that runs in the home folder.
 */
final class LibraryChoice {
  private static final String DEFAULT_BUCKET = "fastshot";

  private final Console console;
  private final CommonOptions options;
  private final Path home;
  private final AwsChoice aws;
  private final List<String> origins = new ArrayList<>();

  LibraryChoice(Console console, CommonOptions options, Path home) {
    this.console = console;
    this.options = options;
    this.home = home;
    this.aws = new AwsChoice(console, options);
  }

  /** Who decided endpoint and region, in words; filled by {@link #choose()}. */
  List<String> origins() {
    return List.copyOf(origins);
  }

  LibrarySettings choose() {
    aws.checkConfiguration();
    LibrarySettings chosen = chosen();
    checkProxy(chosen);
    return chosen;
  }

  /** A proxy that is none is wrong use; what runs on this machine needs none. */
  private void checkProxy(LibrarySettings chosen) {
    URI endpoint = chosen.endpoint();
    try {
      new ProxyChoice(console.environment())
          .check(endpoint == null ? SdkAccess.addressOfAws("s3", chosen.region()) : endpoint);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private LibrarySettings chosen() {
    boolean byOptions = options.endpoint != null || options.bucket != null;
    Optional<Decided> here =
        options.endpoint == null && options.library != null
            ? Optional.empty() // the settings say where a library is that was asked for by name
            : aws.endpointOfThisRun();
    if (byOptions) {
      return byPlace(here.or(() -> aws.endpointOfProfile(profile(null))));
    }
    URI endpoint = here.map(Decided::value).map(URI::create).orElse(null);
    ClientSettings settings = settings();
    String name = options.library == null ? settings.chosen() : options.library;
    Optional<LibraryEntry> entry = name == null ? Optional.empty() : settings.library(name);
    if (endpoint != null && entry.filter(e -> endpoint.equals(e.endpoint())).isEmpty()) {
      return byPlace(here); // the environment says where, and the chosen library is elsewhere
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

  private ClientSettings settings() {
    try {
      return ClientSettings.load(home);
    } catch (IOException e) {
      throw new CommandException(ExitCode.FAILED, Failure.describe(e));
    }
  }

  private LibrarySettings byPlace(Optional<Decided> place) {
    URI endpoint = address(place);
    String bucket = options.bucket == null ? DEFAULT_BUCKET : options.bucket;
    Optional<LocalCloudInfo> local =
        LocalClouds.running(LocalClouds.defaultData(home))
            .filter(info -> info.endpoint().equals(endpoint));
    return new LibrarySettings(
        bucket,
        LibrarySettings.cacheIdOf(endpoint, bucket, prefix("")),
        endpoint,
        region(local.map(LocalCloudInfo::region).orElse(""), profile(null)),
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
    URI known = entry.endpoint();
    URI endpoint =
        address(
            known == null
                ? aws.endpointOfProfile(profile(entry.profile()))
                : Optional.of(new Decided(known.toString(), "the library's settings")));
    return new LibrarySettings(
        entry.name(),
        LibrarySettings.cacheIdOf(endpoint, entry.bucket(), prefix(entry.prefix())),
        endpoint,
        region(entry.region(), profile(entry.profile())),
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

  private @Nullable URI address(Optional<Decided> place) {
    origins.add(
        place
            .map(d -> "endpoint " + d.value() + " (" + d.from() + ")")
            .orElse("endpoint of AWS (nothing names another)"));
    return place.map(Decided::value).map(URI::create).orElse(null);
  }

  private String region(String ofLibrary, @Nullable String profile) {
    Decided region = aws.region(ofLibrary, profile);
    origins.add("region " + region.value() + " (" + region.from() + ")");
    return region.value();
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
