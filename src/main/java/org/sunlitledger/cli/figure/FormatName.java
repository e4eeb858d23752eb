package org.sunlitledger.cli.figure;

import java.util.Locale;
import org.sunlitledger.report.Format;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads docx, html or txt. */
final class FormatName implements ITypeConverter<Format> {
  @Override
  public Format convert(String text) {
    try {
      return Format.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new TypeConversionException("docx, html or txt, not '" + text + "'");
    }
  }
}
