package org.sunlitledger.sample;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** The sample year 2020, which adds up to the published figures. Run it to write the files anew. */
final class SampleYear {
  static final int YEAR = 2020;
  static final long SEED = 640502;

  private SampleYear() {}

  public static void main(String[] arguments) {
    write(Path.of("sample-data/" + YEAR));
  }

  static void write(Path folder) {
    Random random = new Random(SEED);
    List<Household> households = Household.all(random);
    new ProjectSample(random).write(folder, YEAR);
    new SubsidySample(households, random).write(folder, YEAR);
    new MicroloanSample(households, random).write(folder, YEAR);
    new PeopleSample(households, random).write(folder, YEAR);
    new MoneySample(households, random).write(folder, YEAR);
    new DisclosureSample().write(folder, YEAR);
  }
}
