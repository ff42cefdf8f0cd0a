package io.fastshot.localcloud.events;

/**
 * How the event queue stands.
 *
 * @param queued messages that wait, those held back after a failure included, those that are to
 *     arrive later not
 * @param inFlight messages that a function works on
 * @param delivered messages that were done since the start
 * @param failed deliveries that failed since the start
 * @param dead messages in the dead-letter list, those of earlier runs included
 */
public record QueueStats(int queued, int inFlight, long delivered, long failed, int dead) {}
