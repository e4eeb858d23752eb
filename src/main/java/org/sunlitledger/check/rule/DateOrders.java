package org.sunlitledger.check.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sunlitledger.check.rule.Check.Stage;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.DateOrder;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/** The rules that follow from orders of dates. A line that lacks one of the dates breaks none. */
final class DateOrders {
  private DateOrders() {}

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
        SqlName.checked(earlier.column()),
        isBroken(order));
  }

  private static String isBroken(DateOrder order) {
    return "%s %s %s"
        .formatted(
            SqlName.checked(order.later().column()),
            order.allowsSameDay() ? "<" : "<=",
            SqlName.checked(order.earlier().column()));
  }

  /** As within a sentence. */
  private static String within(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
