package io.fastshot.client.cli.context;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that several commands have; each {@link Uses} some. Filled by picocli. */
public final class CommonOptions {
  @Option(names = "--endpoint-url", paramLabel = "URL", description = "S3-compatible endpoint.")
  @Nullable
  public String endpoint;

  @Option(names = "--bucket", paramLabel = "NAME", description = "Bucket of the library.")
  @Nullable
  public String bucket;

  @Option(names = "--prefix", paramLabel = "P", description = "Key prefix of the library.")
  @Nullable
  public String prefix;

  @Option(names = "--region", paramLabel = "R", description = "AWS region.")
  @Nullable
  public String region;

  @Option(names = "--profile", paramLabel = "P", description = "Profile of the AWS configuration.")
  @Nullable
  public String profile;

  @Option(
      names = "--ca-bundle",
      paramLabel = "FILE",
      description = "Certificates (PEM) to trust besides Java's own.")
  @Nullable
  public Path caBundle;

  @Option(
      names = "--library",
      paramLabel = "NAME",
      description = "A library of the settings; else the chosen one.")
  @Nullable
  public String library;

  @Option(
      names = "--legacy-key",
      paramLabel = "K",
      description = "Key of session files in the original's format.")
  @Nullable
  public String legacyKey;

  @Option(
      names = "--rebuild-function",
      paramLabel = "NAME",
      description = "Name of the library's rebuild function.")
  @Nullable
  public String rebuildFunction;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Settings and caches; default $$FASTSHOT_HOME, then ~/.fastshot.")
  @Nullable
  public Path home;

  @Option(names = "--json", description = "Data as JSON.")
  boolean json;

  @Option(
      names = {"--quiet", "-q"},
      description = "No progress and notes on stderr.")
  public boolean quiet;

  @Option(
      names = {"--yes", "-y"},
      description = "Do not ask.")
  public boolean yes;

  @Option(names = "--help", usageHelp = true, description = "Show this help.")
  boolean help;
}
