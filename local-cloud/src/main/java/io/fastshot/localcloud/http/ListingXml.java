package io.fastshot.localcloud.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gaul.s3proxy.blobstore.Constants;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Writes the document of a listing; what is null is left out. */
final class ListingXml {
  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final String root;
  private final boolean encodesKeys;

  /**
   * @param encodesKeys whether keys and parts of keys are encoded as in an address
   */
  ListingXml(String root, boolean encodesKeys) {
    this.root = root;
    this.encodesKeys = encodesKeys;
    text.append('<').append(root).append(" xmlns=\"").append(NAMESPACE).append("\">");
  }

  ListingXml text(String name, @Nullable Object value) {
    if (value != null) {
      open(name).append(XmlText.escaped(value.toString()));
      close(name);
    }
    return this;
  }

  /** A key or a part of one. */
  ListingXml key(String name, @Nullable String value) {
    return text(name, value == null || !encodesKeys ? value : encoded(value));
  }

  ListingXml empty(String name) {
    return text(name, "");
  }

  ListingXml objects(List<S3Object> objects, boolean owner) {
    for (S3Object object : objects) {
      open("Contents");
      key("Key", object.key());
      describe(object, owner);
      close("Contents");
    }
    return this;
  }

  /** Each object as its own only version. */
  ListingXml versions(List<S3Object> objects) {
    for (S3Object object : objects) {
      open("Version");
      key("Key", object.key()).text("VersionId", "null").text("IsLatest", true);
      describe(object, true);
      close("Version");
    }
    return this;
  }

  private void describe(S3Object object, boolean owner) {
    text("LastModified", object.lastModified().truncatedTo(ChronoUnit.SECONDS))
        .text("ETag", object.eTag())
        .text("Size", object.size())
        .text("StorageClass", object.storageClassAsString());
    if (owner) {
      open("Owner");
      text("ID", Constants.OWNER_ID).text("DisplayName", Constants.OWNER_DISPLAY_NAME);
      close("Owner");
    }
  }

  ListingXml prefixes(List<CommonPrefix> prefixes) {
    for (CommonPrefix prefix : prefixes) {
      open("CommonPrefixes");
      key("Prefix", prefix.prefix());
      close("CommonPrefixes");
    }
    return this;
  }

  /** The whole document. */
  String end() {
    return text.append("</").append(root).append('>').toString();
  }

  private StringBuilder open(String name) {
    return text.append('<').append(name).append('>');
  }

  private void close(String name) {
    text.append("</").append(name).append('>');
  }

  private static String encoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }
}
