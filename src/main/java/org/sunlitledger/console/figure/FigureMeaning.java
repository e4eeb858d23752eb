package org.sunlitledger.console.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;
import org.sunlitledger.register.Role;
import org.sunlitledger.rollup.LineSet;
import org.sunlitledger.rollup.Measure;
import org.sunlitledger.rollup.Subject;

/** In words what counts in a figure: the registers, the filter, the measure and the years. */
@Component
class FigureMeaning {
  private final Registers registers;

  FigureMeaning(Registers registers) {
    this.registers = registers;
  }

  /** What each set of lines is, by what is said about it. */
  List<Map<String, String>> of(Figure figure, List<LineSet> sets, Frame frame) {
    return sets.stream().map(set -> of(figure, set, frame)).toList();
  }

  /** The registers that a set of lines is from. */
  String registers(LineSet set, Frame frame) {
    return joined(
        set.measure().subject().registers().stream().map(name -> register(name, frame)), frame);
  }

  private Map<String, String> of(Figure figure, LineSet set, Frame frame) {
    Measure measure = set.measure();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("registers", registers(set, frame));
    facts.put(
        "filter",
        measure.where().isEmpty()
            ? frame.text("figure.filter.none")
            : measure.where().entrySet().stream()
                .map(one -> condition(measure.subject(), one.getKey(), one.getValue(), frame))
                .collect(Collectors.joining(frame.text("figure.and"))));
    facts.put("measure", measure(figure, measure, frame));
    facts.put("years", frame.text("figure.span." + measure.span(), String.valueOf(set.year())));
    return facts;
  }

  private String measure(Figure figure, Measure measure, Frame frame) {
    Measure.MeasureKind kind = measure.kind();
    if (kind instanceof Measure.Sum sum) {
      return frame.text("figure.sum", column(measure, sum.column(), frame));
    }
    if (kind instanceof Measure.Lookup lookup) {
      return frame.text("figure.lookup", column(measure, lookup.column(), frame));
    }
    if (kind instanceof Measure.Distinct distinct) {
      return frame.text(
          figure.source() instanceof Figure.Both ? "figure.both" : "figure.distinct",
          column(measure, distinct.key(), frame));
    }
    return kind instanceof Measure.LabelList list
        ? list(figure, column(measure, list.label(), frame), frame)
        : frame.text("figure.count");
  }

  private static String list(Figure figure, String label, Frame frame) {
    Figure.Choice choice = ((Figure.Measured) figure.source()).choice();
    String order = frame.text("figure.order." + choice.order());
    if (choice.item() > 0) {
      return frame.text("figure.item", label, order, choice.item());
    }
    return choice.limit() < Integer.MAX_VALUE
        ? frame.text("figure.first", label, order, choice.limit())
        : frame.text("figure.list", label, order);
  }

  private String condition(Subject subject, String column, List<String> values, Frame frame) {
    return frame.text(
        "figure.is",
        column(subject, column, frame),
        joined(values.stream().map(value -> value(subject, column, value, frame)), frame));
  }

  private String column(Measure measure, String column, Frame frame) {
    return column(measure.subject(), column, frame);
  }

  /** The title of the column in the registers; the definitions' own name where there is none. */
  private String column(Subject subject, String column, Frame frame) {
    return fields(subject, column)
        .map(field -> inLanguage(field.title(), field.description(), frame))
        .findFirst()
        .orElse(column);
  }

  private String value(Subject subject, String column, String value, Frame frame) {
    return fields(subject, column)
        .flatMap(field -> field.codes().stream())
        .flatMap(codes -> codes.codes().stream())
        .filter(code -> code.code().equals(value))
        .map(code -> inLanguage(code.title(), code.description(), frame))
        .findFirst()
        .orElse(value);
  }

  /** The fields that a column of a subject may come from, also in registers it is joined with. */
  private Stream<Field> fields(Subject subject, String column) {
    return Stream.concat(subject.registers().stream(), subject.depends().values().stream())
        .flatMap(name -> registers.find(name).stream())
        .flatMap(register -> named(register, column));
  }

  private static Stream<Field> named(Register register, String column) {
    Stream<Field> amount =
        column.equals("amount") ? register.amount().map(register::field).stream() : Stream.empty();
    return Stream.concat(
        amount,
        register.fields().stream()
            .filter(
                field ->
                    field.column().equals(column)
                        || field.column().equals(column + "_code")
                        || field.role().map(Role::word).filter(column::equals).isPresent()));
  }

  private String register(String name, Frame frame) {
    return registers
        .find(name)
        .map(found -> inLanguage(found.title(), found.description(), frame))
        .orElse(name);
  }

  private static String inLanguage(String title, String description, Frame frame) {
    return frame.messages().isChinese() ? title : description;
  }

  private static String joined(Stream<String> words, Frame frame) {
    return words.collect(Collectors.joining(frame.text("figure.comma")));
  }
}
