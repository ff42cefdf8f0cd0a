package io.fastshot.client.cli.tasks;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * Where the window of a home folder can be reached: {@code window.port} holds a port on loopback
 * and a token that only who may read the file knows.
 */
final class RunningWindow implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RunningWindow.class.getName());
  private static final String FILE = "window.port";
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int MAX_PORT = 65_535;
  private static final int TOKEN_BYTES = 16;

  private final Path file;
  private final ServerSocket server;
  private final String token;

  private RunningWindow(Path file, ServerSocket server, String token) {
    this.file = file;
    this.server = server;
    this.token = token;
  }

  /** Asks the window that is open to come to the front; false if none is. */
  static boolean raise(Path home) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(home.resolve(FILE));
    } catch (NoSuchFileException _) {
      return false;
    }
    boolean known = lines.size() == 2 && lines.getFirst().matches("\\d{1,5}");
    int port = known ? Integer.parseInt(lines.getFirst()) : 0;
    if (port < 1 || port > MAX_PORT) {
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeUTF(lines.getLast());
      out.flush();
      return new DataInputStream(socket.getInputStream()).readBoolean();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "no window answers", e);
      return false; // it ended without removing its file
    }
  }

  /** Lets {@link #raise} find this process. {@code onRaise} is called on a thread of its own. */
  static RunningWindow listen(Path home, Runnable onRaise) throws IOException {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    ServerSocket server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    Files.createDirectories(home);
    Path temp = Files.createTempFile(home, "window", ".tmp"); // readable by its owner only
    Files.writeString(temp, server.getLocalPort() + "\n" + token + "\n");
    Path file = home.resolve(FILE);
    Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    RunningWindow window = new RunningWindow(file, server, token);
    Thread.ofVirtual().name("raise-window").start(() -> window.answer(onRaise));
    return window;
  }

  private void answer(Runnable onRaise) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.setSoTimeout(TIMEOUT_MILLIS);
        String said = new DataInputStream(socket.getInputStream()).readUTF();
        boolean right =
            MessageDigest.isEqual(
                said.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        if (right) {
          onRaise.run();
        }
        new DataOutputStream(socket.getOutputStream()).writeBoolean(right);
      } catch (IOException e) {
        if (!server.isClosed()) {
          LOG.log(System.Logger.Level.DEBUG, "a caller went away", e);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(file);
  }
}
