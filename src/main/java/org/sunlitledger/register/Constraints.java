package org.sunlitledger.register;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The constraints on a value, as in Frictionless Table Schema.
 *
 * @param form pattern of a text
 * @param signed whether a value may be negative; minimum and maximum then limit its absolute value
 * @param minimum in yuan for amounts
 * @param maximum in yuan for amounts
 * @param maxLength in characters
 */
public record Constraints(
    boolean required,
    Optional<Form> form,
    List<String> values,
    boolean signed,
    Optional<BigDecimal> minimum,
    Optional<BigDecimal> maximum,
    int maxLength) {

  /** Whether a number is within minimum and maximum. */
  public boolean allow(BigDecimal number) {
    BigDecimal size = signed ? number.abs() : number;
    return minimum.map(least -> size.compareTo(least) >= 0).orElse(true)
        && maximum.map(most -> size.compareTo(most) <= 0).orElse(true);
  }

  /**
   * The pattern of a text.
   *
   * @param example a text that matches, for people who do not read patterns
   */
  public record Form(Pattern pattern, String example) {
    public boolean fits(String text) {
      return pattern.matcher(text).matches();
    }
  }
}
