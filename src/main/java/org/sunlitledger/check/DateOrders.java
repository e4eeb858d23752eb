package org.sunlitledger.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sunlitledger.check.Check.Stage;
import org.sunlitledger.database.SqlName;
import org.sunlitledger.register.DateOrder;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/** The rules that follow from orders of dates. A line that lacks one of the dates breaks none. */
final class DateOrders {
  private DateOrders() {}

  /**
   * What breaks an order, as expressions over a line.
   *
   * @param isBroken true for a line that breaks it
   */
  record Terms(String isBroken, String found, String expected) {
    static Terms of(DateOrder order) {
      String earlier = SqlName.of(order.earlier().column());
      String later = SqlName.of(order.later().column());
      return new Terms(later + (order.allowsSameDay() ? " < " : " <= ") + earlier, later, earlier);
    }
  }

  /** The rule of each order. */
  static List<SchemaRule> of(Registers registers) {
    List<SchemaRule> rules = new ArrayList<>();
    for (Register register : registers.all()) {
      for (DateOrder order : register.dateOrders()) {
        rules.add(rule(register, order));
      }
    }
    return rules;
  }

  private static SchemaRule rule(Register register, DateOrder order) {
    Field earlier = order.earlier();
    Field later = order.later();
    return new SchemaRule(
        order.rule(),
        register,
        later,
        Stage.LINE,
        "",
        order.allowsSameDay() ? "date-order" : "date-order-strict",
        Map.of("earlier", earlier.title(), "later", later.title()),
        Map.of("earlier", within(earlier.description()), "later", later.description()),
        query(register, Terms.of(order)));
  }

  private static String query(Register register, Terms terms) {
    return """
    select delivery_id, line, %s as found, %s as expected
    from %s
    where %s
    """
        .formatted(
            terms.found(),
            terms.expected(),
            SqlName.of(Candidates.view(register)),
            terms.isBroken());
  }

  /** As within a sentence. */
  private static String within(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
