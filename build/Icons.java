import io.fastshot.client.ui.look.AppIcon;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Writes the program's icon as files, from the one drawing that its windows have: {@code java -cp
 * CLASSES Icons.java FOLDER}. {@code fastshot.png} is for Linux, {@code fastshot.ico} for Windows,
 * {@code fastshot.icns} for macOS. The same bytes each time.
 */
final class Icons {
  private static final int LARGE = 256;

  /** The kinds of an {@code icns} that hold a PNG, and its pixels. */
  private static final Map<String, Integer> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("icp4", 16);
    KINDS.put("icp5", 32);
    KINDS.put("icp6", 64);
    KINDS.put("ic07", 128);
    KINDS.put("ic08", 256);
    KINDS.put("ic09", 512);
    KINDS.put("ic10", 1024);
    KINDS.put("ic11", 32); // 16 points of twice the pixels, and so on
    KINDS.put("ic12", 64);
    KINDS.put("ic13", 256);
    KINDS.put("ic14", 512);
  }

  private Icons() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Files.write(folder.resolve("fastshot.png"), png(512));
    Files.write(folder.resolve("fastshot.ico"), ico(16, 24, 32, 48, 64, LARGE));
    Files.write(folder.resolve("fastshot.icns"), icns());
  }

  private static byte[] png(int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(AppIcon.image(size), "png", bytes)) {
      throw new IOException("no writer of PNG in this JDK");
    }
    return bytes.toByteArray();
  }

  /** A head, an entry for each size, the pictures. */
  private static byte[] ico(int... sizes) throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    for (int size : sizes) {
      pictures.add(size >= LARGE ? png(size) : bitmap(AppIcon.image(size)));
    }
    int offset = 6 + 16 * sizes.length;
    ByteBuffer file =
        ByteBuffer.allocate(offset + pictures.stream().mapToInt(p -> p.length).sum())
            .order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
    for (int i = 0; i < sizes.length; i++) {
      byte size = (byte) (sizes[i] % LARGE); // 256 is written as 0
      file.put(size).put(size).put((byte) 0).put((byte) 0);
      file.putShort((short) 1).putShort((short) 32);
      file.putInt(pictures.get(i).length).putInt(offset);
      offset += pictures.get(i).length;
    }
    pictures.forEach(file::put);
    return file.array();
  }

  /** {@code BITMAPINFOHEADER}, the colors from the last row on, and a mask that hides nothing. */
  private static byte[] bitmap(BufferedImage image) {
    int size = image.getWidth();
    int maskRow = (size + 31) / 32 * 4;
    ByteBuffer bytes =
        ByteBuffer.allocate(40 + size * size * 4 + maskRow * size).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(40).putInt(size).putInt(size * 2); // twice: colors and mask
    bytes.putShort((short) 1).putShort((short) 32);
    bytes.position(40);
    for (int y = size - 1; y >= 0; y--) {
      for (int x = 0; x < size; x++) {
        bytes.putInt(image.getRGB(x, y));
      }
    }
    return bytes.array();
  }

  private static byte[] icns() throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    for (Map.Entry<String, Integer> kind : KINDS.entrySet()) {
      parts.write(part(kind.getKey(), png(kind.getValue())));
    }
    return part("icns", parts.toByteArray());
  }

  /** Four letters, the length of all, the content; numbers begin with the highest byte. */
  private static byte[] part(String kind, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .put(kind.getBytes(StandardCharsets.US_ASCII))
        .putInt(8 + content.length)
        .put(content)
        .array();
  }
}
