package org.sunlitledger.intake;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file's place in the inbox says: its own name, the name by which a corrected file finds its
 * predecessor, the office that hands it in, and the year it is for.
 *
 * @param original the name without what marks a correction; the name itself when nothing does
 * @param edition 0 for the original, else which correction of it, as far as the name tells
 */
record DeliveryName(String name, String original, int edition, String office) {
  /** An original before its corrections, these in their order; others by their names. */
  static final Comparator<DeliveryName> ORDER =
      Comparator.comparing(DeliveryName::original)
          .thenComparing(DeliveryName::edition)
          .thenComparing(DeliveryName::name);

  /** 补贴(修正).csv, 补贴_更正.csv, 补贴-v2.csv and 补贴 (2).csv all correct 补贴.csv. */
  private static final Pattern CORRECTION =
      Pattern.compile(
          "(?:[ _-]*[（(](?:修正|更正|修改|重报|第?\\d{1,2}[版次]?)版?[）)]"
              + "|[ _-]+(?:修正|更正|修改|重报|corrected|v\\d{1,2})版?)+$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** A year, but not that of a school term: 2019年秋季学期. */
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d|年[春秋])");

  static DeliveryName of(Path inbox, Path file) {
    return ofPath(FilePath.shown(inbox, file));
  }

  /**
   * The name of a file that is in no inbox: its path, so that files of two folders are told apart.
   */
  static DeliveryName ofNamed(Path file) {
    String here = FilePath.shown(Path.of("")) + "/";
    String whole = FilePath.shown(file);
    DeliveryName name = ofPath(whole.startsWith(here) ? whole.substring(here.length()) : whole);
    return new DeliveryName(name.name, name.original, name.edition, "");
  }

  private static DeliveryName ofPath(String relative) {
    String path = Normalizer.normalize(relative, Normalizer.Form.NFC).replace('\\', '/');
    int dot = ending(path);
    Matcher correction = CORRECTION.matcher(path.substring(0, dot));
    String stem = path.substring(0, dot);
    int edition = 0;
    if (correction.find()) {
      stem = stem.substring(0, correction.start());
      edition = edition(correction.group());
    }
    String office = path.substring(0, Math.max(0, path.indexOf('/')));
    return new DeliveryName(path, stem + path.substring(dot), edition, office);
  }

  /** Marks without a number are the first correction. */
  private static int edition(String marks) {
    return NUMBER
        .matcher(marks)
        .results()
        .mapToInt(number -> Integer.parseInt(number.group()))
        .max()
        .orElse(1);
  }

  /** The same for one sheet of several. */
  DeliveryName of(String sheet) {
    return new DeliveryName(name + "#" + sheet, original + "#" + sheet, edition, office);
  }

  /** The original without the ending that says what kind of file it is. */
  String stem() {
    return original.substring(0, ending(original));
  }

  /** Where the ending begins; there may be none. */
  private static int ending(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? dot : path.length();
  }

  /** The last year that the name tells of, else the run's. */
  int year(int run) {
    Matcher year = YEAR.matcher(original);
    int found = run;
    while (year.find()) {
      found = Integer.parseInt(year.group(1));
    }
    return found;
  }
}
