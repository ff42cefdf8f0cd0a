/**
 * Coverage-guided fuzzing with Jazzer: targets that hold properties of the codec and the documents
 * to any bytes, and what runs them in a JVM of their own.
 */
@NullMarked
package io.fastshot.fuzz;

import org.jspecify.annotations.NullMarked;
