/** Tests of the demo library. */
@NullMarked
package io.fastshot.localcloud.demo;

import org.jspecify.annotations.NullMarked;
