package org.sunlitledger.cli.shell;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of something that a list shows: a delivery, a run, a discrepancy. */
public final class ListedNumber implements ITypeConverter<Long> {
  @Override
  public Long convert(String text) {
    if (text.matches("[1-9][0-9]{0,17}")) {
      return Long.parseLong(text);
    }
    throw new TypeConversionException("a number from 1 on, not '%s' / 应为大于 0 的编号".formatted(text));
  }
}
