package org.sunlitledger.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.sunlitledger.intake.file.FileKind;

/** Damages a file at random places, or inserts text that offices and attackers use. */
final class Mutation {
  private static final List<String> TOKENS =
      List.of(
          ",",
          "\"",
          "\n",
          "\r\n",
          "\r",
          ";",
          "\t",
          "\ufeff",
          "\0",
          "合计",
          "小计",
          "合计,,,,,0.01",
          "1e9999",
          "99999999999999999999",
          "-0",
          "=1+1",
          "単位：万元",
          "单位：万元",
          "补正批次 1",
          "2020-02-30",
          "<!DOCTYPE x>",
          "<row r=\"9999999999\">",
          "</c>",
          "<v>",
          "&lt;",
          "&#0;",
          "r=\"ZZZ1\"",
          "t=\"s\"",
          "\u0000\u0001",
          "𠮷",
          "。",
          "（万元）",
          "\"\"\"\"",
          ",,,,,,,,,,,,,,,,,,,,,,,,");

  private final Random random;

  Mutation(long seed) {
    random = new Random(seed);
  }

  /** A damaged copy. For a workbook, either the zip file or one of its parts is damaged. */
  byte[] of(Path file) throws IOException {
    FileKind kind = FileKind.detect(file);
    if (kind == FileKind.BINARY_WORKBOOK && random.nextInt(4) > 0) {
      return ofRecords(file);
    }
    if (kind != FileKind.WORKBOOK || random.nextInt(4) == 0) {
      return damaged(Files.readAllBytes(file));
    }
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    List<String> names = new ArrayList<>(parts.keySet());
    String chosen = names.get(random.nextInt(names.size()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getKey().equals(chosen) ? damaged(part.getValue()) : part.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** A binary workbook in which some records are damaged, missing or repeated. */
  private byte[] ofRecords(Path file) throws IOException {
    byte[] bytes;
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      bytes = container.createDocumentInputStream("Workbook").readAllBytes();
    }
    List<byte[]> records = new ArrayList<>();
    for (int at = 0; at + 4 <= bytes.length; ) {
      int length = 4 + (bytes[at + 2] & 0xff) + ((bytes[at + 3] & 0xff) << 8);
      records.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + length)));
      at += length;
    }
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(records.size());
      byte[] record = records.get(at).clone();
      switch (random.nextInt(6)) {
        case 0 -> records.remove(at);
        case 1 -> records.add(random.nextInt(records.size()), record);
        case 2 -> records.set(at, damaged(record));
        default -> {
          if (record.length <= 4) {
            continue;
          }
          int glyph = random.nextInt(4) == 0 ? 0 : 4;
          record[glyph + random.nextInt(record.length - glyph)] = (byte) random.nextInt();
          records.set(at, record);
        }
      }
    }
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    records.forEach(stream::writeBytes);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.createDocument(new ByteArrayInputStream(stream.toByteArray()), "Workbook");
      container.writeFilesystem(whole);
    }
    return whole.toByteArray();
  }

  private byte[] damaged(byte[] file) {
    byte[] bytes = file;
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
      int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> spliced(bytes, at, 0, token());
            case 1 -> spliced(bytes, at, length, token());
            case 2 -> spliced(bytes, at, length, new byte[0]);
            case 3 -> spliced(bytes, at, Math.min(1, length), new byte[] {(byte) random.nextInt()});
            case 4 -> spliced(bytes, at, bytes.length - at, new byte[0]);
            default -> spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
          };
    }
    return bytes;
  }

  private byte[] token() {
    return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] spliced(byte[] bytes, int at, int drop, byte[] more) {
    ByteArrayOutputStream spliced = new ByteArrayOutputStream();
    spliced.write(bytes, 0, at);
    spliced.writeBytes(more);
    spliced.write(bytes, at + drop, bytes.length - at - drop);
    return spliced.toByteArray();
  }
}
