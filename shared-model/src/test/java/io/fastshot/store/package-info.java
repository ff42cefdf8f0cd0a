/**
 * The contract that every store of the port keeps ({@link io.fastshot.store.ObjectStoreContract}),
 * for the tests of all modules.
 */
@NullMarked
package io.fastshot.store;

import org.jspecify.annotations.NullMarked;
