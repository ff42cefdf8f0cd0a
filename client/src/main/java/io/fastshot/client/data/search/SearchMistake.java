package io.fastshot.client.data.search;

/**
 * A part of a search that means nothing.
 *
 * @param start of the part in the text of the search, in UTF-16 units
 * @param end behind its last unit
 * @param message what is wrong and what would be right, a sentence without its point
 */
public record SearchMistake(int start, int end, String message) {}
