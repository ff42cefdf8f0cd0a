package io.fastshot.badfiles;

import static io.fastshot.badfiles.Bytes.join;
import static io.fastshot.badfiles.Bytes.utf8;

import io.fastshot.badfiles.BadFile.Expected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of other kinds saved as sessions, and files that are two kinds at once. */
final class ForeignFiles {
  private ForeignFiles() {}

  static List<BadFile> files() {
    BadFileList list = new BadFileList("foreign");
    Map<String, byte[]> files = new LinkedHashMap<>();
    nothing(files);
    texts(files);
    binaries(files);
    files.forEach((name, bytes) -> {
      list.add(name, Expected.REFUSED, () -> bytes);
      list.addClear(name + ", no key", Expected.REFUSED, () -> bytes);
    });
    byte[] cloud = Document.small().cloud(BadFile.KEY);
    list.add(
        "a session and a ZIP behind it", Expected.REFUSED_AS_A_WHOLE, () -> join(cloud, zip()));
    list.add("a JPEG and a session behind it", Expected.REFUSED, () -> join(jpeg(), cloud));
    list.add("a ZIP and a session behind it", Expected.REFUSED, () -> join(zip(), cloud));
    list.add("a session in gzip", Expected.REFUSED, () -> gzip(cloud));
    list.add("half a session in gzip", Expected.REFUSED, () -> Bytes.cut(gzip(cloud), 500));
    byte[] json = utf8(Document.small().json());
    list.addClear("JSON in gzip", Expected.REFUSED, () -> gzip(json));
    list.addClear("JSON in zlib", Expected.REFUSED, () -> Bytes.deflated(json));
    list.addClear("JSON in base64", Expected.REFUSED, () -> utf8(Bytes.base64(json)));
    list.add("payload in gzip", Expected.REFUSED, () -> Document.cloud(gzip(json), BadFile.KEY));
    list.add(
        "payload in zlib",
        Expected.REFUSED,
        () -> Document.cloud(Bytes.deflated(json), BadFile.KEY));
    list.add(
        "payload in base64",
        Expected.REFUSED,
        () -> Document.cloud(utf8(Bytes.base64(json)), BadFile.KEY));
    list.add(
        "current, payload in gzip",
        Expected.REFUSED_AS_A_WHOLE,
        () -> CurrentFile.sound().withPayload(gzip(json)).bytes());
    return list.files();
  }

  private static void nothing(Map<String, byte[]> files) {
    files.put("nothing", new byte[0]);
    for (int value : new int[] {0, ' ', '"', '[', '{', 0x89, 0xFF}) {
      files.put("one byte " + value, new byte[] {(byte) value});
    }
    files.put("a thousand zeros", new byte[1000]);
    files.put("300,000 zeros", new byte[300_000]);
    files.put("a thousand 0xFF", Bytes.repeat(0xFF, 1000));
    files.put("300,000 0xFF", Bytes.repeat(0xFF, 300_000));
    files.put("a thousand spaces", Bytes.repeat(' ', 1000));
    files.put("300,000 line breaks", Bytes.repeat('\n', 300_000));
    files.put("300,000 braces", Bytes.repeat('{', 300_000));
    files.put("300,000 quotes", Bytes.repeat('"', 300_000));
    files.put("noise", Bytes.noise(3, 5_000));
    files.put("much noise", Bytes.noise(4, 300_000));
  }

  private static void texts(Map<String, byte[]> files) {
    files.put("text", utf8("Dear diary, this is no session.\n".repeat(30)));
    files.put(
        "an error page",
        utf8("<!DOCTYPE html>\n<html><body><h1>502 Bad Gateway</h1></body></html>"));
    files.put(
        "an answer of S3", utf8("<?xml version=\"1.0\"?><Error><Code>SlowDown</Code></Error>"));
    files.put("an array", utf8("[1, 2, 3]"));
    files.put("a number", utf8("42"));
    files.put("null", utf8("null"));
    files.put("an empty object", utf8("{}"));
    files.put("a package.json", utf8("{\"name\": \"left-pad\", \"version\": \"1.0.0\"}"));
    files.put("an overall index", utf8("{\"format\": 2, \"rev\": 1, \"sessions\": []}"));
    files.put("lines of JSON", utf8("{\"a\": 1}\n{\"b\": 2}\n"));
    files.put("a Python pickle as text", utf8("(dp0\nVsession\np1\n(dp2\ns."));
    files.put("a shell script", utf8("#!/bin/sh\nrm -rf /\n"));
  }

  private static void binaries(Map<String, byte[]> files) {
    files.put("a JPEG", jpeg());
    files.put("a ZIP", zip());
    files.put("a PNG", Bytes.png(100, 100));
    files.put("a PDF", utf8("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF"));
    files.put("an executable", join(utf8("\177ELF\2\1\1"), new byte[200]));
    files.put("a class file", HexFormat.of().parseHex("cafebabe00000045"));
    files.put(
        "a pickle of protocol 4",
        HexFormat.of().parseHex("80049512000000000000007d948c0773657373696f6e947d94732e"));
    files.put(
        "a pickle of protocol 2",
        HexFormat.of().parseHex("80027d71005807000000736573696f6e7101732e"));
    files.put("a tar", join(utf8("session.json"), new byte[500], utf8("ustar"), new byte[507]));
    files.put("a video", join(Bytes.number(24), utf8("ftypisom"), new byte[500]));
    files.put("gzip of nothing", gzip(new byte[0]));
  }

  static byte[] jpeg() {
    return join(
        HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000"),
        Bytes.noise(5, 400),
        HexFormat.of().parseHex("ffd9"));
  }

  private static byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      ZipEntry entry = new ZipEntry("session.json");
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write(utf8("{}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
