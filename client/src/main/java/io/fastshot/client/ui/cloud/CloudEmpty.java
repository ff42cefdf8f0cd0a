package io.fastshot.client.ui.cloud;

import io.fastshot.client.ui.catalog.CatalogModel;
import io.fastshot.client.ui.catalog.Connection;
import io.fastshot.client.ui.sessions.EmptyReason;
import java.util.function.Supplier;

/** Why the library shows no session, and what to do. */
record CloudEmpty(CatalogModel catalog, Runnable upload, Runnable retry)
    implements Supplier<EmptyReason> {

  @Override
  public EmptyReason get() {
    return switch (catalog.connection()) {
      case Connection.Connecting _ -> EmptyReason.of("Reading the list…", " ");
      case Connection.UpToDate _ ->
          new EmptyReason(
              "This library is empty",
              "Drop .fastshot files here, or put them below sessions/ with any S3 tool.",
              "Upload…",
              upload);
      case Connection.Offline(String reason) -> problem("The library cannot be reached", reason);
      case Connection.Denied(String reason) -> problem("The library refuses access", reason);
      case Connection.Failed(String reason) -> problem("The list cannot be read", reason);
    };
  }

  private EmptyReason problem(String what, String reason) {
    String cache = catalog.snapshot().refreshedAt() == null ? "" : " The last list was empty.";
    return new EmptyReason(what, reason + cache, "Retry", retry);
  }
}
