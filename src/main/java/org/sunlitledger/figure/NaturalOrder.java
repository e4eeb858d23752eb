package org.sunlitledger.figure;

import java.util.Comparator;

/** Text in the order of people: numbers within it by their value, 2号 before 40号. */
enum NaturalOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
        int endOne = endOfNumber(one, i);
        int endOther = endOfNumber(other, j);
        int compared = compareNumbers(one.substring(i, endOne), other.substring(j, endOther));
        if (compared != 0) {
          return compared;
        }
        i = endOne;
        j = endOther;
      } else if (one.charAt(i) != other.charAt(j)) {
        return Character.compare(one.charAt(i), other.charAt(j));
      } else {
        i++;
        j++;
      }
    }
    return Integer.compare(one.length() - i, other.length() - j);
  }

  /** Of two numbers without leading zeros the longer one is greater. */
  private static int compareNumbers(String one, String other) {
    String significant = withoutZeros(one);
    String otherSignificant = withoutZeros(other);
    return significant.length() == otherSignificant.length()
        ? significant.compareTo(otherSignificant)
        : Integer.compare(significant.length(), otherSignificant.length());
  }

  private static String withoutZeros(String number) {
    int start = 0;
    while (start < number.length() && number.charAt(start) == '0') {
      start++;
    }
    return number.substring(start);
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char glyph) {
    return glyph >= '0' && glyph <= '9';
  }
}
