package org.sunlitledger.check.rule;

/** What a rule found or expected, as people read it. */
final class WrittenValue {
  private WrittenValue() {}

  /**
   * The text of a value of any type: a number without zeros at its end, and where it is fen in
   * yuan.
   *
   * @param value a column
   */
  static String of(String value, boolean fen) {
    return """
    case jsonb_typeof(to_jsonb(%1$s))
      when 'number' then trim_scale((to_jsonb(%1$s) #>> '{}')::numeric%2$s)::text
      else %1$s::text
    end\
    """
        .formatted(value, fen ? " / 100.0" : "");
  }
}
