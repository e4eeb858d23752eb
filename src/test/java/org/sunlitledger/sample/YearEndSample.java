package org.sunlitledger.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * The treasury's ledgers of the sample year: one that agrees, and one with discrepancies of every
 * kind. Run it to write the files anew.
 */
final class YearEndSample {
  static final Path FOLDER = Path.of("sample-data/2020-year-end");

  private YearEndSample() {}

  public static void main(String[] arguments) {
    write(Path.of("sample-data/2020"), FOLDER);
  }

  /** Writes them from the deliveries of the year. */
  static void write(Path year, Path folder) {
    List<Entry> entries = AgreeingLedger.of(year, SampleYear.YEAR, new Random(SampleYear.SEED));
    Entry.sheet(entries).write(folder.resolve("agreeing/treasury.csv"));
    PlantedLedger planted = new PlantedLedger(entries, new RecordLines(year));
    Entry.sheet(planted.entries()).write(folder.resolve("planted/treasury.csv"));
    try {
      Files.write(folder.resolve("planted/expected.tsv"), planted.expected());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
