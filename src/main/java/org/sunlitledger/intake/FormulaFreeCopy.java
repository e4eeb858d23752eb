package org.sunlitledger.intake;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Copies a workbook that has passed the guard without its formulas; their values stay. */
final class FormulaFreeCopy implements XmlPartScan.Events {
  private final OutputStream output;
  private int formulas;

  private FormulaFreeCopy(OutputStream output) {
    this.output = output;
  }

  /** The copy is a file of its own, readable by its owner only, which the caller deletes. */
  static Path of(Path file) throws FileFault, IOException {
    Path copy = Files.createTempFile("workbook", ".xlsx");
    try (ZipFile zip = ZipFile.builder().setPath(file).get();
        ZipOutputStream output =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(copy)))) {
      output.setLevel(Deflater.BEST_SPEED);
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        output.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream input = zip.getInputStream(entry)) {
          copy(input, output);
        }
        output.closeEntry();
      }
      return copy;
    } catch (FileFault | IOException | RuntimeException problem) {
      Files.deleteIfExists(copy);
      throw problem;
    }
  }

  private static void copy(InputStream input, OutputStream output) throws FileFault, IOException {
    OutputStream buffered = new BufferedOutputStream(output, 1 << 16);
    XmlPartScan scan = new XmlPartScan(new FormulaFreeCopy(buffered));
    byte[] block = new byte[1 << 16];
    int read = input.readNBytes(block, 0, block.length);
    if (!WorkbookGuard.looksLikeXml(block, read)) {
      output.write(block, 0, read);
      input.transferTo(output);
      return;
    }
    try {
      for (; read > 0; read = input.readNBytes(block, 0, block.length)) {
        scan.accept(block, read);
      }
    } catch (UncheckedIOException problem) {
      throw problem.getCause();
    }
    buffered.flush();
  }

  @Override
  public void text(byte glyph, boolean literal) {
    if (formulas > 0) {
      return;
    }
    if (literal && glyph == '<') {
      write("&lt;");
    } else if (literal && glyph == '&') {
      write("&amp;");
    } else {
      write(new byte[] {glyph}, 1);
    }
  }

  @Override
  public void tag(byte[] bytes, int length) {
    XmlTag tag = new XmlTag(bytes, length);
    boolean isFormula = tag.name().equals("f");
    if (isFormula && !tag.isAlone()) {
      formulas += tag.isEnd() ? -1 : 1;
    }
    if (!isFormula && formulas == 0) {
      write("<");
      write(bytes, length);
      write(">");
    }
  }

  private void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    write(bytes, bytes.length);
  }

  private void write(byte[] bytes, int length) {
    try {
      output.write(bytes, 0, length);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
