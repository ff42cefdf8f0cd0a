package io.fastshot.client.cli.tasks;

import io.fastshot.files.FileMoves;
import io.fastshot.files.OwnerOnly;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Where the window of a home folder can be reached: {@code window.port} holds a port on loopback
 * and a token that only who may read the file knows.
 */
final class RunningWindow implements Closeable {
  private static final System.Logger LOG = System.getLogger(RunningWindow.class.getName());
  private static final String FILE = "window.port";
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int MAX_PORT = 65_535;
  private static final int TOKEN_BYTES = 16;

  /** So many may be connected at a time; more are turned away. */
  private static final int CALLERS = 64;

  private static final int MAX_FILE = 100;

  /** Behind the token: session files follow. A window of an older version hears nothing then. */
  private static final String WITH_FILES = " open";

  private static final int MAX_SESSIONS = 100;

  /** What the window does that was found. */
  @FunctionalInterface
  interface Raise {
    /** Called on a thread of its own, with the sessions to show beside; mostly none. */
    void raise(List<Path> sessions);
  }

  private final Semaphore callers = new Semaphore(CALLERS);
  private final Path file;
  private final ServerSocket server;
  private final String token;

  private RunningWindow(Path file, ServerSocket server, String token) {
    this.file = file;
    this.server = server;
    this.token = token;
  }

  /**
   * Asks the window that is open to come to the front and to show sessions; false if none is.
   *
   * @param sessions absolute paths
   */
  static boolean raise(Path home, List<Path> sessions) {
    List<String> lines = read(home.resolve(FILE));
    boolean known = lines.size() == 2 && lines.getFirst().matches("\\d{1,5}");
    int port = known ? Integer.parseInt(lines.getFirst()) : 0;
    if (port < 1 || port > MAX_PORT) {
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeUTF(lines.getLast() + (sessions.isEmpty() ? "" : WITH_FILES));
      if (!sessions.isEmpty()) {
        out.writeInt(sessions.size());
        for (Path session : sessions) {
          out.writeUTF(session.toString());
        }
      }
      out.flush();
      return new DataInputStream(socket.getInputStream()).readBoolean();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "no window answers", e);
      return false; // it ended without removing its file
    }
  }

  /** The lines of the file; none if there is no such file, or another thing of its name. */
  private static List<String> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_FILE), StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "no window is known", e);
      return List.of();
    }
  }

  /** Lets {@link #raise} find this process. {@code onRaise} is called on a thread of its own. */
  static RunningWindow listen(Path home, Raise onRaise) throws IOException {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    Path file = home.resolve(FILE);
    ServerSocket server = new ServerSocket(0, CALLERS, InetAddress.getLoopbackAddress());
    try {
      write(file, server.getLocalPort() + "\n" + token + "\n");
    } catch (IOException e) {
      server.close();
      throw e;
    }
    RunningWindow window = new RunningWindow(file, server, token);
    Thread.ofVirtual().name("raise-window").start(() -> window.answer(onRaise));
    return window;
  }

  private static void write(Path file, String text) throws IOException {
    Path home = file.toAbsolutePath().getParent();
    Files.createDirectories(home);
    Path temp = Files.createTempFile(home, "window", ".tmp");
    try {
      var _ = OwnerOnly.make(temp); // before it holds the token
      Files.writeString(temp, text);
      FileMoves.move(
          temp, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temp);
    }
  }

  /** Each caller on a thread of its own: one that says nothing keeps nobody waiting. */
  private void answer(Raise onRaise) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        if (callers.tryAcquire()) {
          Thread.ofVirtual().name("raise-caller").start(() -> answer(socket, onRaise));
        } else {
          socket.close();
        }
      } catch (IOException e) {
        if (!server.isClosed()) {
          LOG.log(System.Logger.Level.DEBUG, "a caller went away", e);
        }
      }
    }
  }

  private void answer(Socket caller, Raise onRaise) {
    try (Socket socket = caller) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      int length = in.readUnsignedShort();
      boolean withFiles = length == token.length() + WITH_FILES.length();
      if (length != token.length() && !withFiles) {
        return;
      }
      byte[] said = new byte[length];
      in.readFully(said);
      String expected = withFiles ? token + WITH_FILES : token;
      boolean right = MessageDigest.isEqual(said, expected.getBytes(StandardCharsets.UTF_8));
      if (right) {
        onRaise.raise(withFiles ? sessions(in) : List.of());
      }
      new DataOutputStream(socket.getOutputStream()).writeBoolean(right);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a caller went away", e);
    } finally {
      callers.release();
    }
  }

  private static List<Path> sessions(DataInputStream in) throws IOException {
    List<Path> sessions = new ArrayList<>();
    int count = Math.min(in.readInt(), MAX_SESSIONS);
    for (int i = 0; i < count; i++) {
      sessions.add(Path.of(in.readUTF()));
    }
    return sessions;
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(file);
  }
}
