package org.sunlitledger.check.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sunlitledger.check.rule.Check.Stage;
import org.sunlitledger.definition.SqlFile;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.definition.Years;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;

/**
 * A rule that follows from what a register's file says. It is an error, and holds in every year.
 *
 * @param field whose value breaks it
 * @param counterpart the register without whose line a line waits; empty where it waits for none
 * @param words of the rule in the bundle {@code messages/rules}
 * @param chinese what the words are filled with, by name, and in English
 * @param expected of a line that breaks it, as SQL over the line
 * @param sql the condition that such a line meets, or the query for such lines
 */
record SchemaRule(
    String id,
    Register register,
    Field field,
    Stage stage,
    String counterpart,
    String words,
    Map<String, String> chinese,
    Map<String, String> english,
    String expected,
    String sql) {

  /** The same as a rule of sql/checks. */
  Check check() {
    Messages zh = Messages.chinese("rules");
    Messages en = Messages.english("rules");
    Map<String, Object> header = new LinkedHashMap<>();
    for (String part : List.of("title", "expects", "mend")) {
      header.put(
          part,
          Map.of(
              "zh", text(zh, part, chinese),
              "en", text(en, part, english)));
    }
    header.put("expected", expected);
    return new Check(
        id,
        register.name(),
        field.name(),
        "error",
        stage,
        !counterpart.isEmpty(),
        counterpart,
        List.of(),
        Map.of(),
        new Check.Given(List.of(), List.of()),
        Years.ALWAYS,
        new SqlFile(register.file(), id, YamlNode.made(register.file(), header), sql));
  }

  private String text(Messages messages, String part, Map<String, String> fills) {
    String text = messages.find(words + "." + part);
    for (Map.Entry<String, String> fill : fills.entrySet()) {
      text = text.replace("{" + fill.getKey() + "}", fill.getValue());
    }
    return text;
  }
}
