package io.fastshot.infra;

import java.util.List;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * What people may do: attach one of these policies to their role or group.
 *
 * <p>Nobody but the functions may write an index: it is what everybody believes.
 */
final class AccessPolicies {
  private final LibraryKeys keys;
  private final ManagedPolicy client;
  private final ManagedPolicy reader;

  AccessPolicies(Construct scope, LibraryKeys keys, LibraryFunction rebuild) {
    this.keys = keys;
    reader =
        policy(
            scope,
            "ReaderPolicy",
            "Fastshot: see and download the sessions of a library",
            List.of(list(), readLibrary()));
    client =
        policy(
            scope,
            "ClientPolicy",
            "Fastshot: work with a library: see, download, upload, delete, rebuild",
            List.of(
                list(),
                allow(
                    "FindUploadsInParts",
                    List.of("s3:ListBucketMultipartUploads"),
                    List.of(keys.bucketArn())),
                readLibrary(),
                allow("ReadTrash", List.of("s3:GetObject"), List.of(keys.trash())),
                allow(
                    "PutAndDeleteSessions",
                    List.of(
                        "s3:PutObject",
                        "s3:DeleteObject",
                        "s3:AbortMultipartUpload",
                        "s3:ListMultipartUploadParts"),
                    List.of(keys.sessions(), keys.trash())),
                allow(
                    "Rebuild",
                    List.of("lambda:InvokeFunction"),
                    List.of(rebuild.alias().getFunctionArn()))));
  }

  ManagedPolicy client() {
    return client;
  }

  ManagedPolicy reader() {
    return reader;
  }

  private static ManagedPolicy policy(
      Construct scope, String id, String description, List<PolicyStatement> statements) {
    ManagedPolicy policy =
        ManagedPolicy.Builder.create(scope, id)
            .description(description)
            .statements(statements)
            .build();
    Nag.wholeFolders(policy);
    return policy;
  }

  /** Without a condition on the prefix: S3 says 404 of an absent object only to who may list. */
  private PolicyStatement list() {
    return allow("List", List.of("s3:ListBucket"), List.of(keys.bucketArn()));
  }

  private PolicyStatement readLibrary() {
    return allow(
        "Read",
        List.of("s3:GetObject"),
        List.of(keys.overallMeta(), keys.metaIndexes(), keys.thumbnails(), keys.sessions()));
  }

  private static PolicyStatement allow(String sid, List<String> actions, List<String> resources) {
    return PolicyStatement.Builder.create().sid(sid).actions(actions).resources(resources).build();
  }
}
