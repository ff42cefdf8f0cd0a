package io.fastshot.store.parts;

import io.fastshot.store.Content;
import io.fastshot.store.ETag;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import io.fastshot.store.StoredChecksums;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Uploads in parts into a bucket in memory. Every call takes effect at once, under one lock. */
public final class MemoryPartUploads implements PartUploads {
  private final Publisher publisher;
  private final Map<String, Upload> uploads = new LinkedHashMap<>();
  private int begun;

  /** Takes a finished object into the bucket, if there is none of its key. */
  @FunctionalInterface
  public interface Publisher {
    PutOutcome publish(String key, byte[] bytes, ETag etag, String crc64nvme, Content about);
  }

  private record Part(byte[] bytes, String md5) {}

  private record Upload(String key, Content about, TreeMap<Integer, Part> parts) {}

  /** Nothing is under way. */
  public MemoryPartUploads(Publisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public synchronized String begin(String key, Content about) {
    String id = "upload-" + ++begun;
    Map<String, String> metadata = new HashMap<>(about.userMetadata());
    String sha256 = about.sha256Hex();
    if (sha256 != null) {
      metadata.put(StoredChecksums.SHA256_METADATA, sha256);
    }
    uploads.put(id, new Upload(key, about.withUserMetadata(metadata), new TreeMap<>()));
    return id;
  }

  @Override
  public UploadedPart put(String key, String upload, int number, Content part, String crc64nvme) {
    byte[] bytes = read(key, part);
    if (!crc64nvme.equals(Crc64Nvme.of(bytes)) || bytes.length != part.sizeBytes()) {
      throw new StoreException.Rejected("a part of " + key + " is not the one announced", null);
    }
    Part stored = new Part(bytes, md5(bytes));
    synchronized (this) {
      find(key, upload).parts().put(number, stored);
    }
    return told(number, stored).with(crc64nvme);
  }

  @Override
  public synchronized PutOutcome complete(
      String key, String upload, List<UploadedPart> parts, String crc64nvme) {
    Upload found = find(key, upload);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ByteArrayOutputStream sums = new ByteArrayOutputStream();
    for (UploadedPart part : parts) {
      Part there = found.parts().get(part.number());
      if (there == null || !part.etag().equals(told(part.number(), there).etag())) {
        throw new StoreException.Rejected(
            "part " + part.number() + " of " + key + " is missing", null);
      }
      boolean last = part.number() == parts.getLast().number();
      if (!last && there.bytes().length < MIN_PART_BYTES) {
        throw new StoreException.Rejected("a part of " + key + " is too small", null);
      }
      bytes.writeBytes(there.bytes());
      sums.writeBytes(HexFormat.of().parseHex(there.md5()));
    }
    byte[] whole = bytes.toByteArray();
    if (!crc64nvme.equals(Crc64Nvme.of(whole))) {
      throw new StoreException.Rejected("the CRC-64 sent with " + key + " is not its own", null);
    }
    ETag etag = new ETag('"' + md5(sums.toByteArray()) + "-" + parts.size() + '"');
    PutOutcome outcome = publisher.publish(key, whole, etag, crc64nvme, found.about());
    if (outcome instanceof PutOutcome.Installed) {
      uploads.remove(upload);
    }
    return outcome;
  }

  @Override
  public synchronized void abort(String key, String upload) {
    Upload found = uploads.get(upload);
    if (found != null && found.key().equals(key)) {
      uploads.remove(upload);
    }
  }

  @Override
  public synchronized List<UploadedPart> parts(String key, String upload) {
    return find(key, upload).parts().entrySet().stream()
        .map(part -> told(part.getKey(), part.getValue()))
        .toList();
  }

  @Override
  public synchronized List<String> begun(String key) {
    return uploads.entrySet().stream()
        .filter(upload -> upload.getValue().key().equals(key))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Upload find(String key, String upload) {
    @Nullable Upload found = uploads.get(upload);
    if (found == null || !found.key().equals(key)) {
      throw new StoreException.UploadGone("there is no such upload of " + key, null);
    }
    return found;
  }

  private static UploadedPart told(int number, Part part) {
    ETag etag = new ETag('"' + part.md5() + '"');
    return new UploadedPart(number, etag, part.bytes().length, null);
  }

  private static byte[] read(String key, Content part) {
    try (InputStream in = part.source().open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new StoreException.Unavailable("the bytes for " + key + " cannot be read", e);
    }
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
