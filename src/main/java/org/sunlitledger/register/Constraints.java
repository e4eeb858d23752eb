package org.sunlitledger.register;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a value must keep to, as in Frictionless Table Schema.
 *
 * @param form how a text is written
 * @param signed whether a value may be negative; minimum and maximum are then for its size
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

  /** Whether a number is neither too small nor too large. */
  public boolean allow(BigDecimal number) {
    BigDecimal size = signed ? number.abs() : number;
    return minimum.map(least -> size.compareTo(least) >= 0).orElse(true)
        && maximum.map(most -> size.compareTo(most) <= 0).orElse(true);
  }

  /**
   * How a text is written.
   *
   * @param example one that fits, for people who read no patterns
   */
  public record Form(Pattern pattern, String example) {
    public boolean fits(String text) {
      return pattern.matcher(text).matches();
    }
  }
}
