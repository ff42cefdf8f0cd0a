package io.fastshot.container.write;

import io.fastshot.container.SessionFile;
import io.fastshot.container.SessionWindow;
import io.fastshot.container.bytes.CountingOutputStream;
import io.fastshot.container.bytes.Sha256;
import io.fastshot.container.bytes.XorMask;
import io.fastshot.container.json.PythonJsonWriter;
import io.fastshot.container.png.Collage;
import io.fastshot.container.png.Png;
import io.fastshot.container.read.Cover;
import io.fastshot.container.read.Declaration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Writes one session in every format. */
public final class SessionWriter {
  private final SessionFile session;
  private final byte @Nullable [] collage;

  /** Draws the collage. */
  public SessionWriter(SessionFile session) throws IOException {
    this.session = session;
    this.collage = Collage.ofPngs(session.windows().stream().map(SessionWindow::original).toList());
  }

  /** The JSON alone. */
  public void writeJson(OutputStream out) throws IOException {
    new PayloadWriter(session, collage).write(out);
  }

  /** The original's container. */
  public void writeOriginal(OutputStream out, XorMask mask) throws IOException {
    out.write(Png.whiteCover());
    out.write(Cover.marker());
    writeJson(mask.mask(out));
  }

  /** Our container: the payload is made twice, first for its checksum. */
  public void writeCurrent(OutputStream out) throws IOException {
    Measured payload = measure(OutputStream.nullOutputStream());
    byte[] png = collage == null ? Png.whiteCover() : collage;
    out.write(png, 0, Png.IHDR_END);
    out.write(Png.chunk(Png.ITXT, Png.textContent(Cover.KEYWORD, declaration(payload))));
    out.write(png, Png.IHDR_END, png.length - Png.IHDR_END);
    out.write(Cover.marker());
    if (!measure(out).equals(payload)) {
      throw new IOException("an image of " + session.filename() + " changed while it was written");
    }
  }

  private record Measured(String sha256, long bytes) {}

  private Measured measure(OutputStream out) throws IOException {
    CountingOutputStream counted = new CountingOutputStream(out);
    DigestOutputStream digested = new DigestOutputStream(counted, Sha256.digest());
    writeJson(digested);
    String sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
    return new Measured(sha256, counted.count());
  }

  private byte[] declaration(Measured payload) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PythonJsonWriter json = new PythonJsonWriter(text);
    json.start('{');
    json.name("v");
    json.literal("2");
    PayloadWriter.texts(json, session.fields());
    json.name("image_count");
    json.literal(Integer.toString(session.fields().imageCount()));
    String createdAt = session.fields().createdAt();
    if (createdAt != null) {
      json.name("created_at");
      json.string(createdAt);
    }
    json.name("payload");
    json.start('{');
    json.name("alg");
    json.string(Declaration.PLAIN);
    json.name("sha256");
    json.string(payload.sha256());
    json.name("bytes");
    json.literal(Long.toString(payload.bytes()));
    json.end('}');
    json.end('}');
    json.flush();
    return text.toByteArray();
  }
}
