package io.fastshot.client.cli.libraries;

import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.CommandException;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.context.Uses.Part;
import io.fastshot.client.cli.tasks.UntilStopped;
import io.fastshot.client.cli.text.Console;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.localcloud.faults.FaultPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fastshot serve}. */
@Command(
    name = "serve",
    description = {
      "A local cloud: S3, the indexer on its events and the rebuild function, on 127.0.0.1.",
      "When ready, prints one line of JSON: endpoint, region, bucket, access_key, secret_key,"
          + " rebuild_function. Runs until it is told to stop (Ctrl+C, SIGTERM)."
    })
@Uses({Part.BUCKET, Part.KEY})
public final class ServeCommand extends BaseCommand {
  private static final int MAX_PORT = 65_535;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "Data folder.")
  private Path data = Path.of("");

  @Option(names = "--port", paramLabel = "N", description = "Port; 0, the default, takes any.")
  private int port;

  @Option(names = "--batch-window", paramLabel = "D", description = "Such as 200ms, the default.")
  private Duration batchWindow = LocalCloudConfig.DEFAULT_BATCH_WINDOW;

  @Option(names = "--latency", paramLabel = "D", description = "Added to each request: 50ms.")
  private Duration latency = Duration.ZERO;

  @Option(
      names = "--faults",
      paramLabel = "SPEC",
      description = {
        "Such as lost=0.02,503=0.05,duplicate=5,reorder=1,seed=7.",
        "quirks=A+B: differs from AWS as other stores do; see docs/STORES.md."
      })
  private String faults = "";

  @Option(
      names = "--no-indexer",
      description = "Only the store, as at a provider that runs no functions; see fastshot index.")
  private boolean storeOnly;

  @Option(
      names = "--original-app",
      description = "The original app works on it too: the list stays plain JSON up to 4 MiB.")
  private boolean originalApp;

  ServeCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) throws IOException, InterruptedException {
    if (port < 0 || port > MAX_PORT) {
      throw new CommandException(ExitCode.USAGE, "--port is a number from 0 to " + MAX_PORT);
    }
    String bucket = context.options().bucket;
    LocalCloudConfig config =
        new LocalCloudConfig(
            data.toAbsolutePath(),
            port,
            bucket == null ? LocalCloudConfig.DEFAULT_BUCKET : bucket,
            context.legacyKey(),
            latency,
            batchWindow,
            plan(),
            originalApp);
    try (LocalCloud cloud = storeOnly ? LocalCloud.startStore(config) : LocalCloud.start(config)) {
      context.console().out().println(cloud.info().toJsonLine());
      context.console().out().flush();
      UntilStopped.await(cloud);
    }
    return ExitCode.DONE;
  }

  private FaultPlan plan() {
    try {
      return FaultPlan.parse(faults);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "--faults: " + e.getMessage());
    }
  }
}
