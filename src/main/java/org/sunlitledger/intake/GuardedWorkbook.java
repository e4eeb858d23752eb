package org.sunlitledger.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** A workbook that has passed the guard, opened with the library. */
final class GuardedWorkbook implements Closeable {
  private final ReadableWorkbook reader;
  private final Optional<Path> copy;

  private GuardedWorkbook(ReadableWorkbook reader, Optional<Path> copy) {
    this.reader = reader;
    this.copy = copy;
  }

  /**
   * Where formulas are shared by many cells the library would work each of them out, slowly and not
   * always rightly (it fails on functions such as DAYS360). Their values are all that is wanted, so
   * it is given a copy without them.
   */
  static GuardedWorkbook open(Path file) throws FileFault, IOException {
    WorkbookGuard.Passed passed = WorkbookGuard.check(file);
    Optional<Path> copy =
        passed.spreadFormulas() ? Optional.of(FormulaFreeCopy.of(file)) : Optional.empty();
    try {
      ReadableWorkbook reader =
          new ReadableWorkbook(
              copy.orElse(file).toFile(), new ReadingOptions(passed.styled(), true));
      GuardedWorkbook workbook = new GuardedWorkbook(reader, copy);
      if (reader.getSheets().findAny().isEmpty()) {
        workbook.close();
        throw WorkbookFaults.broken("0", "sheet");
      }
      return workbook;
    } catch (RuntimeException problem) {
      delete(copy);
      throw fault(problem, 0);
    } catch (IOException problem) {
      delete(copy);
      // Wrongly formed XML comes as this, too; the guard has read every byte, so it is not the
      // disk.
      throw fault(new UncheckedIOException(problem), 0);
    }
  }

  ReadableWorkbook reader() {
    return reader;
  }

  /** What the library fails with is about the file. */
  static FileFault fault(RuntimeException problem, int line) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage()).replaceAll("\\s+", " ");
    return WorkbookFaults.broken(WorkbookPartBounds.clip(message), "Office Open XML", line);
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } finally {
      delete(copy);
    }
  }

  private static void delete(Optional<Path> copy) throws IOException {
    if (copy.isPresent()) {
      Files.deleteIfExists(copy.get());
    }
  }
}
