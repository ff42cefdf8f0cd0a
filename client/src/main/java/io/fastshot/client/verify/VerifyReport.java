package io.fastshot.client.verify;

import io.fastshot.model.OverallIndex;
import io.fastshot.store.RequestCounts;
import java.util.List;

/**
 * What a comparison came to.
 *
 * @param index ours, as it stands in the bucket; empty if there is none that is ours
 * @param indexIsOurs whether it is
 * @param bucket what the bucket holds
 * @param findings differences and notes, in the order of {@link Kind}
 * @param underWay changes that were seen in one of two looks only: their events came in meanwhile,
 *     or are still coming
 * @param requests what it took
 */
public record VerifyReport(
    OverallIndex index,
    boolean indexIsOurs,
    BucketCounts bucket,
    List<Finding> findings,
    int underWay,
    RequestCounts requests) {

  public VerifyReport {
    findings = List.copyOf(findings);
  }

  /** What is wrong. */
  public List<Finding> differences() {
    return findings.stream().filter(finding -> finding.kind().isDifference()).toList();
  }

  /** What is good to know. */
  public List<Finding> notes() {
    return findings.stream().filter(finding -> !finding.kind().isDifference()).toList();
  }
}
