package org.sunlitledger.register;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a value must keep to, as in Frictionless Table Schema.
 *
 * @param form how a text is written
 * @param minimum in yuan for amounts
 * @param maximum in yuan for amounts
 * @param maxLength in characters
 */
public record Constraints(
    boolean required,
    Optional<Form> form,
    List<String> values,
    Optional<BigDecimal> minimum,
    Optional<BigDecimal> maximum,
    int maxLength) {

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
