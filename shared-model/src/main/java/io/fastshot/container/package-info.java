/**
 * Session files: the {@code .fastshot} container and its payload, every variant that exists, read
 * and written as streams.
 *
 * <p>Reading: a {@link io.fastshot.container.bytes.ByteSource} gives bytes by range; the PNG cover
 * is walked to find the payload; {@link io.fastshot.container.bytes.XorMask} takes the original's
 * key off it; what is left is JSON and is parsed as a stream. {@link
 * io.fastshot.container.read.AllegedHeaderReader} does that with as few bytes as possible (what a
 * header says is not checked against the images), {@link io.fastshot.container.FastshotCodec} with
 * the whole file, strictly.
 *
 * <p>Writing: {@link io.fastshot.container.FastshotCodec#write} takes a {@link
 * io.fastshot.container.SessionFile} whose images come from suppliers, one at a time.
 */
@NullMarked
package io.fastshot.container;

import org.jspecify.annotations.NullMarked;
