package io.fastshot.container.read;

import io.fastshot.container.Format;
import io.fastshot.model.SessionFields;
import org.jspecify.annotations.Nullable;

/**
 * What a session file says of itself, unchecked against its images.
 *
 * @param fields name, tags and the like
 * @param format how the file is laid out
 * @param thumbnailPng the embedded collage, byte for byte; a PNG by signature and size, its pixels
 *     never looked at. Null if there is none or it is over {@link
 *     AllegedHeaderReader#MAX_THUMBNAIL_BYTES}
 * @param sessionTimestamp when the session was saved, local time as {@link
 *     SessionFields#createdAt()} and for callers that find that one null; null if not read
 * @param payloadSha256 64 hexadecimal digits that the payload should have; null in the original's
 *     formats
 */
public record AllegedHeader(
    SessionFields fields,
    Format format,
    byte @Nullable [] thumbnailPng,
    @Nullable String sessionTimestamp,
    @Nullable String payloadSha256) {}
