/**
 * The words of the library as records: which session ({@link io.fastshot.model.SessionId}), what is
 * shown of it ({@link io.fastshot.model.SessionMeta}), its row in the overall index ({@link
 * io.fastshot.model.IndexRow}), the index itself ({@link io.fastshot.model.OverallIndex}) and where
 * each object stands in the bucket ({@link io.fastshot.model.KeyLayout}).
 *
 * <p>Pure values: no JSON, no network, no files.
 */
@NullMarked
package io.fastshot.model;

import org.jspecify.annotations.NullMarked;
