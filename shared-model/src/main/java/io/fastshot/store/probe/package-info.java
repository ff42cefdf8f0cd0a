/**
 * Finds out what a store other than AWS can do, on a scratch key.
 *
 * <p>In: an {@link io.fastshot.store.ObjectStore}. Out: {@link
 * io.fastshot.store.probe.StoreCapabilities}, remembered. Never: touches a session.
 */
@NullMarked
package io.fastshot.store.probe;

import org.jspecify.annotations.NullMarked;
