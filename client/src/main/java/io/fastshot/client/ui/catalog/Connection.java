package io.fastshot.client.ui.catalog;

/** How the list on the screen stands to the library. */
public sealed interface Connection {

  /** Nothing was asked yet: what is shown, if anything, is the cache. */
  record Connecting() implements Connection {}

  /** The last refresh succeeded. */
  record UpToDate() implements Connection {}

  /** The library was not reached; this is tried again by itself. */
  record Offline(String reason) implements Connection {}

  /** The library refuses these credentials. */
  record Denied(String reason) implements Connection {}

  /** The library answered something that cannot be used. */
  record Failed(String reason) implements Connection {}

  /** Why the list may be old; empty if it is not. */
  default String reason() {
    return switch (this) {
      case Connecting _, UpToDate _ -> "";
      case Offline(String reason) -> reason;
      case Denied(String reason) -> reason;
      case Failed(String reason) -> reason;
    };
  }
}
