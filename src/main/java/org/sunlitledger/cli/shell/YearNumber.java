package org.sunlitledger.cli.shell;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a year that a register may be of. */
public final class YearNumber implements ITypeConverter<Integer> {
  private static final int FIRST = 2000;
  private static final int LAST = 2099;

  @Override
  public Integer convert(String text) {
    if (text.matches("[0-9]{4}")) {
      int year = Integer.parseInt(text);
      if (year >= FIRST && year <= LAST) {
        return year;
      }
    }
    throw new TypeConversionException(
        "a year from %1$d to %2$d, not '%3$s' / 应为 %1$d 至 %2$d 的年份".formatted(FIRST, LAST, text));
  }
}
