package org.sunlitledger.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** One delivery: a header and lines. */
final class Sheet {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private final List<List<String>> lines = new ArrayList<>();

  Sheet(String... titles) {
    lines.add(List.of(titles));
  }

  void add(Object... cells) {
    List<String> line = new ArrayList<>();
    for (Object cell : cells) {
      line.add(String.valueOf(cell));
    }
    lines.add(line);
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecords(lines);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
