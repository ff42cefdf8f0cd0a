/** Tests of the records. */
@NullMarked
package io.fastshot.model;

import org.jspecify.annotations.NullMarked;
