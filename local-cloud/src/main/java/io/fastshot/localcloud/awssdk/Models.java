package io.fastshot.localcloud.awssdk;

import io.fastshot.localcloud.disk.ObjectHeaders;
import io.fastshot.localcloud.disk.StoredObject;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** Between the SDK's model classes and those of the disk store. */
@SuppressWarnings("deprecation") // expires: S3Proxy's interface still has the old form
final class Models {
  private Models() {}

  static ObjectHeaders headers(PutObjectRequest request) {
    return new ObjectHeaders(
        request.contentType(),
        request.contentEncoding(),
        request.cacheControl(),
        request.contentDisposition(),
        request.contentLanguage(),
        request.expires(),
        lowerCased(request.metadata()));
  }

  static ObjectHeaders headers(CreateMultipartUploadRequest request) {
    return new ObjectHeaders(
        request.contentType(),
        request.contentEncoding(),
        request.cacheControl(),
        request.contentDisposition(),
        request.contentLanguage(),
        request.expires(),
        lowerCased(request.metadata()));
  }

  /** The headers of a copy: the source's, unless the request replaces them. */
  static ObjectHeaders headers(CopyObjectRequest request, StoredObject source) {
    if (request.metadataDirective() != MetadataDirective.REPLACE) {
      return source.headers();
    }
    return new ObjectHeaders(
        request.contentType(),
        request.contentEncoding(),
        request.cacheControl(),
        request.contentDisposition(),
        request.contentLanguage(),
        request.expires(),
        lowerCased(request.metadata()));
  }

  static GetObjectResponse response(StoredObject object, ByteSpan span) {
    ObjectHeaders headers = object.headers();
    return GetObjectResponse.builder()
        .eTag(object.etag())
        .lastModified(object.lastModified())
        .contentLength(span.length())
        .contentRange(span.contentRange())
        .acceptRanges("bytes")
        .contentType(headers.contentType())
        .contentEncoding(headers.contentEncoding())
        .cacheControl(headers.cacheControl())
        .contentDisposition(headers.contentDisposition())
        .contentLanguage(headers.contentLanguage())
        .expires(headers.expires())
        .metadata(headers.userMetadata())
        .build();
  }

  static S3Object entry(StoredObject object) {
    return SdkResponses.objectEntry(
        object.key(),
        object.etag(),
        object.lastModified(),
        object.sizeBytes(),
        StorageClass.STANDARD);
  }

  static String quotedHex(byte[] bytes) {
    return "\"" + HexFormat.of().formatHex(bytes) + "\"";
  }

  private static Map<String, String> lowerCased(@Nullable Map<String, String> metadata) {
    Map<String, String> result = new LinkedHashMap<>();
    if (metadata != null) {
      metadata.forEach((name, value) -> result.put(name.toLowerCase(Locale.ROOT), value));
    }
    return result;
  }
}
