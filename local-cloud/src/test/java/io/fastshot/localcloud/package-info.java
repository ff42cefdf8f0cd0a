/** Tests of the local cloud over HTTP, with real parts. */
@NullMarked
package io.fastshot.localcloud;

import org.jspecify.annotations.NullMarked;
