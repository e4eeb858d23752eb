package org.sunlitledger.register;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a value must keep to, as in Frictionless Table Schema.
 *
 * @param minimum in yuan for amounts
 * @param maximum in yuan for amounts
 * @param maxLength in characters
 */
public record Constraints(
    boolean required,
    Optional<Pattern> pattern,
    List<String> values,
    Optional<BigDecimal> minimum,
    Optional<BigDecimal> maximum,
    int maxLength) {}
