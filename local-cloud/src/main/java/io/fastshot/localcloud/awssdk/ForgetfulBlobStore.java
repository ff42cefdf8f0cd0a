package io.fastshot.localcloud.awssdk;

import java.io.InputStream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A store that acts as if requests of some kinds had no condition. Below the front end, because the
 * conditions are signed.
 */
public final class ForgetfulBlobStore extends ForwardingBlobStore {
  private final Forgets forgets;

  /**
   * Whose conditions it forgets.
   *
   * @param ofPut of PUT
   * @param ofCompletion of the completion of an upload in parts
   * @param ofCopy of COPY, on its target
   * @param ofRefusedCopy as {@code ofCopy}, but it answers 412
   * @param ofDelete of DELETE
   */
  public record Forgets(
      boolean ofPut,
      boolean ofCompletion,
      boolean ofCopy,
      boolean ofRefusedCopy,
      boolean ofDelete) {}

  /** Stores in {@code store}. */
  public ForgetfulBlobStore(BlobStore store, Forgets forgets) {
    super(store);
    this.forgets = forgets;
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
    return super.putBlob(
        forgets.ofPut() ? request.toBuilder().ifMatch(null).ifNoneMatch(null).build() : request,
        payload);
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload mpu, CompleteMultipartUploadRequest request) {
    return super.completeMultipartUpload(
        mpu,
        forgets.ofCompletion()
            ? request.toBuilder().ifMatch(null).ifNoneMatch(null).build()
            : request);
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    if (forgets.ofCopy()) {
      return copyAnyway(request);
    }
    try {
      return super.copyBlob(request);
    } catch (S3Exception refused) {
      if (forgets.ofRefusedCopy()) {
        copyAnyway(request);
      }
      throw refused;
    }
  }

  private CopyObjectResponse copyAnyway(CopyObjectRequest request) {
    return ScopedValue.where(CopyCondition.CURRENT, new CopyCondition(null, null))
        .call(() -> super.copyBlob(request));
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    return super.removeBlob(
        forgets.ofDelete() ? request.toBuilder().ifMatch(null).build() : request);
  }
}
