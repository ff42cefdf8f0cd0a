package io.fastshot.localcloud.awssdk;

import io.fastshot.localcloud.disk.DiskBucket;
import io.fastshot.localcloud.disk.Draft;
import io.fastshot.localcloud.disk.ObjectChange;
import io.fastshot.localcloud.disk.ObjectHeaders;
import io.fastshot.localcloud.disk.StoredObject;
import io.fastshot.localcloud.disk.Uploads;
import io.fastshot.store.parts.Crc64Nvme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CheckedInputStream;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.gaul.s3proxy.checksum.FlexChecksum;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Multipart uploads. A completed object is put together from its parts in the order of their
 * numbers and has the ETag that S3 gives such objects.
 */
final class DiskMultipart {
  /** Smallest part but the last, as on S3. */
  static final long MIN_PART_BYTES = 5L * 1024 * 1024;

  private static final int BAD_REQUEST = 400;

  private final DiskBuckets buckets;
  private final Uploads uploads;

  DiskMultipart(DiskBuckets buckets, Path folder, InstantSource clock) throws IOException {
    this.buckets = buckets;
    this.uploads = Uploads.open(folder, clock);
  }

  MultipartUpload begin(CreateMultipartUploadRequest request) throws IOException {
    String bucket = buckets.get(request.bucket()).name();
    Uploads.Upload upload = uploads.begin(bucket, request.key(), Models.headers(request));
    return new MultipartUpload(upload.id(), request);
  }

  UploadPartResponse upload(MultipartUpload mpu, UploadPartRequest request, InputStream payload)
      throws IOException {
    Uploads.Upload upload = find(mpu).orElseThrow(S3Refusals::noSuchUpload);
    try (InputStream content = TrailingChecksum.watched(payload);
        Draft draft = uploads.draftPart(upload)) {
      draft.append(content);
      byte[] md5 = draft.md5();
      DiskBlobStore.checkBody(draft, md5, request.contentLength(), request.contentMD5());
      StoredObject part =
          uploads.addPart(
              upload, draft, request.partNumber(), Models.quotedHex(md5), ObjectHeaders.none());
      return SdkResponses.uploadedPart(part.etag());
    } catch (NoSuchFileException e) {
      throw S3Refusals.noSuchUpload(); // it ended meanwhile
    }
  }

  /** An upload belongs to the key it was begun for: its id alone opens nothing. */
  private Optional<Uploads.Upload> find(MultipartUpload mpu) {
    return uploads.find(mpu.id()).filter(upload -> isFor(upload, mpu));
  }

  private static boolean isFor(Uploads.Upload upload, MultipartUpload mpu) {
    return upload.bucket().equals(mpu.containerName())
        && upload.object().key().equals(mpu.blobName());
  }

  /** The parts so far; none for an upload that has ended, as the front end asks for. */
  List<Part> parts(MultipartUpload mpu) throws IOException {
    List<Part> parts = new ArrayList<>();
    var upload = find(mpu);
    if (upload.isPresent()) {
      for (StoredObject part : uploads.parts(upload.get())) {
        parts.add(
            SdkResponses.part(
                Integer.parseInt(part.key()), part.sizeBytes(), part.etag(), part.lastModified()));
      }
    }
    return parts;
  }

  List<software.amazon.awssdk.services.s3.model.MultipartUpload> list(String bucket) {
    return uploads.of(bucket).stream()
        .map(upload ->
            SdkResponses.upload(upload.object().key(), upload.id(), upload.object().lastModified()))
        .toList();
  }

  void abort(MultipartUpload mpu) throws IOException {
    if (find(mpu).isEmpty()) {
      throw S3Refusals.noSuchUpload();
    }
    var _ = uploads.end(mpu.id(), upload -> upload).orElseThrow(S3Refusals::noSuchUpload);
  }

  CompleteMultipartUploadResponse complete(
      MultipartUpload mpu, CompleteMultipartUploadRequest request) throws IOException {
    if (find(mpu).isEmpty()) {
      throw S3Refusals.noSuchUpload();
    }
    StoredObject object =
        uploads
            .end(mpu.id(), upload -> assemble(upload, request))
            .orElseThrow(S3Refusals::noSuchUpload);
    return SdkResponses.completeResponse(object.etag());
  }

  private StoredObject assemble(Uploads.Upload upload, CompleteMultipartUploadRequest request)
      throws IOException {
    List<StoredObject> parts = chosen(upload, request.multipartUpload().parts());
    DiskBucket bucket = buckets.get(upload.bucket());
    Crc64Nvme crc = new Crc64Nvme();
    try (Draft draft = Draft.in(bucket.folder())) {
      for (StoredObject part : parts) {
        try (InputStream content = new CheckedInputStream(uploads.openPart(upload, part), crc)) {
          draft.append(content);
        }
      }
      String asked = request.checksumCRC64NVME();
      if (asked != null && !asked.equals(crc.toBase64())) {
        throw S3Refusals.of(
            BAD_REQUEST, "BadDigest", "The parts are not those of the object's CRC64NVME");
      }
      return bucket.publish(
          draft,
          ObjectChange.Kind.COMPLETE_MULTIPART,
          upload.object().key(),
          etag(parts),
          withChecksum(upload.object().headers(), crc.toBase64()),
          Conditions.ofWrite(
              upload.bucket(), upload.object().key(), request.ifMatch(), request.ifNoneMatch()));
    }
  }

  /** As S3 computes it of every object; where the front end looks for it when it is asked. */
  private static ObjectHeaders withChecksum(ObjectHeaders headers, String crc64nvme) {
    Map<String, String> metadata = new HashMap<>(headers.userMetadata());
    metadata.keySet().removeIf(name -> name.startsWith(FlexChecksum.METADATA_PREFIX));
    metadata.put(FlexChecksum.CRC64NVME.metadataKey(), crc64nvme);
    return headers.withUserMetadata(metadata);
  }

  private List<StoredObject> chosen(Uploads.Upload upload, List<CompletedPart> wanted)
      throws IOException {
    Map<String, StoredObject> there = new HashMap<>();
    for (StoredObject part : uploads.parts(upload)) {
      there.put(part.key(), part);
    }
    List<StoredObject> chosen = new ArrayList<>();
    for (CompletedPart part : wanted) {
      StoredObject found = there.get(Integer.toString(part.partNumber()));
      if (found == null) {
        throw S3Refusals.of(
            BAD_REQUEST, "InvalidPart", "part " + part.partNumber() + " is missing");
      }
      chosen.add(found);
    }
    return chosen;
  }

  /** The MD5 of the parts' MD5s, and their number. */
  private static String etag(List<StoredObject> parts) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      for (StoredObject part : parts) {
        md5.update(HexFormat.of().parseHex(part.etag().replace("\"", "")));
      }
      return "\"" + HexFormat.of().formatHex(md5.digest()) + "-" + parts.size() + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
