package org.sunlitledger.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes all hostile files into the folders 1, 2 and 3 of a folder, plants people who must be
 * found, and lists in people.tsv which people must be found and which must not. {@code HostileSet
 * FOLDER COUNT SAMPLE}
 */
final class HostileSet {
  private HostileSet() {}

  public static void main(String... arguments) throws IOException {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    int count = Integer.parseInt(arguments[1]);
    HostileFolder inTurns =
        new HostileFolder(folder.resolve("1"), folder.resolve("2"), folder.resolve("3"));
    People people = new People();
    new MoreHostileFiles(people, inTurns).deliver();
    new HostileWorkbooks(people, inTurns).deliver();
    new HostileFiles(people, inTurns).deliver(Math.max(count, inTurns.files() + 1));
    ledger(
        folder,
        Path.of(arguments[2]).resolveSibling("2020-year-end/agreeing/treasury.csv"),
        people);
    List<String> lines = new ArrayList<>();
    people.all().forEach(who -> lines.add(line(who, "hostile")));
    try (Stream<Path> sample = Files.list(Path.of(arguments[2]))) {
      for (Path file : sample.sorted().toList()) {
        sample(file).forEach(who -> lines.add(line(who, "sample")));
      }
    }
    People planted = new People();
    people.all().forEach(who -> planted.next());
    int before = planted.all().size();
    Planted.in(folder.resolve("planted"), planted);
    List<Person> there = planted.all().subList(before, planted.all().size());
    there.subList(0, there.size() - 1).forEach(who -> lines.add(line(who, "planted")));
    // the row is deleted again, so it remains only on the disk
    lines.add(line(there.get(there.size() - 1), "deleted"));
    Files.write(folder.resolve("people.tsv"), lines.stream().distinct().toList());
    System.out.println(inTurns.files() + " hostile files of " + people.all().size() + " people");
  }

  /** The treasury's ledger with people in its texts, in a key, in a header and in its name. */
  private static void ledger(Path folder, Path agreeing, People people) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(agreeing));
    Person first = people.next();
    lines.set(0, lines.get(0) + ",经办人," + first.name());
    for (int i = 1; i < lines.size(); i++) {
      lines.set(i, lines.get(i) + ",,");
    }
    String code = "2130505,,中央,,";
    for (String entry :
        List.of(
            "ZF90001,2020-03-05,某某合作社,N领取 I," + code + ",100,N,",
            "ZF90002,2020-03-05,N,代发 H," + code + ",200,N,1",
            "I,2020-03-05,某某公司,货款," + code + ",300,N,",
            "ZF90004,2020-03-05,某某公司,O," + code + "I,400,N,",
            "ZF90005,2020-03-05,某某村委会,S签字,2130505,,中央,F,,500,N,")) {
      lines.add(HostileText.filled(entry, people.next(), 0));
    }
    String text = String.join("\n", lines) + "\n";
    new HostileFolder(folder.resolve("ledger"))
        .put(first.name() + "经办的国库台账2020.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String line(Person who, String kind) {
    return "%s\t%s\t%s".formatted(who.name(), who.number(), kind);
  }

  /** The people in the sample year: each number has its name before it. */
  private static List<Person> sample(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> titles = List.of(lines.get(0).split(",", -1));
    int number =
        IntStream.range(0, titles.size())
            .filter(i -> titles.get(i).endsWith("身份证号"))
            .max()
            .orElse(-1);
    List<Person> people = new ArrayList<>();
    for (String line : number < 1 ? List.<String>of() : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      people.add(new Person(cells[number - 1], cells[number]));
    }
    return people;
  }
}
