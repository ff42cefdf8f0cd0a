package io.fastshot.store.s3;

import io.fastshot.model.KeyLayout;
import io.fastshot.store.ByteRange;
import io.fastshot.store.Content;
import io.fastshot.store.DeleteOutcome;
import io.fastshot.store.ETag;
import io.fastshot.store.GetOutcome;
import io.fastshot.store.ListPage;
import io.fastshot.store.ObjectInfo;
import io.fastshot.store.ObjectStore;
import io.fastshot.store.Precondition;
import io.fastshot.store.PutOutcome;
import io.fastshot.store.StoreException;
import io.fastshot.store.parts.PartUploads;
import io.fastshot.store.probe.Capabilities;
import io.fastshot.store.probe.CapabilityMemory;
import io.fastshot.store.probe.CapabilityProbe;
import io.fastshot.store.probe.EtagForm;
import io.fastshot.store.probe.PartsProbe;
import io.fastshot.store.probe.ProbedCapabilities;
import io.fastshot.store.probe.StoreCapabilities;
import io.fastshot.store.probe.Support;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * A bucket of AWS S3, or of another store that speaks its protocol.
 *
 * <p><b>Other stores</b> differ in what they make of conditions. Before the first conditional write
 * a probe of 13 small requests finds out ({@link StoreCapabilities}); who only reads makes none.
 * Where conditional writes do not hold, they are refused with {@link StoreException.Rejected}.
 * Where removals or copies do not keep to their conditions, one HEAD before each takes their place.
 * A probe that the credentials do not allow leaves both: the condition is sent, and a HEAD is made
 * before. AWS itself is never probed.
 *
 * <p><b>Threads:</b> built for many virtual threads. Connections come from the JDK's pool, which
 * keeps 5 idle ones to a host unless the system property {@code http.maxConnections} says
 * otherwise; opening the first store sets it to 64 where it is not set. Interrupting a virtual
 * thread ends its request at once, a platform thread's at the latest after the time-out.
 *
 * <p><b>Time:</b> every try has {@link S3Settings#timeout()}, an upload one second more for each 16
 * KiB. Reads have up to three tries.
 */
public final class S3ObjectStore implements ObjectStore {
  private static final String ANY = "*";
  private static final String PUT = "s3:PutObject";
  private static final String DELETE = "s3:DeleteObject";

  private final S3Settings settings;
  private final S3Clients s3;
  private final S3Errors errors;
  private final S3Reads reads;
  private final S3Writes writes;
  private final S3PartUploads parts;
  private final Capabilities capabilities;

  private S3ObjectStore(
      S3Settings settings,
      S3Clients s3,
      S3Writes writes,
      Function<S3ObjectStore, Capabilities> capabilities) {
    this.writes = writes;
    this.settings = settings;
    this.s3 = s3;
    this.errors = new S3Errors(settings.bucket());
    this.reads = new S3Reads(settings.bucket(), s3.reads(), errors);
    this.parts = new S3PartUploads(settings, s3, errors);
    this.capabilities = capabilities.apply(this);
  }

  private S3ObjectStore(
      S3Settings settings, S3Clients s3, Function<S3ObjectStore, Capabilities> capabilities) {
    this(settings, s3, new S3Writes(s3.writes()), capabilities);
  }

  /** A library at the root of its bucket, nothing being remembered; makes no request. */
  public static S3ObjectStore open(S3Settings settings) {
    return open(settings, KeyLayout.atRoot(), CapabilityMemory.none());
  }

  /**
   * Opens a bucket; makes no request.
   *
   * @param layout where the library stands; the probe's scratch objects are below it
   * @param memory what earlier probes of this bucket found
   */
  public static S3ObjectStore open(S3Settings settings, KeyLayout layout, CapabilityMemory memory) {
    if (settings.isAws()) {
      return open(settings, StoreCapabilities.aws());
    }
    SecureRandom random = new SecureRandom();
    return new S3ObjectStore(
        settings,
        S3Clients.open(settings),
        store ->
            new ProbedCapabilities(
                () -> store.found(new CapabilityProbe(store::as, layout.probes(), random)),
                () -> new PartsProbe(store, store.parts, layout.probes(), random).run(),
                memory));
  }

  /** What a probe finds, and what its puts met on the way. */
  private StoreCapabilities found(CapabilityProbe probe) {
    return probe.run().withChecksums(writes.sha256());
  }

  /** Opens a bucket of which all is known; makes no request. */
  public static S3ObjectStore open(S3Settings settings, StoreCapabilities known) {
    return new S3ObjectStore(settings, S3Clients.open(settings), _ -> Capabilities.fixed(known));
  }

  /**
   * Opens a bucket for an indexer; makes no request. Where the store is not AWS, the first request
   * is preceded by a probe, and every one refused with {@link StoreException.Rejected} unless
   * conditional writes hold.
   *
   * @param layout where the library stands
   */
  public static ObjectStore openForIndexer(S3Settings settings, KeyLayout layout) {
    S3ObjectStore store = open(settings, layout, CapabilityMemory.none());
    return settings.isAws() ? store : new ConditionalWritesGate(store, store.place());
  }

  private ObjectStore as(StoreCapabilities assumed) {
    return new S3ObjectStore(settings, s3, writes, _ -> Capabilities.fixed(assumed));
  }

  private String place() {
    return settings.endpoint() + ", bucket " + settings.bucket();
  }

  /**
   * What this store can do: known, remembered, or found out now by 13 requests.
   *
   * @throws StoreException if the store does not answer
   */
  public StoreCapabilities capabilities() {
    return capabilities.forWrites();
  }

  /**
   * Finds out anew what this store can do, whatever is known; on AWS without a request.
   *
   * @throws StoreException if the store does not answer
   */
  public StoreCapabilities probe() {
    return capabilities instanceof ProbedCapabilities probed ? probed.anew() : capabilities();
  }

  @Override
  public GetOutcome get(String key, ByteRange range, Precondition precondition) {
    StoreCapabilities can = capabilities.forReads();
    GetOutcome outcome = reads.get(key, range, precondition, can.readEtags());
    // Who only reads did not probe: "changed" may mean that the form was not understood.
    boolean doubtful = can.writes() == Support.UNKNOWN && outcome instanceof GetOutcome.Changed;
    return doubtful ? reads.get(key, range, precondition, EtagForm.UNQUOTED) : outcome;
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return reads.head(key);
  }

  @Override
  public PutOutcome put(String key, Content content, Precondition precondition) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder().bucket(settings.bucket()).key(key);
    switch (precondition) {
      case Precondition.None _ -> {}
      case Precondition.Absent _ -> {
        if (forConditionalPut().writes() == Support.UNKNOWN && head(key).isPresent()) {
          return new PutOutcome.Conflict();
        }
        request.ifNoneMatch(ANY);
      }
      case Precondition.Matches(ETag etag) ->
          request.ifMatch(forConditionalPut().writeEtags().of(etag));
      case Precondition.Differs _ -> throw unusable();
    }
    request.overrideConfiguration(c -> c.apiCallAttemptTimeout(settings.patienceFor(content)));
    try {
      return installed(writes.put(request, content, capabilities.forReads().checksums()), PUT, key);
    } catch (SdkException e) {
      boolean conditional = !(precondition instanceof Precondition.None);
      return conflictOr(e, conditional, PUT, key);
    } catch (UncheckedIOException e) {
      throw new StoreException.Unavailable("the bytes for " + key + " cannot be read", e);
    }
  }

  private StoreCapabilities forConditionalPut() {
    StoreCapabilities can = capabilities.forWrites();
    return switch (can.writes()) {
      case HOLDS, UNKNOWN -> can;
      case IGNORED, REFUSED ->
          throw new StoreException.Rejected(
              "Nothing was written to " + place() + ": " + String.join("; ", can.findings()), null);
    };
  }

  private static IllegalArgumentException unusable() {
    return new IllegalArgumentException("a write cannot ask for another ETag");
  }

  private PutOutcome installed(@Nullable String etag, String action, String key) {
    if (etag == null || etag.isEmpty()) {
      throw new StoreException.Unavailable(
          action + " of " + key + ": the answer has no ETag, so it may not have worked", null);
    }
    return new PutOutcome.Installed(new ETag(etag));
  }

  private PutOutcome conflictOr(SdkException e, boolean conditional, String action, String key) {
    int status = S3Errors.status(e);
    boolean conflict =
        status == S3Errors.CONFLICT
            || status == S3Errors.PRECONDITION_FAILED
            || (conditional && S3Errors.isKeyAbsent(e));
    if (conflict) {
      return new PutOutcome.Conflict();
    }
    throw errors.of(e, action, key);
  }

  @Override
  public DeleteOutcome delete(String key, Precondition precondition) {
    return switch (precondition) {
      case Precondition.None _ -> delete(key, (String) null);
      case Precondition.Matches(ETag wanted) -> deleteOnly(key, wanted);
      case Precondition.Absent _, Precondition.Differs _ -> throw unusable();
    };
  }

  private DeleteOutcome deleteOnly(String key, ETag wanted) {
    StoreCapabilities can = capabilities.forWrites();
    String condition = can.writeEtags().of(wanted);
    if (can.deletes() == Support.HOLDS) {
      return delete(key, condition);
    }
    if (head(key).map(there -> !isSame(there.etag(), wanted)).orElse(false)) {
      return new DeleteOutcome.Conflict();
    }
    try {
      return delete(key, can.deletes() == Support.UNKNOWN ? condition : null);
    } catch (StoreException.Rejected e) {
      if (can.deletes() == Support.UNKNOWN && S3Errors.isNotImplemented(e)) {
        return delete(key, (String) null);
      }
      throw e;
    }
  }

  private static boolean isSame(ETag a, ETag b) {
    return a.unquoted().equals(b.unquoted());
  }

  private DeleteOutcome delete(String key, @Nullable String ifMatch) {
    try {
      writes.delete(settings.bucket(), key, ifMatch);
      return new DeleteOutcome.Gone();
    } catch (SdkException e) {
      int status = S3Errors.status(e);
      if (status == S3Errors.PRECONDITION_FAILED || status == S3Errors.CONFLICT) {
        return new DeleteOutcome.Conflict();
      }
      if (S3Errors.isKeyAbsent(e)) {
        return new DeleteOutcome.Gone();
      }
      throw errors.of(e, DELETE, key);
    }
  }

  @Override
  public PutOutcome copy(String source, ETag sourceEtag, String target, Precondition precondition) {
    boolean ontoNothing =
        switch (precondition) {
          case Precondition.None _ -> false;
          case Precondition.Absent _ -> true;
          case Precondition.Matches _, Precondition.Differs _ ->
              throw new IllegalArgumentException("a copy can only ask for an absent target");
        };
    StoreCapabilities can = capabilities.forWrites();
    boolean sourceChecked = can.copies() != Support.REFUSED;
    boolean targetChecked = can.copies() == Support.HOLDS;
    if (!sourceChecked
        && head(source).filter(there -> isSame(there.etag(), sourceEtag)).isEmpty()) {
      return new PutOutcome.Conflict();
    }
    if (ontoNothing && !targetChecked && head(target).isPresent()) {
      return new PutOutcome.Conflict();
    }
    boolean sendsTarget = ontoNothing && (targetChecked || can.copies() == Support.UNKNOWN);
    try {
      var result =
          writes
              .copy(r ->
                  r.sourceBucket(settings.bucket())
                      .sourceKey(source)
                      .copySourceIfMatch(sourceChecked ? can.copyEtags().of(sourceEtag) : null)
                      .destinationBucket(settings.bucket())
                      .destinationKey(target)
                      .ifNoneMatch(sendsTarget ? ANY : null))
              .copyObjectResult();
      return installed(result == null ? null : result.eTag(), PUT, target);
    } catch (SdkException e) {
      return conflictOr(e, true, PUT, S3Errors.isArchived(e) ? source : target);
    }
  }

  @Override
  public ListPage list(String prefix, @Nullable String token) {
    return reads.list(prefix, token);
  }

  @Override
  public Optional<PartUploads> inParts() {
    return capabilities.forParts().parts() == Support.HOLDS ? Optional.of(parts) : Optional.empty();
  }

  @Override
  public void close() {
    s3.close();
  }
}
