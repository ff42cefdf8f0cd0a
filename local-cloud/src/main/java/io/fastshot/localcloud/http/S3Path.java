package io.fastshot.localcloud.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the address of a request names, decoded as the front end decodes it.
 *
 * @param bucket empty if none is named
 * @param key empty if none is named
 */
public record S3Path(String bucket, String key) {

  /** Empty if the address is not of this form; the front end says what is wrong with it. */
  public static Optional<S3Path> of(HttpServletRequest request) {
    try {
      String[] parts = request.getRequestURI().split("/", 3);
      return Optional.of(new S3Path(part(parts, 1), part(parts, 2)));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // a broken escape
    }
  }

  private static String part(String[] parts, int number) {
    return parts.length <= number ? "" : URLDecoder.decode(parts[number], StandardCharsets.UTF_8);
  }

  /** Whether the query has a parameter; the body, which a form may fill, is not looked at. */
  public static boolean hasParameter(HttpServletRequest request, String name) {
    String query = request.getQueryString();
    return query != null
        && Arrays.stream(query.split("&"))
            .map(part -> part.split("=", 2)[0])
            .anyMatch(found -> found.equals(name) || (found.contains("%") && decodes(found, name)));
  }

  private static boolean decodes(String found, String name) {
    try {
      return URLDecoder.decode(found, StandardCharsets.UTF_8).equals(name);
    } catch (IllegalArgumentException _) {
      return false; // a broken escape names nothing
    }
  }
}
