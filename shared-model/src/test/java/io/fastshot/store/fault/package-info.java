/** Tests of the store that fails on purpose. */
@NullMarked
package io.fastshot.store.fault;

import org.jspecify.annotations.NullMarked;
