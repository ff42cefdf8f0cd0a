package io.fastshot.container.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A {@link ByteSource} over a file; every call opens and closes it. */
final class FileByteSource implements ByteSource {
  private final Path file;
  private final long sizeBytes;

  FileByteSource(Path file) throws IOException {
    this.file = file;
    this.sizeBytes = Files.size(file);
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public byte[] read(long offset, int length) throws IOException {
    try (InputStream in = open(offset)) {
      return in.readNBytes(length);
    }
  }

  @Override
  public InputStream open(long offset) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    channel.position(offset);
    return Channels.newInputStream(channel);
  }
}
