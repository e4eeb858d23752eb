package org.sunlitledger.cli.reconcile;

import java.util.Arrays;
import org.sunlitledger.reconcile.discrepancy.Resolution;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads explained, corrected or waived. */
final class ResolutionName implements ITypeConverter<Resolution> {
  @Override
  public Resolution convert(String text) {
    return Arrays.stream(Resolution.values())
        .filter(resolution -> resolution.code().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException("explained, corrected or waived, not '" + text + "'"));
  }
}
