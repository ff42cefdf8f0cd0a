package io.fastshot.badfiles;

import java.util.function.Supplier;

/**
 * One bad file; the same bytes each time they are made.
 *
 * @param category what kind of wrong
 * @param name what is wrong, unique among all
 * @param key the legacy key of the library that it lies in: {@link #KEY} or none
 * @param base of its file name; hostile in the category of file names, else made from the name
 * @param expected what the readers must make of it
 * @param maker makes the bytes; they are not kept, as some have many MB
 */
public record BadFile(
    String category,
    String name,
    String key,
    String base,
    Expected expected,
    Supplier<byte[]> maker) {

  /** The legacy key that the libraries of these files have, if they have one. */
  public static final String KEY = "fastshot-test-key";

  /** What the readers must make of a file. */
  public enum Expected {
    /** Both readers refuse it, with a reason. */
    REFUSED,
    /** Both read it, and agree: odd, but the fields can be told. */
    READ,
    /** Damage that the ranged reader need not see: the whole-file reader refuses it. */
    REFUSED_AS_A_WHOLE,
    /** No more than a result, and that the ranged reader reads what the whole-file reader reads. */
    ANY
  }

  /** The file. */
  public byte[] bytes() {
    return maker.get();
  }

  @Override
  public String toString() {
    return category + ": " + name;
  }
}
