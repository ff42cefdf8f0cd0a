package io.fastshot.localcloud.awssdk;

import org.jspecify.annotations.Nullable;

/**
 * The condition of a copy on its target. S3Proxy does not hand these two headers on, so the
 * endpoint binds them around the request.
 *
 * @param ifMatch the header {@code If-Match}
 * @param ifNoneMatch the header {@code If-None-Match}
 */
public record CopyCondition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {

  /** The condition of the request that the current thread works on. */
  public static final ScopedValue<CopyCondition> CURRENT = ScopedValue.newInstance();

  static CopyCondition current() {
    return CURRENT.orElse(new CopyCondition(null, null));
  }
}
