/**
 * Rules that hold over all modules of the library, checked on the compiled classes.
 *
 * <p>They stand in the client because it is the one module that sees all others (except {@code
 * infra}, which uses none of them).
 */
@NullMarked
package io.fastshot.architecture;

import org.jspecify.annotations.NullMarked;
