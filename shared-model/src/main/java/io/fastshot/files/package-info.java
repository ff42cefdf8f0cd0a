/**
 * What the file systems of the systems that we run on do differently, in one place.
 *
 * <p>Never: knows what the files are.
 */
@NullMarked
package io.fastshot.files;

import org.jspecify.annotations.NullMarked;
