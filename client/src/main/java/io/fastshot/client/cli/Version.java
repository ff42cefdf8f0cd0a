package io.fastshot.client.cli;

import io.fastshot.client.ProgramVersion;
import java.io.IOException;
import picocli.CommandLine.IVersionProvider;

/** The version that this program was built as. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    return ProgramVersion.lines();
  }
}
