package org.sunlitledger.figure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sunlitledger.database.YamlNode;
import org.sunlitledger.rollup.Measure;
import org.sunlitledger.rollup.Subjects;

/** One entry of the catalogue: a measure, a ratio or a total, with how it is written. */
final class FigureReader {
  private static final Set<String> MEASURED =
      Set.of("sum", "count", "lookup", "distinct", "list", "key", "order", "limit", "item");
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "title",
          "unit",
          "effective",
          "subject",
          "where",
          "years",
          "sum",
          "count",
          "lookup",
          "distinct",
          "list",
          "key",
          "order",
          "limit",
          "item",
          "ratio",
          "total",
          "format",
          "step",
          "places");

  private final Subjects subjects;

  FigureReader(Subjects subjects) {
    this.subjects = subjects;
  }

  Figure figure(YamlNode node) {
    node.allow(KEYS);
    YamlNode title = node.node("title").allow(Set.of("zh", "en"));
    return new Figure(
        node.text("id"),
        title.text("zh"),
        title.text("en"),
        node.find("unit").orElse(""),
        source(node),
        TextFormat.read(node));
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

  private Figure.Source source(YamlNode node) {
    if (node.has("ratio")) {
      List<String> sides = node.texts("ratio");
      if (sides.size() != 2) {
        throw node.problem("'ratio' must name two figures");
      }
      return new Figure.Ratio(sides.get(0), sides.get(1));
    }
    if (node.has("total")) {
      return new Figure.Total(node.texts("total"));
    }
    Measure measure =
        measure(node.text("id"), node, node.text("subject"), node.mapping("where"), kind(node));
    return new Figure.Measured(measure, choice(node));
  }

  Measure measure(
      String id,
      YamlNode node,
      String subject,
      Map<String, List<String>> where,
      Measure.Kind kind) {
    String years = node.find("years").orElse("year");
    if (!Set.of("year", "cumulative").contains(years)) {
      throw node.problem("'years' is year or cumulative, found '%s'".formatted(years));
    }
    return new Measure(
        id,
        subjects.get(subject),
        where,
        kind,
        years.equals("year") ? Measure.Span.YEAR : Measure.Span.CUMULATIVE);
  }

  static Measure.Kind kind(YamlNode node) {
    if (node.has("sum")) {
      return new Measure.Sum(node.text("sum"));
    }
    if (node.has("lookup")) {
      return new Measure.Lookup(node.text("lookup"));
    }
    if (node.has("distinct")) {
      return new Measure.Distinct(node.text("distinct"));
    }
    if (node.has("list")) {
      return new Measure.Labels(node.text("key"), node.text("list"));
    }
    if (node.has("count")) {
      return new Measure.Count();
    }
    throw node.problem("expected one of " + new java.util.TreeSet<>(MEASURED));
  }

  private static Figure.Choice choice(YamlNode node) {
    String order = node.find("order").orElse("key");
    if (!Set.of("key", "amount").contains(order)) {
      throw node.problem("'order' is key or amount, found '%s'".formatted(order));
    }
    return new Figure.Choice(
        order.equals("key") ? Figure.Order.KEY : Figure.Order.AMOUNT,
        node.number("limit", Integer.MAX_VALUE),
        node.number("item", 0));
  }
}
