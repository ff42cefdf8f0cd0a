/** Tests of the documents. */
@NullMarked
package io.fastshot.json;

import org.jspecify.annotations.NullMarked;
