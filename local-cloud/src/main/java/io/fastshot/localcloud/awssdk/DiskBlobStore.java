package io.fastshot.localcloud.awssdk;

import static io.fastshot.localcloud.awssdk.DiskWork.io;

import io.fastshot.localcloud.disk.DiskBucket;
import io.fastshot.localcloud.disk.Draft;
import io.fastshot.localcloud.disk.ObjectChange;
import io.fastshot.localcloud.disk.ObjectChangeListener;
import io.fastshot.localcloud.disk.OpenObject;
import io.fastshot.localcloud.disk.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * The buckets and objects below a folder, for S3Proxy. Everything is private; there is one owner
 * and no versioning.
 *
 * <p><b>Threads:</b> safe from any number of threads; one process per folder.
 */
public final class DiskBlobStore implements BlobStore {
  private static final int BAD_REQUEST = 400;

  private final DiskBuckets buckets;
  private final DiskMultipart multipart;

  /**
   * Opens the store; reads the description of every object.
   *
   * @param objects folder of the buckets
   * @param uploads folder of the multipart uploads
   */
  public DiskBlobStore(
      Path objects, Path uploads, InstantSource clock, ObjectChangeListener listener)
      throws IOException {
    buckets = new DiskBuckets(objects, clock, listener);
    multipart = new DiskMultipart(buckets, uploads, clock);
  }

  /** Makes a bucket unless there is one. */
  public void ensureBucket(String name) throws IOException {
    buckets.create(name);
  }

  @Override
  public ListBucketsResponse list() {
    return ListBucketsResponse.builder()
        .buckets(
            buckets.all().stream()
                .map(bucket -> SdkResponses.bucket(bucket.name(), bucket.now()))
                .toList())
        .build();
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    String token = request.continuationToken();
    Listing page =
        page(
            request.bucket(),
            Listing.Query.of(
                request.prefix(),
                request.delimiter(),
                token == null ? request.startAfter() : Listing.fromToken(token),
                request.maxKeys()));
    return SdkResponses.objectsPage(
        page.objects().stream().map(Models::entry).toList(),
        page.prefixes().stream().map(SdkResponses::commonPrefix).toList(),
        page.token());
  }

  @Override
  public ListObjectsResponse listV1(ListObjectsRequest request) {
    Listing page =
        page(
            request.bucket(),
            Listing.Query.of(
                request.prefix(), request.delimiter(), request.marker(), request.maxKeys()));
    return ListObjectsResponse.builder()
        .contents(page.objects().stream().map(Models::entry).toList())
        .commonPrefixes(page.prefixes().stream().map(SdkResponses::commonPrefix).toList())
        .isTruncated(page.last() != null)
        .nextMarker(page.last())
        .build();
  }

  private Listing page(String bucket, Listing.Query query) {
    return Listing.of(buckets.get(bucket).objects(), query);
  }

  @Override
  public HeadBucketResponse headBucket(HeadBucketRequest request) {
    return HeadBucketResponse.builder()
        .bucketArn("arn:aws:s3:::" + buckets.get(request.bucket()).name())
        .build();
  }

  @Override
  public CreateBucketResponse createContainer(CreateBucketRequest request) {
    return io(() -> {
      if (!buckets.create(request.bucket())) {
        throw S3Exceptions.bucketAlreadyOwnedByYou(request.bucket());
      }
      return CreateBucketResponse.builder().location("/" + request.bucket()).build();
    });
  }

  @Override
  public void deleteBucket(String container) {
    boolean deleted = !buckets.exists(container) || io(() -> buckets.delete(container));
    if (!deleted) {
      throw S3Exceptions.bucketNotEmpty(container);
    }
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    DiskBucket bucket = buckets.get(request.bucket());
    return io(() -> {
      try (InputStream content = TrailingChecksum.watched(payload);
          Draft draft = Draft.in(bucket.folder())) {
        draft.append(content);
        byte[] md5 = draft.md5();
        checkBody(draft, md5, request.contentLength(), request.contentMD5());
        StoredObject object =
            bucket.publish(
                draft,
                ObjectChange.Kind.PUT,
                request.key(),
                Models.quotedHex(md5),
                Models.headers(request),
                Conditions.ofWrite(
                    request.bucket(), request.key(), request.ifMatch(), request.ifNoneMatch()));
        return SdkResponses.putResponse(object.etag());
      }
    });
  }

