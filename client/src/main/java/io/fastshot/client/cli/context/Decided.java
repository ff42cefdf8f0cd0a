package io.fastshot.client.cli.context;

/**
 * A value, and who said so.
 *
 * @param value what was decided
 * @param from in words for a person, such as {@code --region}
 */
record Decided(String value, String from) {}
