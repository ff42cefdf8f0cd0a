/** A library under test, wherever it is: in memory, in the local cloud, deployed. */
@NullMarked
package io.fastshot.integration.library;

import org.jspecify.annotations.NullMarked;
