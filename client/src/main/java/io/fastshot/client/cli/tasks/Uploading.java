package io.fastshot.client.cli.tasks;

import io.fastshot.client.cli.context.CommandContext;
import io.fastshot.client.cli.context.ExitCode;
import io.fastshot.client.cli.output.ProgressLine;
import io.fastshot.client.cli.text.Json;
import io.fastshot.client.data.Library;
import io.fastshot.client.data.transfer.UploadOutcome;
import io.fastshot.model.RebuildState;
import io.fastshot.model.SessionId;
import io.fastshot.store.ETag;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Uploads files one after another and says how each went. */
public final class Uploading {
  /** Longer than any batch window and a cold function take. */
  private static final Duration INDEX_PATIENCE = Duration.ofSeconds(60);

  private final CommandContext context;
  private final Library library;
  private final boolean force;
  private final Map<SessionId, ETag> inBucket = new LinkedHashMap<>();
  private int code = ExitCode.DONE;

  public Uploading(CommandContext context, Library library, boolean force) {
    this.context = context;
    this.library = library;
    this.force = force;
  }

  /** Whether the session is in the bucket now. */
  public boolean upload(Path file) {
    ProgressLine progress = new ProgressLine(context, String.valueOf(file.getFileName()));
    UploadOutcome outcome =
        force ? library.uploadUnread(file, progress) : library.upload(file, progress);
    return switch (outcome) {
      case UploadOutcome.Uploaded(SessionId id, ETag etag) -> there(file, id, etag, "uploaded");
      case UploadOutcome.AlreadyThere(SessionId id, ETag etag) ->
          there(file, id, etag, "already_there");
      case UploadOutcome.NameTaken(var _, String reason, var _) ->
          failed(file, "name_taken", reason, ExitCode.FAILED);
      case UploadOutcome.Unreadable(String reason) ->
          failed(
              file, "unreadable", reason + " (--force uploads it all the same)", ExitCode.FAILED);
      case UploadOutcome.Failed(var failure) ->
          failed(file, "failed", failure.reason(), ExitCode.of(failure));
    };
  }

  private boolean there(Path file, SessionId id, ETag etag, String outcome) {
    inBucket.put(id, etag);
    print(file, outcome, Optional.empty());
    return true;
  }

  private boolean failed(Path file, String outcome, String reason, int exitCode) {
    code = Math.max(code, exitCode);
    print(file, outcome, Optional.of(reason));
    return false;
  }

  private void print(Path file, String outcome, Optional<String> reason) {
    String name = String.valueOf(file.getFileName());
    if (context.json()) {
      ObjectNode json = Json.object();
      json.put("file", file.toString());
      json.put("filename", name);
      json.put("outcome", outcome);
      json.put("reason", reason.orElse(null));
      Json.print(context.console(), json);
    } else if (reason.isPresent()) {
      context.error(name + ": " + reason.get());
    } else {
      context.console().out().println(name + " " + outcome.replace('_', ' '));
    }
  }

  /** Waits until the index shows what was uploaded. */
  public void awaitIndex() {
    Set<SessionId> rest = library.awaitIndexed(inBucket, INDEX_PATIENCE);
    if (!rest.isEmpty()) {
      context.error(
          "uploaded, but not in the index yet, or replaced meanwhile: "
              + rest
              + ". If that stays: "
              + library.mending().learned().advice(RebuildState.Mode.CHECK));
      code = Math.max(code, ExitCode.FAILED);
    }
  }

  public int exitCode() {
    return code;
  }
}
