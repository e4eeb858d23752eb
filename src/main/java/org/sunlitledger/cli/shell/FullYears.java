package org.sunlitledger.cli.shell;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of full years. */
public final class FullYears implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    if (text.matches("[0-9]{1,3}")) {
      return Integer.valueOf(text);
    }
    throw new TypeConversionException(
        "a number of years from 0 to 999, not '%1$s' / 应为 0 至 999 的年数，不是“%1$s”".formatted(text));
  }
}
