package io.fastshot.container.json;

/**
 * Why a file cannot be read, in words for a person, with what can be done. One home for them, so
 * that both readers say the same.
 */
public final class Reasons {
  public static final String EMPTY = "The file is empty: nothing was uploaded. Upload it again.";
  public static final String CUT_IN_COVER =
      "The file ends inside its cover picture: it was cut off. Upload it again.";
  public static final String BAD_COVER =
      "Its cover picture is damaged, so the session behind it cannot be found. Upload it again.";
  public static final String NO_SESSION =
      "It is a picture with no session behind it. If a session was saved here, it was cut off:"
          + " upload it again.";
  public static final String EMPTY_PAYLOAD =
      "The file ends right after its cover picture: the session is missing. Upload it again.";
  public static final String KEY_MISSING =
      "The legacy key is missing: the file was written with one. Set the legacy key of this library"
          + " and rebuild its index.";
  public static final String KEY_WRONG =
      "The legacy key is wrong, or the file is damaged. Check the legacy key of this library.";
  public static final String KEY_NOT_NEEDED =
      "The file was written without a legacy key, but this library has one. Open it in a library"
          + " without a key.";
  public static final String NOT_A_SESSION =
      "It is not a Fastshot session: it starts neither with a picture nor with JSON. If it was"
          + " written with a legacy key, check that key.";
  public static final String JSON_BUT_NO_SESSION =
      "It is JSON, but not a Fastshot session: it has no list of windows.";
  public static final String BYTE_ORDER_MARK =
      "It starts with a byte order mark, which JSON must not have. Save it as UTF-8 without one.";
  static final String NOT_UTF8 =
      "Its text is not UTF-8: the file is damaged, or the legacy key is wrong.";
  public static final String CUT_OFF =
      "The file is cut off: its JSON does not end. Upload the whole file again.";
  static final String DAMAGED =
      "Its JSON is damaged, or the legacy key is wrong. Upload the file again.";
  public static final String BEYOND_LIMITS =
      "It is beyond what a session may hold: JSON nested deeper than "
          + StrictJson.MAX_DEPTH
          + " levels, or a text or number that is too long.";
  public static final String TOO_LARGE =
      "It is too large to be searched for its metadata. Save the session again in the current"
          + " format.";
  public static final String CHECKSUM =
      "Its payload differs from the checksum in its cover: the file is damaged. Upload it again.";
  public static final String BAD_IMAGE = "An image in it is damaged: it is not base64.";
  public static final String IMAGE_TOO_LARGE = "An image in it is larger than 256 MiB.";
  public static final String TOO_MANY_WINDOWS = "It has more than 100,000 windows.";

  /** The most that a reason quotes of a file, in chars. */
  private static final int MAX_QUOTED = 40;

  private Reasons() {}

  public static String sizeDiffers(long expected, long actual) {
    return actual < expected
        ? "The file is cut off: it has "
            + actual
            + " of "
            + expected
            + " bytes. Upload the whole file again."
        : "The file has "
            + (actual - expected)
            + " bytes too many behind its session. Upload it again.";
  }

  /** The algorithm is text of the file: only so much of it, and no controls. */
  public static String unknownAlgorithm(String alg) {
    String shown = alg.substring(0, Math.min(alg.length(), MAX_QUOTED)).replaceAll("[^ -~]", "?");
    return "Its images are stored as \""
        + shown
        + "\", which this version cannot read. Use a newer version.";
  }
}
