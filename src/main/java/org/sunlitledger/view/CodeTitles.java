package org.sunlitledger.view;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.sunlitledger.register.Registers;
import org.sunlitledger.register.Role;
import org.sunlitledger.register.code.CodeList;
import org.sunlitledger.rollup.Dimension;

/** The Chinese names of the codes in a breakdown. */
@Component
public final class CodeTitles {
  private static final int MONTHS = 12;

  private final Registers registers;

  CodeTitles(Registers registers) {
    this.registers = registers;
  }

  public String title(Dimension dimension, String code, int year) {
    return listed(dimension, year)
        .filter(known -> known.code().equals(code))
        .map(CodeList.ListedCode::title)
        .findFirst()
        .orElse("");
  }

  /** The codes of a year; the months by their numbers. */
  public List<String> codes(Dimension dimension, int year) {
    return dimension == Dimension.MONTH
        ? IntStream.rangeClosed(1, MONTHS).mapToObj(String::valueOf).toList()
        : listed(dimension, year).map(CodeList.ListedCode::code).toList();
  }

  private Stream<CodeList.ListedCode> listed(Dimension dimension, int year) {
    String list =
        switch (dimension) {
          case TOWNSHIP -> Role.TOWNSHIP.codes().orElseThrow();
          case SOURCE -> Role.SOURCE.codes().orElseThrow();
          case MONTH -> "";
        };
    return registers.codeLists().find(list).stream()
        .flatMap(codes -> codes.codes().stream())
        .filter(known -> known.years().contains(year));
  }
}
