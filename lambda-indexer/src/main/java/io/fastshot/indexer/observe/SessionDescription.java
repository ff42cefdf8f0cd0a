package io.fastshot.indexer.observe;

import io.fastshot.container.read.AllegedHeader;
import io.fastshot.model.SessionFields;
import io.fastshot.model.SessionId;
import io.fastshot.model.SessionMeta;
import io.fastshot.model.TextLimits;
import io.fastshot.store.ObjectInfo;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes of a session's header, or of why there is none, what the index says of it. */
public final class SessionDescription {
  private static final Pattern STARTS_WITH_TIME =
      Pattern.compile("[0-9]{14}(?![0-9]).*", Pattern.DOTALL);
  private static final DateTimeFormatter FILENAME_TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter CREATED_AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  /** No time that a clock shows has more chars; a longer text is none. */
  private static final int MAX_TIME_CHARS = 64;

  /**
   * What a meta index holds: with every char escaped, and all texts standing in it twice, it stays
   * below the 1 MiB that its readers accept. Longer texts are in the session file only.
   */
  private static final TextLimits LIMITS = new TextLimits(1_000, 65_536, 1_000, 1_000, 10_000);

  private SessionDescription() {}

  /** A session that could be read. */
  public static SessionMeta readable(SessionId id, ObjectInfo info, AllegedHeader header) {
    SessionFields fields = LIMITS.cut(header.fields());
    String createdAt = createdAt(id, info, header.fields().createdAt(), header.sessionTimestamp());
    return meta(id, info, fields.withCreatedAt(createdAt), header.thumbnailPng() != null, null);
  }

  /**
   * A session that is listed although its file cannot be read.
   *
   * @param reason in words for a person
   */
  public static SessionMeta degraded(SessionId id, ObjectInfo info, String reason) {
    String createdAt = createdAt(id, info, null, null);
    SessionFields fields = new SessionFields(id.base(), "", List.of(), "", "", 0, createdAt);
    return meta(id, info, fields, false, reason);
  }

  private static SessionMeta meta(
      SessionId id,
      ObjectInfo info,
      SessionFields fields,
      boolean thumbnail,
      @Nullable String degraded) {
    return new SessionMeta(
        id, fields, info.sizeBytes(), info.checksum(), info.etag().value(), thumbnail, degraded);
  }

  private static String createdAt(
      SessionId id, ObjectInfo info, @Nullable String metadata, @Nullable String session) {
    for (@Nullable String time : Arrays.asList(metadata, session)) {
      if (time != null && !time.isBlank() && time.length() <= MAX_TIME_CHARS) {
        return time;
      }
    }
    String named = fromFilename(id);
    return named != null
        ? named
        : CREATED_AT.format(LocalDateTime.ofInstant(info.lastModified(), ZoneOffset.UTC));
  }

  private static @Nullable String fromFilename(SessionId id) {
    if (!STARTS_WITH_TIME.matcher(id.base()).matches()) {
      return null;
    }
    try {
      return CREATED_AT.format(LocalDateTime.parse(id.base().substring(0, 14), FILENAME_TIME));
    } catch (DateTimeParseException _) {
      return null; // 14 digits that are no date: the caller goes on to the next source
    }
  }
}
