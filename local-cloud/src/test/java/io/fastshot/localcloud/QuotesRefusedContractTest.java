package io.fastshot.localcloud;

/** The contract of the object store over one that takes ETags in conditions only unquoted. */
final class QuotesRefusedContractTest extends S3ContractTest {
  @Override
  String faults() {
    return "quirks=quoted-writes-refused+quoted-reads-refused+trailers-refused";
  }
}
