package io.fastshot.client.data.connection;

import io.fastshot.store.StoreException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import tools.jackson.core.JacksonException;

/**
 * Why something could not be done.
 *
 * @param kind what to do about it
 * @param reason in words for a person
 */
public record Failure(Kind kind, String reason) {

  /** The next move. */
  public enum Kind {
    /** The library cannot be reached: try again later. */
    OFFLINE,
    /** The credentials are missing or not allowed to do this. */
    DENIED,
    /** Asking again does not help; the reason says what does. */
    FAILED,
    /** The person gave up. */
    CANCELLED
  }

  /** The transfer was cancelled. */
  public static Failure cancelled() {
    return new Failure(Kind.CANCELLED, "cancelled");
  }

  /** Something that trying again does not mend. */
  public static Failure failed(String reason) {
    return new Failure(Kind.FAILED, reason);
  }

  /** The local disk did not do what was asked. */
  public static Failure local(String what, IOException e) {
    return failed(what + ": " + describe(e));
  }

  /** In the words of the store. */
  public static Failure of(StoreException e) {
    String reason = String.valueOf(e.getMessage());
    return switch (e) {
      case StoreException.Unavailable _ -> new Failure(Kind.OFFLINE, reason);
      case StoreException.Denied _ -> new Failure(Kind.DENIED, reason);
      case StoreException.Rejected _ -> failed(reason);
    };
  }

  /**
   * What went wrong on this machine or on the way, with the file or host it is about; never the
   * name of a class.
   */
  public static String describe(IOException e) {
    return switch (e) {
      case NoSuchFileException file -> file.getFile() + " does not exist";
      case FileAlreadyExistsException file -> file.getFile() + " is there already";
      case AccessDeniedException file -> file.getFile() + " may not be read or written";
      case DirectoryNotEmptyException file -> "the folder " + file.getFile() + " is not empty";
      case NotDirectoryException file -> file.getFile() + " is no folder";
      case FileSystemLoopException file -> file.getFile() + " is a link that leads to itself";
      case FileSystemException file when file.getReason() != null ->
          file.getFile() + ": " + file.getReason();
      case FileSystemException file -> file.getFile() + " cannot be used";
      case EOFException _ -> "it ends too early";
      case CharacterCodingException _ -> "it is no text in UTF-8";
      case UnknownHostException host -> "the host " + host.getMessage() + " is not known";
      case HttpTimeoutException _ -> "no answer came in time";
      case SocketTimeoutException _ -> "no answer came in time";
      case ConnectException connect -> "no connection: " + worded(connect);
      default -> worded(e);
    };
  }

  /** As {@link #describe(IOException)}, for what is caught together with one. */
  public static String describe(Exception e) {
    return switch (e) {
      case IOException io -> describe(io);
      case JacksonException json -> json.getOriginalMessage();
      default -> worded(e);
    };
  }

  /** Its message, or the words of its name: "closed channel". */
  private static String worded(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass()
            .getSimpleName()
            .replace("Exception", "")
            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
            .toLowerCase(Locale.ROOT)
        : message;
  }
}
