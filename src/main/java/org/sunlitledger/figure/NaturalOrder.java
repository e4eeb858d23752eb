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
        int compared =
            new java.math.BigInteger(one.substring(i, endOne))
                .compareTo(new java.math.BigInteger(other.substring(j, endOther)));
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
