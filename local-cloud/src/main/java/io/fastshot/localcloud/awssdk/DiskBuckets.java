package io.fastshot.localcloud.awssdk;

import io.fastshot.localcloud.disk.DiskBucket;
import io.fastshot.localcloud.disk.ObjectChangeListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gaul.s3proxy.blobstore.S3Exceptions;

/**
 * All buckets: one folder each.
 *
 * <p><b>Threads:</b> safe from any number of threads.
 */
final class DiskBuckets {
  private final Path folder;
  private final InstantSource clock;
  private final ObjectChangeListener listener;
  private final Map<String, DiskBucket> buckets = new ConcurrentSkipListMap<>();

  DiskBuckets(Path folder, InstantSource clock, ObjectChangeListener listener) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.clock = clock;
    this.listener = listener;
    try (var folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path own : folders) {
        buckets.put(own.getFileName().toString(), DiskBucket.open(own, clock, listener));
      }
    }
  }

  boolean exists(String name) {
    return buckets.containsKey(name);
  }

  List<DiskBucket> all() {
    return List.copyOf(buckets.values());
  }

  /** Throws 404 if there is none of that name. */
  DiskBucket get(String name) {
    DiskBucket bucket = buckets.get(name);
    if (bucket == null) {
      throw S3Exceptions.noSuchBucket(name, "no such bucket");
    }
    return bucket;
  }

  /** Makes a bucket; false if it exists. The front end has checked the name. */
  synchronized boolean create(String name) throws IOException {
    Path own = folder.resolve(name).normalize();
    if (!folder.normalize().equals(own.getParent())) {
      throw S3Exceptions.invalidArgument("not a bucket name");
    }
    if (buckets.containsKey(name)) {
      return false;
    }
    buckets.put(name, DiskBucket.open(own, clock, listener));
    return true;
  }

  /** Removes an empty bucket; false if it holds something. */
  synchronized boolean delete(String name) throws IOException {
    DiskBucket bucket = get(name);
    if (!bucket.objects().isEmpty()) {
      return false;
    }
    bucket.delete();
    buckets.remove(name);
    return true;
  }
}
