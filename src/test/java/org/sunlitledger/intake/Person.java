package org.sunlitledger.intake;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A person whose name and ID number must not be found, and their written forms. */
record Person(String name, String number) {
  private static final int AREA = 6;
  private static final int BIRTH = 14;

  /** The value for a letter that is alone in a cell or a sentence; empty if there is none. */
  String written(char letter) {
    return switch (letter) {
      case 'N' -> name;
      case 'S' -> spread(name, " ");
      case 'T' -> spread(name, "\u3000");
      case 'I' -> number;
      case 'F' -> wide(number);
      case 'B' -> apart(" ");
      case 'H' -> apart("-");
      case 'D' -> number.substring(0, 9) + "\u3000" + number.substring(9);
      case 'J' -> spread(number, " ");
      case 'K' -> "（身份证" + number + "）";
      case 'O' -> old();
      case 'U' -> wide(old());
      case 'L' -> number.substring(0, 17);
      case 'Q' -> without(3);
      case 'R' -> without(15);
      case 'M' -> number + "7";
      case 'P' -> tooMany();
      case 'X' -> "no" + number.toLowerCase(Locale.ROOT) + "x";
      case 'G' -> "'" + number;
      default -> "";
    };
  }

  private String apart(String sign) {
    return number.substring(0, AREA)
        + sign
        + number.substring(AREA, BIRTH)
        + sign
        + number.substring(BIRTH);
  }

  /** The form until 1999: without a century and a check character. */
  private String old() {
    boolean hadOne = number.startsWith("19", AREA);
    return !hadOne ? number : number.substring(0, AREA) + number.substring(AREA + 2, 17);
  }

  private String tooMany() {
    return number.substring(0, 9) + "7" + number.substring(9);
  }

  private String without(int digit) {
    return number.substring(0, digit) + number.substring(digit + 1);
  }

  /** The digits of the number in all its written forms, each at least 15. */
  List<String> digits() {
    return Stream.concat(
            Stream.of(number.substring(0, 17), old(), tooMany()),
            IntStream.range(0, 17).mapToObj(this::without))
        .map(written -> written.replaceAll("\\D", ""))
        .toList();
  }

  /** Birth, sequence and check: the number without its region. */
  String tail() {
    return number.substring(AREA);
  }

  private static String spread(String text, String between) {
    return text.codePoints().mapToObj(Character::toString).collect(Collectors.joining(between));
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(glyph -> wide.append((char) (glyph + 0xFEE0)));
    return wide.toString();
  }
}
