package org.sunlitledger.register.code;

import java.math.BigDecimal;
import org.sunlitledger.definition.Years;

/** A number with which rules compare records, for some years. Amounts are in fen. */
public record Parameter(String name, String title, BigDecimal value, Years years) {}
