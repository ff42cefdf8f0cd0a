/**
 * What a local cloud does wrong on purpose.
 *
 * <p>In comes a text ({@link FaultPlan#parse}), out go filters that make requests slow, refuse
 * them, or drop their answers, and words for the store that forgets conditions. Without a plan
 * nothing here has an effect; no fault ever changes bytes that were stored.
 */
@NullMarked
package io.fastshot.localcloud.faults;

import org.jspecify.annotations.NullMarked;
