package org.sunlitledger.register;

import java.math.BigDecimal;
import org.sunlitledger.definition.Years;

/** A number that rules hold records against, for some years. Amounts are in fen. */
public record Parameter(String name, String title, BigDecimal value, Years years) {}
