package io.fastshot.localcloud;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contract of the object store over one that knows no conditional removals, as LocalStack. */
@EnabledIfSystemProperty(named = "fastshot.long", matches = "true", disabledReason = "-Plong only")
final class RemovalsUnconditionalContractTest extends S3ContractTest {
  @Override
  String faults() {
    return "quirks=delete-conditions-unknown";
  }
}
