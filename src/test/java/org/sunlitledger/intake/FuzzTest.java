package org.sunlitledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.intake.delivery.DeliveryLines;
import org.sunlitledger.intake.delivery.FileParts;
import org.sunlitledger.intake.delivery.Openings;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.NamesInTitle;
import org.sunlitledger.intake.layout.column.RoundedNumbers;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.layout.header.Recogniser;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.intake.record.CellReader;
import org.sunlitledger.intake.record.Judged;
import org.sunlitledger.intake.record.LineJudge;
import org.sunlitledger.intake.record.MaskedCells;
import org.sunlitledger.intake.record.PersonalCells;
import org.sunlitledger.intake.source.DeliveredFile;
import org.sunlitledger.intake.source.LineSource;
import org.sunlitledger.quantity.digest.KeyedHash;
import org.sunlitledger.register.Registers;
import org.sunlitledger.sample.WorkbookDisguise;

/**
 * Damaged files, always the same ones. Each is imported or rejected with a finding, without any
 * other result, and no line is lost. {@code -Pfuzz} runs 20,000 of them, the normal tests a few
 * hundred.
 */
class FuzzTest {
  private static final int CASES = Integer.getInteger("sunlit.fuzz.cases", 400);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Registers registers = new Registers(new Definitions(Optional.empty()));
  private final Openings openings = new Openings(new HeaderFinder(new Recogniser(registers)));
  private final FileParts parts = new FileParts(openings);
  private final CellReader reader =
      new CellReader(new KeyedHash("fuzz"), 2020, RoundedNumbers.none());
  private final Path folder;

  FuzzTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A correct file, kept in the folder. Its ending shows its kind. */
  private record Seed(Path file) {
    String ending() {
      String name = file.toString();
      return name.substring(name.lastIndexOf('.'));
    }
  }

  @Test
  void everyFileIsTakenInOrRefused() throws IOException {
    run(seeds(), CASES);
  }

  /** The same number of files of the other kinds; fewer in the normal tests. */
  @Test
  void everyFileOfTheOtherKindsIsTakenInOrRefused() throws IOException {
    run(seedsOfOtherKinds(), CASES < 1000 ? CASES / 4 : CASES);
  }

  private void run(List<Seed> seeds, int cases) throws IOException {
    int taken = 0;
    int refused = 0;
    for (int i = 0; i < cases; i++) {
      Seed seed = seeds.get(i % seeds.size());
      Path file = folder.resolve("fuzz" + seed.ending());
      Files.write(file, new Mutation(i).of(seed.file()));
      long begun = System.nanoTime();
      try {
        if (isTakenIn(file)) {
          taken++;
        } else {
          refused++;
        }
      } catch (RuntimeException | AssertionError problem) {
        throw new AssertionError("case " + i, problem);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("case " + i).isLessThan(LIMIT);
    }
    assertThat(taken + refused).isEqualTo(cases);
    assertThat(taken).as("files that were still good").isGreaterThan(cases / 10);
    assertThat(refused).as("files that were refused").isGreaterThan(cases / 10);
  }

  private boolean isTakenIn(Path path) throws IOException {
    FileSurvey survey = FileSurvey.survey(path);
    boolean taken = false;
    try (DeliveredFile file = DeliveredFile.of(path, survey)) {
      for (FileParts.FilePart part : parts.find(file, "fuzz", survey)) {
        assertThat(part.header().isPresent()).isNotEqualTo(part.fault().isPresent());
        taken |= part.header().isPresent() && isRead(file, part);
      }
    }
    return taken;
  }

  private boolean isRead(DeliveredFile file, FileParts.FilePart part) throws IOException {
    Openings.OpenedDelivery opened;
    try {
      opened = openings.open(file, "fuzz", part.sheet());
    } catch (FileFault refused) {
      return false;
    }
    try (LineSource source = opened.source()) {
      DeliveryLines lines = opened.lines();
      int last = opened.header().line();
      for (Optional<SourceLine> line = lines.next(); line.isPresent(); line = lines.next()) {
        PersonalCells personal =
            new PersonalCells(
                lines.header().header(), lines.header().titles(), 2020, new NamesInTitle(""));
        LineJudge judge =
            new LineJudge(
                lines.header(),
                cells -> cells,
                reader,
                personal,
                new MaskedCells(lines.header().header(), false),
                false,
                2020);
        Judged judged = judge.judge(line.get());
        assertThat(judged.line()).isGreaterThan(last);
        last = judged.line();
        assertThat(judged.isRecord()).isEqualTo(!judged.values().isEmpty());
        assertThat(judged.isRecord()).isEqualTo(judged.rejected().findings().isEmpty());
      }
      return source.bytesRead() >= 0;
    } catch (FileFault refused) {
      assertThat(refused.finding().rule().isAboutFiles()).isTrue();
      return false;
    }
  }

  private List<Seed> seeds() throws IOException {
    List<Seed> seeds = new ArrayList<>();
    WorkbookDisguise workbooks = new WorkbookDisguise(registers);
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/small-county/2020"))) {
      for (Path file : files.sorted().toList()) {
        byte[] csv = Files.readAllBytes(file);
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        workbooks.write(file, workbook, 0);
        String name = String.valueOf(file.getFileName());
        String text = new String(csv, StandardCharsets.UTF_8);
        seeds.add(seed(name, csv));
        seeds.add(seed(name + ".xlsx", workbook.toByteArray()));
        seeds.add(seed("gb-" + name, text.getBytes(Charset.forName("GB18030"))));
      }
    }
    return seeds;
  }

  private List<Seed> seedsOfOtherKinds() throws IOException {
    List<Seed> seeds = new ArrayList<>();
    WorkbookDisguise workbooks = new WorkbookDisguise(registers);
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/small-county/2020"))) {
      for (Path file : files.sorted().toList()) {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        workbooks.write(file, workbook, 0);
        String name = String.valueOf(file.getFileName());
        String text = Files.readString(file);
        seeds.add(seed(name + ".xls", BinaryCopy.of(workbook.toByteArray())));
        seeds.add(seed(name + ".xlsm", workbook.toByteArray()));
        seeds.add(seed(name + ".tsv", text.replace(',', '\t').getBytes(StandardCharsets.UTF_8)));
      }
    }
    return seeds;
  }

  private Seed seed(String name, byte[] bytes) throws IOException {
    return new Seed(Files.write(folder.resolve(name), bytes));
  }
}
