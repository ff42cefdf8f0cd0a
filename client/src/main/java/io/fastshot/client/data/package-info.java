/**
 * The data layer under window and command line; knows neither.
 *
 * <p>Pipeline of a list: {@link io.fastshot.client.data.Library#cached()} reads the catalog from
 * disk, {@link io.fastshot.client.data.Library#refresh()} asks the bucket for what is new and diffs
 * it in, the cache is written for the next start. Session files are touched only when a person asks
 * for one: {@code upload}, {@code download}, {@code delete}.
 */
@NullMarked
package io.fastshot.client.data;

import org.jspecify.annotations.NullMarked;
