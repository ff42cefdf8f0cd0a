package io.fastshot.container;

/** How a session file is laid out. */
public enum Format {
  /** PNG cover that shows the collage and carries the fields; payload in clear. What we write. */
  CURRENT,
  /** The original's cloud file: white PNG cover, {@code FHDR}, XORed JSON. */
  CLOUD_XOR,
  /** The original's cloud file without a key: white PNG cover, {@code FHDR}, JSON in clear. */
  CLOUD_PLAIN,
  /** The original's local file: the JSON alone. */
  JSON,
  /** XORed JSON without a cover; the original writes it when it cannot draw one. */
  JSON_XOR
}
