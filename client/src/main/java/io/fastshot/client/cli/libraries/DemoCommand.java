package io.fastshot.client.cli.libraries;

import io.fastshot.client.ClientSettings;
import io.fastshot.client.LibraryEntry;
import io.fastshot.client.cli.context.BaseCommand;
import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.context.LocalClouds;
import io.fastshot.client.cli.context.Uses;
import io.fastshot.client.cli.tasks.UntilStopped;
import io.fastshot.client.cli.tasks.Windows;
import io.fastshot.client.cli.text.Console;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.localcloud.LocalCloud;
import io.fastshot.localcloud.LocalCloudConfig;
import io.fastshot.localcloud.LocalCloudInfo;
import io.fastshot.localcloud.demo.DemoLibrary;
import io.fastshot.model.KeyLayout;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.s3.Credentials;
import io.fastshot.store.s3.S3ObjectStore;
import io.fastshot.store.s3.S3Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fastshot demo}. */
@Command(
    name = "demo",
    description = {
      "A local cloud with a library of drawn sessions, and the window on it.",
      "Kept in the home folder: the second start finds what the first made."
    })
@Uses({})
public final class DemoCommand extends BaseCommand {
  private static final String LIBRARY = "demo";
  private static final long SEED = 2025;

  @Option(names = "--sessions", paramLabel = "N", description = "How many; default 37.")
  private int sessions = DemoLibrary.DEFAULT_SESSIONS;

  @Option(
      names = "--headless",
      description = "No window: print the line that serve prints, and stay.")
  private boolean headless;

  DemoCommand(Console console) {
    super(console);
  }

  @Override
  protected int run(CommandContext context) throws Exception {
    if (!headless) {
      Windows.requireDisplay();
    }
    context.checkConfiguration();
    Path data = LocalClouds.defaultData(context.home());
    Optional<LocalCloudInfo> running = LocalClouds.running(data);
    if (running.isPresent()) {
      prepare(context, running.get(), data);
      return show(context, running.get(), () -> {});
    }
    LocalCloudConfig config = LocalCloudConfig.at(data).withLegacyKey(DemoLibrary.LEGACY_KEY);
    try (LocalCloud cloud = LocalCloud.start(config)) {
      prepare(context, cloud.info(), data);
      return show(context, cloud.info(), cloud);
    }
  }

  private void prepare(CommandContext context, LocalCloudInfo info, Path data) throws IOException {
    fill(context, info);
    LibraryEntry entry = LocalClouds.entry(LIBRARY, data, info, DemoLibrary.LEGACY_KEY);
    var _ = ClientSettings.change(context.home(), s -> s.with(entry).choosing(LIBRARY));
  }

  private void fill(CommandContext context, LocalCloudInfo info) {
    S3Settings settings =
        new S3Settings(
            info.endpoint(),
            info.region(),
            info.bucket(),
            new Credentials(info.accessKey(), info.secretKey()),
            null,
            S3Settings.DEFAULT_TIMEOUT);
    KeyLayout layout = KeyLayout.atRoot();
    try (ObjectStore store = S3ObjectStore.open(settings)) {
      boolean used =
          !store.list(layout.sessions(), null).objects().isEmpty()
              || store.head(layout.overallMeta()).isPresent();
      if (!used) {
        context.note("drawing " + sessions + " sessions ...");
        DemoLibrary.fill(store, layout, sessions, SEED, XorMask.of(DemoLibrary.LEGACY_KEY));
      }
    }
  }

  private int show(CommandContext context, LocalCloudInfo info, AutoCloseable cloud)
      throws Exception {
    if (headless) {
      context.console().out().println(info.toJsonLine());
      context.console().out().flush();
      UntilStopped.await(cloud);
      return ExitCode.DONE;
    }
    context.options().library = LIBRARY;
    return Windows.show(context, List.of());
  }
}
