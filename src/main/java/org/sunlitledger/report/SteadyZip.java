package org.sunlitledger.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** An Office file without the traces of when it was made: same content, same bytes. */
public final class SteadyZip {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final Pattern MODIFIED =
      Pattern.compile("(?<open><dcterms:(?:created|modified)[^>]*>)[^<]*<");

  private SteadyZip() {}

  /** The same file, entries in order and without the time. */
  public static byte[] of(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream input = new ZipInputStream(new ByteArrayInputStream(zip))) {
      ZipEntry entry;
      while ((entry = input.getNextEntry()) != null) {
        entries.put(entry.getName(), steady(entry.getName(), input.readAllBytes()));
      }
    }
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (ZipOutputStream steady = new ZipOutputStream(output)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry next = new ZipEntry(entry.getKey());
        next.setTimeLocal(EPOCH);
        steady.putNextEntry(next);
        steady.write(entry.getValue());
      }
    }
    return output.toByteArray();
  }

  private static byte[] steady(String name, byte[] content) {
    if (!name.equals("docProps/core.xml")) {
      return content;
    }
    String xml = new String(content, StandardCharsets.UTF_8);
    return MODIFIED
        .matcher(xml)
        .replaceAll("${open}1980-01-01T00:00:00Z<")
        .getBytes(StandardCharsets.UTF_8);
  }
}
