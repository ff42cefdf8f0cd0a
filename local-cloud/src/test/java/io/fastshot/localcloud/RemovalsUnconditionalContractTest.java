package io.fastshot.localcloud;

/** The contract of the object store over one that knows no conditional removals, as LocalStack. */
final class RemovalsUnconditionalContractTest extends S3ContractTest {
  @Override
  String faults() {
    return "quirks=delete-conditions-unknown";
  }
}
