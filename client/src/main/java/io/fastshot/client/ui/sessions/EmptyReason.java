package io.fastshot.client.ui.sessions;

/**
 * What stands in the place of a list that is empty.
 *
 * @param head why, in a few words
 * @param advice what to do
 * @param button what a button below it says; empty for no button
 * @param run what the button does; on the event thread
 */
public record EmptyReason(String head, String advice, String button, Runnable run) {

  /** A reason for which nothing can be done here. */
  public static EmptyReason of(String head, String advice) {
    return new EmptyReason(head, advice, "", () -> {});
  }
}
