package io.fastshot.infra;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/**
 * The secret that holds the XOR key of the original app's files, if there are such files.
 *
 * <p>The stack only refers to it: the key itself is in no template, no context and no environment
 * variable.
 */
final class LegacyKey {
  private final @Nullable ISecret secret;

  LegacyKey(Construct scope, @Nullable String nameOrArn) {
    if (nameOrArn == null) {
      secret = null;
    } else if (nameOrArn.startsWith("arn:")) {
      secret = Secret.fromSecretCompleteArn(scope, "LegacyKey", nameOrArn);
    } else {
      secret = Secret.fromSecretNameV2(scope, "LegacyKey", nameOrArn);
    }
  }

  /** Lets a function read the key, and tells it where it is. */
  void allowTo(LibraryFunction function) {
    if (secret == null) {
      return;
    }
    // A secret known by its name has six unknown characters at the end of its ARN.
    String arn =
        secret.getSecretFullArn() == null
            ? secret.getSecretArn() + "-??????"
            : secret.getSecretArn();
    function.allow("ReadTheLegacyKey", List.of("secretsmanager:GetSecretValue"), List.of(arn));
    function.function().addEnvironment("FASTSHOT_LEGACY_KEY_SECRET", secret.getSecretArn());
  }
}
