package io.fastshot.indexer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PrimerTest {

  /** 4 of a batch (two reads, two writes) and a delete of the thumbnail; 3 or more of a check. */
  @Test
  void aBatchAndACheckGoThroughTheStoresOwnClasses() throws IOException {
    assertThat(Primer.prime()).isGreaterThanOrEqualTo(8);
  }
}
