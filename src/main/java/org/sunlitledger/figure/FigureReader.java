package org.sunlitledger.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.rollup.Measure;
import org.sunlitledger.rollup.Subject;
import org.sunlitledger.rollup.Subjects;

/** One entry of the catalogue: a measure, a ratio or a total, with how it is written. */
final class FigureReader {
  private static final List<String> WAYS =
      List.of("sum", "count", "lookup", "distinct", "list", "both", "ratio", "total");
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "title",
          "unit",
          "effective",
          "subject",
          "where",
          "years",
          "adds",
          "sum",
          "count",
          "lookup",
          "distinct",
          "list",
          "key",
          "order",
          "limit",
          "item",
          "both",
          "ratio",
          "of",
          "total",
          "format",
          "step",
          "places");

  private final Subjects subjects;

  FigureReader(Subjects subjects) {
    this.subjects = subjects;
  }

  Figure figure(YamlNode node) {
    return figure(node.allow(KEYS), source(node.text("id"), node));
  }

  private static Figure figure(YamlNode node, Figure.FigureSource source) {
    YamlNode title = node.node("title").allow(Set.of("zh", "en"));
    TextFormat format = TextFormat.read(node.text("id"), node);
    return new Figure(
        node.text("id"),
        title.text("zh"),
        title.text("en"),
        format.hasUnit() ? "" : node.find("unit").orElse(""),
        source,
        node.find("adds"),
        format);
  }

  /** Whether an entry counts what two other figures have in common, which are read first. */
  static boolean isBoth(YamlNode node) {
    return way(node.text("id"), node).equals(Optional.of("both"));
  }

  /** What two figures have in common; they are distinct counts of the same things. */
  static Figure both(YamlNode node, Function<String, Figure> figures) {
    String id = node.allow(KEYS).text("id");
    List<String> sides = node.texts("both");
    if (sides.size() != 2) {
      throw problem(id, node, "'both' must name two figures");
    }
    Measure counted = distinct(id, node, figures.apply(sides.get(0)));
    Measure population = distinct(id, node, figures.apply(sides.get(1)));
    if (!counted.key().equals(population.key())) {
      throw problem(
          id,
          node,
          "'both' must name counts of the same things, found %s and %s"
              .formatted(counted.key(), population.key()));
    }
    return figure(node, new Figure.Both(counted, population));
  }

  private static Measure distinct(String id, YamlNode node, Figure figure) {
    if (figure.source() instanceof Figure.Measured measured && measured.measure().isDistinct()) {
      return measured.measure();
    }
    throw problem(
        id, node, "'both' must name distinct counts, and %s is none".formatted(figure.id()));
  }

  Proof proof(YamlNode node) {
    node.allow(Set.of("id", "title", "effective", "left", "right"));
    YamlNode title = node.node("title");
    return new Proof(
        node.text("id"),
        title.text("zh"),
        title.text("en"),
        node.texts("left"),
        node.texts("right"));
  }

  private Figure.FigureSource source(String id, YamlNode node) {
    return switch (way(id, node).orElse("")) {
      case "ratio" -> ratio(id, node);
      case "total" -> new Figure.TotalFigure(parts(id, node));
      default ->
          new Figure.Measured(
              measure(id, node, node.text("subject"), node.mapping("where"), kind(id, node)),
              choice(id, node));
    };
  }

  private static Figure.Ratio ratio(String id, YamlNode node) {
    List<String> sides = node.texts("ratio");
    if (sides.size() != 2) {
      throw problem(id, node, "'ratio' must name two figures");
    }
    String of = node.find("of").orElse("whole");
    if (!Set.of("whole", "target").contains(of)) {
      throw problem(id, node, "'of' is whole or target, found '%s'".formatted(of));
    }
    if (of.equals("target") && node.find("format").equals(Optional.of("percent-floor"))) {
      throw problem(id, node, "percent-floor is a share of a whole, never of a target");
    }
    return new Figure.Ratio(
        sides.get(0),
        sides.get(1),
        of.equals("whole") ? Figure.ShareOf.WHOLE : Figure.ShareOf.TARGET);
  }

  /** What a total adds up, at least one. */
  static List<String> parts(String id, YamlNode node) {
    List<String> parts = node.texts("total");
    if (parts.isEmpty()) {
      throw problem(id, node, "'total' names nothing to add up");
    }
    return parts;
  }

  /** The one way in which an entry gets its value; empty when it has none. */
  static Optional<String> way(String id, YamlNode node) {
    List<String> ways = WAYS.stream().filter(node::has).toList();
    if (ways.size() > 1) {
      throw problem(id, node, "only one of %s can hold, found %s".formatted(WAYS, ways));
    }
    return ways.stream().findFirst();
  }

  Measure measure(
      String id,
      YamlNode node,
      String subject,
      Map<String, List<String>> where,
      Measure.MeasureKind kind) {
    String years = node.find("years").orElse("year");
    if (!Set.of("year", "cumulative").contains(years)) {
      throw problem(id, node, "'years' is year or cumulative, found '%s'".formatted(years));
    }
    Subject measured = subject(id, node, subject);
    where.keySet().forEach(column -> requireColumn(id, node, measured, column));
    where.forEach((column, values) -> require(id, node, measured, column, values));
    requireColumns(id, node, measured, kind);
    return new Measure(
        id,
        measured,
        where,
        kind,
        years.equals("year") ? Measure.Span.YEAR : Measure.Span.CUMULATIVE);
  }

  private static void requireColumns(
      String id, YamlNode node, Subject subject, Measure.MeasureKind kind) {
    if (kind instanceof Measure.Sum sum) {
      requireNumber(id, node, subject, sum.column());
    } else if (kind instanceof Measure.Lookup lookup) {
      requireNumber(id, node, subject, lookup.column());
    } else if (kind instanceof Measure.Distinct distinct) {
      requireColumn(id, node, subject, distinct.key());
    } else if (kind instanceof Measure.LabelList labels) {
      requireColumn(id, node, subject, labels.key());
      requireColumn(id, node, subject, labels.label());
    }
  }

  private static void requireNumber(String id, YamlNode node, Subject subject, String column) {
    requireColumn(id, node, subject, column);
    if (!subject.columns().isEmpty() && !subject.numbers().contains(column)) {
      throw problem(
          id,
          node,
          "'%s' of %s is no number; the numbers are %s"
              .formatted(column, subject.name(), subject.numbers()));
    }
  }

  private static void requireColumn(String id, YamlNode node, Subject subject, String column) {
    if (!subject.columns().isEmpty() && !subject.columns().contains(column)) {
      throw problem(
          id,
          node,
          "%s has no column '%s'; there are %s"
              .formatted(subject.name(), column, subject.columns()));
    }
  }

  /** A value that no line can have would count as nothing, in silence. */
  private static void require(
      String id, YamlNode node, Subject subject, String column, List<String> values) {
    List<String> known = subject.values().getOrDefault(column, values);
    for (String value : values) {
      if (!known.contains(value)) {
        throw problem(
            id, node, "'%s' is never '%s', but one of %s".formatted(column, value, known));
      }
    }
  }

  private Subject subject(String id, YamlNode node, String name) {
    try {
      return subjects.get(name);
    } catch (IllegalArgumentException unknown) {
      throw problem(id, node, String.valueOf(unknown.getMessage()));
    }
  }

  static Measure.MeasureKind kind(String id, YamlNode node) {
    return switch (way(id, node).orElse("")) {
      case "sum" -> new Measure.Sum(node.text("sum"));
      case "lookup" -> new Measure.Lookup(node.text("lookup"));
      case "distinct" -> new Measure.Distinct(node.text("distinct"));
      case "list" -> new Measure.LabelList(node.text("key"), node.text("list"));
      case "count" -> count(id, node);
      default -> throw problem(id, node, "expected one of " + WAYS);
    };
  }

  private static Measure.Count count(String id, YamlNode node) {
    if (!node.text("count").equals("lines")) {
      throw problem(id, node, "'count' is lines, found '%s'".formatted(node.text("count")));
    }
    return new Measure.Count();
  }

  private static Figure.Choice choice(String id, YamlNode node) {
    String order = node.find("order").orElse("key");
    if (!Set.of("key", "amount").contains(order)) {
      throw problem(id, node, "'order' is key or amount, found '%s'".formatted(order));
    }
    return new Figure.Choice(
        order.equals("key") ? Figure.ListOrder.KEY : Figure.ListOrder.AMOUNT,
        number(id, node, "limit", 1, Integer.MAX_VALUE),
        number(id, node, "item", 0, 0));
  }

  /** A whole number that must not be less than another. */
  static int number(String id, YamlNode node, String key, int least, int otherwise) {
    int number = node.number(key, otherwise);
    if (number < least) {
      throw problem(id, node, "'%s' must be %d or more, found %d".formatted(key, least, number));
    }
    return number;
  }

  /** A complaint that names the figure besides the place. */
  static DefinitionException problem(String id, YamlNode node, String what) {
    return node.problem("figure %s: %s".formatted(id, what));
  }
}
