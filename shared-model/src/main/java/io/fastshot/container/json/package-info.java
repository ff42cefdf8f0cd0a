/**
 * JSON as the original app writes it, strict and bounded.
 *
 * <p>In: bytes. Out: tokens and values, or the reason why not. Never: recursion or memory that the
 * input decides.
 */
@NullMarked
package io.fastshot.container.json;

import org.jspecify.annotations.NullMarked;
