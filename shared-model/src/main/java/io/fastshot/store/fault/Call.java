package io.fastshot.store.fault;

import io.fastshot.store.Precondition;
import io.fastshot.store.Verb;

/**
 * A call of the port that a plan decides on.
 *
 * @param number of the call, from 0, over the whole store
 * @param key of a copy the target's, of a listing the prefix
 * @param precondition {@link Precondition.None} for head and list
 */
public record Call(long number, Verb verb, String key, Precondition precondition) {}
