package org.sunlitledger.cli.shell;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads zh or en. */
final class LanguageName implements ITypeConverter<String> {
  @Override
  public String convert(String text) {
    if (text.equals("zh") || text.equals("en")) {
      return text;
    }
    throw new TypeConversionException("zh or en, not '%s' / 应为 zh 或 en".formatted(text));
  }
}
