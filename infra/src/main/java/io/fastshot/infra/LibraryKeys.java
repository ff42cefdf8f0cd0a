package io.fastshot.infra;

/**
 * Where the objects of a library stand, as ARNs and as filters. The names are those of {@code
 * KeyLayout} in shared-model; a test holds the two together.
 *
 * @param bucketArn of the library's bucket
 * @param prefix empty, or ending in {@code /}
 */
record LibraryKeys(String bucketArn, String prefix) {
  static final String SESSION_SUFFIX = ".fastshot";

  String sessionPrefix() {
    return prefix + "sessions/";
  }

  String trashPrefix() {
    return prefix + "trash/";
  }

  String sessions() {
    return below(sessionPrefix());
  }

  String trash() {
    return below(trashPrefix());
  }

  String metaIndexes() {
    return below(prefix + "meta_indexes/");
  }

  String thumbnails() {
    return below(prefix + "thumbnails/");
  }

  String overallMeta() {
    return bucketArn + "/" + prefix + "overall_meta.json";
  }

  private String below(String keyPrefix) {
    return bucketArn + "/" + keyPrefix + "*";
  }
}
