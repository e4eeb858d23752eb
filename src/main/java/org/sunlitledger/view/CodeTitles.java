package org.sunlitledger.view;

import org.springframework.stereotype.Component;
import org.sunlitledger.register.Registers;
import org.sunlitledger.register.Role;
import org.sunlitledger.register.code.CodeList;
import org.sunlitledger.rollup.Dimension;

/** The Chinese names of the codes in a breakdown. */
@Component
public final class CodeTitles {
  private final Registers registers;

  CodeTitles(Registers registers) {
    this.registers = registers;
  }

  public String title(Dimension dimension, String code, int year) {
    String list =
        switch (dimension) {
          case TOWNSHIP -> Role.TOWNSHIP.codes().orElseThrow();
          case SOURCE -> Role.SOURCE.codes().orElseThrow();
          case MONTH -> "";
        };
    return registers.codeLists().find(list).stream()
        .flatMap(codes -> codes.codes().stream())
        .filter(known -> known.code().equals(code) && known.years().contains(year))
        .map(CodeList.ListedCode::title)
        .findFirst()
        .orElse("");
  }
}
