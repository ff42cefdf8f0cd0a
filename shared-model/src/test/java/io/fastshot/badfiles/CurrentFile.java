package io.fastshot.badfiles;

import static io.fastshot.badfiles.Bytes.join;
import static io.fastshot.badfiles.Bytes.utf8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file of the current format of which any claim can be replaced by any text. Immutable. */
final class CurrentFile {
  private final Map<String, String> claims;
  private final Map<String, String> payloadClaims;
  private final byte[] payload;

  private CurrentFile(
      Map<String, String> claims, Map<String, String> payloadClaims, byte[] payload) {
    this.claims = claims;
    this.payloadClaims = payloadClaims;
    this.payload = payload;
  }

  /** A sound file. */
  static CurrentFile sound() {
    Map<String, String> claims = new LinkedHashMap<>();
    claims.put("v", "2");
    claims.put("name", "\"Bad but named\"");
    claims.put("desc", "\"of a bad file\"");
    claims.put("tags", "[\"one\", \"two\"]");
    claims.put("color", "\"green\"");
    claims.put("class", "\"testing\"");
    claims.put("image_count", "1");
    claims.put("created_at", "\"2025-06-21T11:46:15\"");
    return new CurrentFile(claims, new LinkedHashMap<>(), new byte[0])
        .withPayload(utf8(Document.small().json()));
  }

  /** The same with another payload, and true claims about it. */
  CurrentFile withPayload(byte[] bytes) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("alg", "\"plain\"");
    about.put("sha256", '"' + sha256(bytes) + '"');
    about.put("bytes", String.valueOf(bytes.length));
    return new CurrentFile(claims, about, bytes);
  }

  CurrentFile claiming(String member, String value) {
    Map<String, String> changed = new LinkedHashMap<>(claims);
    changed.put(member, value);
    return new CurrentFile(changed, payloadClaims, payload);
  }

  CurrentFile claimingOfPayload(String member, String value) {
    Map<String, String> changed = new LinkedHashMap<>(payloadClaims);
    changed.put(member, value);
    return new CurrentFile(claims, changed, payload);
  }

  /** The text of the cover's chunk. */
  String declaration() {
    Map<String, String> all = new LinkedHashMap<>(claims);
    all.putIfAbsent("payload", object(payloadClaims));
    return object(all);
  }

  byte[] payload() {
    return payload;
  }

  byte[] bytes() {
    return withDeclaration(utf8(declaration()));
  }

  /** With other bytes in the cover's chunk. */
  byte[] withDeclaration(byte[] declaration) {
    return withCover(Bytes.png(100, 100, Bytes.textChunk("fastshot", declaration)));
  }

  /** With another cover. */
  byte[] withCover(byte[] cover) {
    return join(cover, Bytes.MARKER, payload);
  }

  private static String object(Map<String, String> members) {
    StringBuilder json = new StringBuilder("{");
    members.forEach((name, value) ->
        json.append(json.length() > 1 ? ", \"" : "\"").append(name).append("\": ").append(value));
    return json.append('}').toString();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
