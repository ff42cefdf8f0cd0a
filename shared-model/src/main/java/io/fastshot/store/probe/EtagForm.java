package io.fastshot.store.probe;

import io.fastshot.store.ETag;

/** How an ETag is written into a condition. */
public enum EtagForm {
  /** With its quotes, as S3 sends and takes it. */
  AS_SENT {
    @Override
    public String of(ETag etag) {
      return etag.value();
    }
  },

  /** Without quotes: Ceph's radosgw compares the header of a write with the bare value. */
  UNQUOTED {
    @Override
    public String of(ETag etag) {
      return etag.unquoted();
    }
  };

  public abstract String of(ETag etag);
}
