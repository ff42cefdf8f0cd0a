package io.fastshot.container.png;

/** The pictures that a session keeps of one window. */
public enum ImageKind {
  /** As it was on the screen: zoomed, with annotations. */
  SHOWN,
  /** Full size, without annotations. */
  ORIGINAL,
  /** Full size, with annotations; only of annotated windows. */
  ANNOTATED
}
