package org.sunlitledger.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * The treasury's ledgers of the sample year: one that agrees, and one with discrepancies of every
 * kind that a ledger can carry; beside it deliveries of other years for the kinds that it cannot.
 * Run it to write the files anew.
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
    PlantedYears years = new PlantedYears(year);
    years.write(folder.resolve("planted"));
    try {
      Files.write(folder.resolve("planted/expected.tsv"), planted.expected());
      Files.write(folder.resolve("planted/expected-across-years.tsv"), years.expected());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
