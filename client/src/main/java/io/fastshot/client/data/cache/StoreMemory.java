package io.fastshot.client.data.cache;

import io.fastshot.client.data.connection.LibrarySettings;
import io.fastshot.store.probe.CapabilityMemory;
import io.fastshot.store.probe.EtagForm;
import io.fastshot.store.probe.StoreCapabilities;
import io.fastshot.store.probe.Support;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code store.json} of a library's cache: what the last probe of its store found. Believed for 30
 * days, and only of the endpoint and bucket that it names: a local cloud takes another port at each
 * start, and may behave otherwise then.
 */
public final class StoreMemory implements CapabilityMemory {

  /** One more whenever the probe learns to see more: what a weaker one found is not believed. */
  private static final int VERSION = 4;

  private static final Duration BELIEVED = Duration.ofDays(30);
  private static final JsonMapper JSON = new JsonMapper();

  private final CacheFiles files;
  private final LibrarySettings settings;
  private final InstantSource clock;

  public StoreMemory(CacheFiles files, LibrarySettings settings, InstantSource clock) {
    this.files = files;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Optional<StoreCapabilities> recall() {
    return files
        .read(files.store())
        .flatMap(bytes -> {
          try {
            return parse(JSON.readTree(bytes));
          } catch (JacksonException | DateTimeException | IllegalArgumentException _) {
            files.setAside(files.store(), "not what was written");
            return Optional.empty();
          }
        });
  }

  private Optional<StoreCapabilities> parse(JsonNode json) {
    Instant probed = Instant.parse(json.path("probed_at").asString(""));
    boolean ofThisStore =
        json.path("version").asInt(0) == VERSION
            && json.path("endpoint").asString("").equals(String.valueOf(settings.endpoint()))
            && json.path("bucket").asString("").equals(settings.bucket());
    Instant now = clock.instant();
    if (!ofThisStore || probed.isAfter(now) || probed.isBefore(now.minus(BELIEVED))) {
      return Optional.empty();
    }
    return Optional.of(
        new StoreCapabilities(
            Support.valueOf(json.path("writes").asString("")),
            form(json, "write_etags"),
            form(json, "read_etags"),
            form(json, "copy_etags"),
            Support.valueOf(json.path("deletes").asString("")),
            Support.valueOf(json.path("copies").asString("")),
            Support.valueOf(json.path("checksums").asString("")),
            Support.valueOf(json.path("parts").asString("")),
            null));
  }

  private static EtagForm form(JsonNode json, String name) {
    return EtagForm.valueOf(json.path(name).asString(""));
  }

  @Override
  public void remember(StoreCapabilities found) {
    ObjectNode json = JSON.createObjectNode();
    json.put("version", VERSION);
    json.put("endpoint", String.valueOf(settings.endpoint()));
    json.put("bucket", settings.bucket());
    json.put("probed_at", clock.instant().toString());
    json.put("writes", found.writes().name());
    json.put("write_etags", found.writeEtags().name());
    json.put("read_etags", found.readEtags().name());
    json.put("copy_etags", found.copyEtags().name());
    json.put("deletes", found.deletes().name());
    json.put("copies", found.copies().name());
    json.put("checksums", found.checksums().name());
    json.put("parts", found.parts().name());
    files.tryWrite(files.store(), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
  }
}
