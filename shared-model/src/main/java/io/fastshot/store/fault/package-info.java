/**
 * A store that fails on purpose: for each call ({@link io.fastshot.store.fault.Call}) a plan
 * ({@link io.fastshot.store.fault.FaultPlan}) decides what goes wrong ({@link
 * io.fastshot.store.fault.Fault}), and {@link io.fastshot.store.fault.FaultyObjectStore} does it.
 * Used by tests, simulations and benchmarks.
 */
@NullMarked
package io.fastshot.store.fault;

import org.jspecify.annotations.NullMarked;
