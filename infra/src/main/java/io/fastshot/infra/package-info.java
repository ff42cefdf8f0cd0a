/**
 * The cloud side as a CDK app.
 *
 * <p>{@link io.fastshot.infra.FastshotApp} is what {@code cdk synth} and {@code cdk deploy} start;
 * it makes one {@link io.fastshot.infra.FastshotStack}, the library's bucket with all that belongs
 * to it. No code of the other modules is needed here.
 */
@NullMarked
package io.fastshot.infra;

import org.jspecify.annotations.NullMarked;
