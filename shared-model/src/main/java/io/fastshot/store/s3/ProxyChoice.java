package io.fastshot.store.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which requests go through a proxy: what {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code
 * NO_PROXY} say, in capitals or not. What runs on this machine is never asked through one.
 */
public final class ProxyChoice {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*)://.*");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[?(::1|0:0:0:0:0:0:0:1)]?");

  private final Map<String, String> environment;

  public ProxyChoice(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * A proxy.
   *
   * @param address scheme, host and port
   * @param user null if it asks for none
   * @param password null if it asks for none; not in {@link #toString()}
   */
  record Proxy(URI address, @Nullable String user, @Nullable String password) {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /**
   * Checks the variable that decides about an address.
   *
   * @param target scheme and host of what is asked
   * @throws IllegalArgumentException if it means no proxy; the message names it
   */
  public void check(URI target) {
    of(target);
  }

  /** The proxy for an address; empty if it is asked directly. */
  Optional<Proxy> of(URI target) {
    String host = target.getHost().toLowerCase(Locale.ROOT);
    if (LOOPBACK.matcher(host).matches() || isExempt(host, target.getPort())) {
      return Optional.empty();
    }
    String name = "https".equalsIgnoreCase(target.getScheme()) ? "https_proxy" : "http_proxy";
    String value = variable(name).strip();
    return value.isEmpty() ? Optional.empty() : Optional.of(parse(name, value));
  }

  /** Small letters first, as curl and the AWS CLI have it. */
  private String variable(String name) {
    String small = environment.getOrDefault(name, "");
    return small.isEmpty() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : small;
  }

  private boolean isExempt(String host, int port) {
    List<String> rules =
        Arrays.stream(variable("no_proxy").toLowerCase(Locale.ROOT).split("[,\\s]+"))
            .filter(rule -> !rule.isEmpty())
            .toList();
    return rules.stream().anyMatch(rule -> exempts(rule, host, port));
  }

  /** {@code *}, a host, a host with port, or a domain with all below it. */
  private static boolean exempts(String rule, String host, int port) {
    String bare = rule.startsWith("*.") ? rule.substring(1) : rule;
    String domain = bare.startsWith(".") ? bare : "." + bare;
    return rule.equals("*")
        || bare.equals(host)
        || bare.equals(host + ":" + port)
        || domain.equals("." + host)
        || host.endsWith(domain);
  }

  private static Proxy parse(String variable, String value) {
    String full = SCHEME.matcher(value).matches() ? value : "http://" + value;
    try {
      URI uri = new URI(full);
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      boolean known = scheme.equals("http") || scheme.equals("https");
      if (!known || uri.getHost() == null) {
        throw unusable(variable);
      }
      int standard = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
      int port = uri.getPort() < 0 ? standard : uri.getPort();
      String login = uri.getRawUserInfo();
      String[] parts = login == null ? new String[0] : login.split(":", 2);
      return new Proxy(
          new URI(scheme, null, uri.getHost(), port, null, null, null),
          parts.length == 0 ? null : decoded(parts[0]),
          parts.length < 2 ? null : decoded(parts[1]));
    } catch (URISyntaxException _) {
      throw unusable(variable);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Without the value: a password may be in it. */
  private static IllegalArgumentException unusable(String variable) {
    return new IllegalArgumentException(
        "the environment variable %s (or %s) is no HTTP proxy; it is like http://proxy.example.com:3128"
            .formatted(variable.toUpperCase(Locale.ROOT), variable));
  }
}
