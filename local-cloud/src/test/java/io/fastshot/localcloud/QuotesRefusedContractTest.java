package io.fastshot.localcloud;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The contract of the object store over one that takes ETags in conditions only unquoted. */
@EnabledIfSystemProperty(named = "fastshot.long", matches = "true", disabledReason = "-Plong only")
final class QuotesRefusedContractTest extends S3ContractTest {
  @Override
  String faults() {
    return "quirks=quoted-writes-refused+quoted-reads-refused+trailers-refused";
  }
}
