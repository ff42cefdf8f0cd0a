package io.fastshot.store.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Addresses of stores, as people and configuration files write them. */
public final class Endpoints {
  private Endpoints() {}

  /**
   * The address of a store.
   *
   * @throws IllegalArgumentException if it is none; the message is for a person
   */
  public static URI parse(String text) {
    String wanted = text.strip();
    if (wanted.isEmpty()) {
      throw wrong(text, "it is empty");
    }
    String lower = wanted.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
      throw wrong(text, "it does not begin with http:// or https://");
    }
    try {
      return checked(new URI(wanted));
    } catch (URISyntaxException e) {
      throw wrong(text, e.getReason() + " at position " + e.getIndex());
    }
  }

  /** The same address; only one that a request can be sent to. */
  static URI checked(URI endpoint) {
    String authority = endpoint.getRawAuthority();
    if (endpoint.getHost() == null) {
      throw wrong(
          endpoint.toString(),
          authority != null && authority.contains("_")
              ? "a host's name has no underscore; use another name of it, or its number"
              : "it names no host");
    }
    if (endpoint.getRawUserInfo() != null
        || endpoint.getRawQuery() != null
        || endpoint.getRawFragment() != null) {
      throw new IllegalArgumentException( // not shown: there may be a password in it
          "the endpoint may hold scheme, host, port and path only; keys go into a profile");
    }
    return endpoint;
  }

  private static IllegalArgumentException wrong(String text, String why) {
    return new IllegalArgumentException(
        "\"%s\" is no endpoint: %s. An endpoint is like http://127.0.0.1:9000 or https://s3.example.com"
            .formatted(text, why));
  }
}
