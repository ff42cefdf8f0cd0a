package io.fastshot.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version that this program was built as. */
public final class ProgramVersion {
  /** Filled in by the build. */
  private static final String FILE = "version.properties";

  private ProgramVersion() {}

  /**
   * Its name and version, and what it runs on, each a line.
   *
   * @throws IOException if the program was built without them
   */
  public static String[] lines() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = ProgramVersion.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("the program was built without " + FILE);
      }
      properties.load(in);
    }
    return new String[] {
      "Fastshot Cloud Library " + properties.getProperty("version"),
      "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }
}
