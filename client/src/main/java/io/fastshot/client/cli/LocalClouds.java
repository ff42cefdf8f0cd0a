package io.fastshot.client.cli;

import io.fastshot.client.LibraryEntry;
import io.fastshot.localcloud.LocalCloudInfo;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the local cloud that runs on a data folder. */
final class LocalClouds {
  private static final int CONNECT_MILLIS = 500;

  private LocalClouds() {}

  /** The data folder of the local cloud that {@code demo} starts. */
  static Path defaultData(Path home) {
    return home.resolve("local-cloud");
  }

  /** The local cloud that answers for a data folder now; empty if none does. */
  static Optional<LocalCloudInfo> running(Path data) {
    try {
      JsonNode json = new JsonMapper().readTree(Files.readAllBytes(data.resolve("endpoint.json")));
      LocalCloudInfo info =
          new LocalCloudInfo(
              URI.create(json.path("endpoint").asString("")),
              json.path("region").asString(""),
              json.path("bucket").asString(""),
              json.path("access_key").asString(""),
              json.path("secret_key").asString(""),
              json.path("rebuild_function").asString(""));
      return answers(info.endpoint()) ? Optional.of(info) : Optional.empty();
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      throw new CommandException(
          ExitCode.FAILED, "the local cloud's " + data + " cannot be read: " + e.getMessage());
    }
  }

  /** A killed local cloud leaves its note behind: so knock. */
  private static boolean answers(URI endpoint) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), CONNECT_MILLIS);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** How the library of a local cloud stands in the settings. */
  static LibraryEntry entry(String name, Path home, LocalCloudInfo info) {
    return entry(name, defaultData(home), info, null);
  }

  static LibraryEntry entry(
      String name, Path data, LocalCloudInfo info, @Nullable String legacyKey) {
    return new LibraryEntry(
        name,
        data.toString(),
        info.endpoint(),
        info.region(),
        info.bucket(),
        "",
        null,
        info.rebuildFunction(),
        legacyKey);
  }
}
