package io.fastshot.container.read;

/** The outcome of reading a header. */
@SuppressWarnings("AvoidCommonTypeNames") // always written with its outer name
public sealed interface HeaderReading {

  /** The file says what it is. */
  record Readable(AllegedHeader header) implements HeaderReading {}

  /**
   * It does not.
   *
   * @param reason what is wrong and what can be done, in words for a person
   */
  record Unreadable(String reason) implements HeaderReading {}
}