  /** Throws 400 unless a body that was read is the one that was meant. */
  static void checkBody(Draft draft, byte[] md5, @Nullable Long length, @Nullable String md5Base64)
      throws IOException {
    if (length != null && length != draft.sizeBytes()) {
      throw S3Refusals.of(
          BAD_REQUEST,
          "IncompleteBody",
          "The body has " + draft.sizeBytes() + " bytes, not " + length);
    }
    TrailingChecksum.verify();
    if (md5Base64 != null && !md5Base64.equals(Base64.getEncoder().encodeToString(md5))) {
      throw S3Exceptions.fromStatusCode(BAD_REQUEST);
    }
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    DiskBucket target = buckets.get(request.destinationBucket());
    CopyCondition condition = CopyCondition.current();
    return io(() -> {
      try (OpenObject source = open(request.sourceBucket(), request.sourceKey());
          Draft draft = Draft.in(target.folder())) {
        Conditions.checkCopySource(request, source.object());
        draft.append(source.content(0, source.object().sizeBytes()));
        StoredObject object =
            target.publish(
                draft,
                ObjectChange.Kind.COPY,
                request.destinationKey(),
                source.object().etag(),
                Models.headers(request, source.object()),
                Conditions.ofWrite(
                    request.destinationBucket(),
                    request.destinationKey(),
                    condition.ifMatch(),
                    condition.ifNoneMatch()));
        return SdkResponses.copyResponse(object.etag(), object.lastModified());
      }
    });
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    StoredObject object =
        buckets
            .get(request.bucket())
            .find(request.key())
            .orElseThrow(
                () -> S3Exceptions.noSuchKey(request.bucket(), request.key(), "no such object"));
    return SdkResponses.toHead(Models.response(object, new ByteSpan(0, object.sizeBytes(), null)));
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    return io(() -> {
      OpenObject open = open(request.bucket(), request.key());
      try {
        Conditions.checkRead(request, open.object());
        ByteSpan span = ByteSpan.of(request.range(), open.object().sizeBytes());
        return SdkResponses.getResponse(
            Models.response(open.object(), span), open.content(span.offset(), span.length()));
      } catch (RuntimeException e) {
        open.close();
        throw e;
      }
    });
  }

  private OpenObject open(String bucket, String key) throws IOException {
    return buckets
        .get(bucket)
        .read(key)
        .orElseThrow(() -> S3Exceptions.noSuchKey(bucket, key, "no such object"));
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    DiskBucket bucket = buckets.get(request.bucket());
    return io(() -> {
      bucket.remove(request.key(), Conditions.ofDelete(request));
      return DeleteObjectResponse.builder().build();
    });
  }

  @Override
  public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
    return io(() -> multipart.begin(request));
  }

  @Override
  public void abortMultipartUpload(MultipartUpload mpu) {
    io(() -> {
      multipart.abort(mpu);
      return mpu;
    });
  }

  @Override
  public UploadPartResponse uploadMultipartPart(
      MultipartUpload mpu, UploadPartRequest request, InputStream payload) {
    return io(() -> multipart.upload(mpu, request, payload));
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload mpu, CompleteMultipartUploadRequest request) {
    return io(() -> multipart.complete(mpu, request));
  }

  @Override
  public List<Part> listMultipartUpload(MultipartUpload mpu) {
    return io(() -> multipart.parts(mpu));
  }

  @Override
  public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(
      String container) {
    return multipart.list(buckets.get(container).name());
  }

  @Override
  public long getMinimumMultipartPartSize() {
    return DiskMultipart.MIN_PART_BYTES;
  }

  @Override
  public BucketCannedACL getContainerAccess(String container) {
    return BucketCannedACL.PRIVATE;
  }

  @Override
  public void setContainerAccess(String container, BucketCannedACL access) {
    var _ = buckets.get(container);
    refuseUnless(access == BucketCannedACL.PRIVATE);
  }

  @Override
  public ObjectCannedACL getBlobAccess(String container, String name) {
    return ObjectCannedACL.PRIVATE;
  }

  @Override
  public void setBlobAccess(String container, String name, ObjectCannedACL access) {
    if (buckets.get(container).find(name).isEmpty()) {
      throw S3Exceptions.noSuchKey(container, name, "no such object");
    }
    refuseUnless(access == ObjectCannedACL.PRIVATE);
  }

  private static void refuseUnless(boolean isPrivate) {
    if (!isPrivate) {
      throw S3Refusals.of(
          BAD_REQUEST, "AccessControlListNotSupported", "The bucket does not allow ACLs");
    }
  }
}
