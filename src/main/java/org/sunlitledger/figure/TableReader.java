package org.sunlitledger.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sunlitledger.definition.YamlNode;
import org.sunlitledger.rollup.Measure;

/**
 * A statutory table: every cell is a figure, {@code TABLE_row_column}. A cell is measured under its
 * row's and its column's filter together, or is the total of other cells of its row or column.
 */
final class TableReader {
  private static final Set<String> KEYS =
      Set.of("id", "title", "effective", "subject", "rows", "columns", "proofs");
  private static final Set<String> LINE =
      Set.of("id", "title", "where", "total", "count", "lookup", "sum", "format", "places");

  private static final Optional<String> TOTAL = Optional.of("total");

  private final YamlNode table;
  private final FigureReader reader;

  TableReader(YamlNode table, FigureReader reader) {
    this.table = table.allow(KEYS);
    this.reader = reader;
  }

  List<Figure> cells() {
    List<Figure> cells = new ArrayList<>();
    for (YamlNode row : table.nodes("rows")) {
      row.allow(LINE);
      for (YamlNode column : table.nodes("columns")) {
        cells.add(cell(row, column.allow(LINE)));
      }
    }
    return cells;
  }

  /** The table's proofs, once for each column. */
  List<Proof> proofs() {
    List<Proof> proofs = new ArrayList<>();
    for (YamlNode node : table.nodes("proofs")) {
      Proof proof = reader.proof(node);
      for (YamlNode column : table.nodes("columns")) {
        String suffix = "（" + column.text("title") + "）";
        proofs.add(
            new Proof(
                proof.id(),
                proof.title() + suffix,
                proof.titleEn() + " " + suffix,
                proof.left().stream().map(row -> id(row, column.text("id"))).toList(),
                proof.right().stream().map(row -> id(row, column.text("id"))).toList()));
      }
    }
    return proofs;
  }

  private Figure cell(YamlNode row, YamlNode column) {
    String id = id(row.text("id"), column.text("id"));
    String place = "：" + row.text("title") + " / " + column.text("title");
    return new Figure(
        id,
        table.node("title").text("zh") + place,
        table.node("title").text("en") + place,
        "",
        source(id, row, column),
        Optional.empty(),
        TextFormat.read(id, column.has("format") ? column : row));
  }

  private Figure.FigureSource source(String id, YamlNode row, YamlNode column) {
    Optional<String> rows = FigureReader.way(id, row);
    Optional<String> columns = FigureReader.way(id, column);
    if (columns.equals(TOTAL)) {
      return new Figure.TotalFigure(
          FigureReader.parts(id, column).stream().map(part -> id(row.text("id"), part)).toList());
    }
    if (rows.equals(TOTAL)) {
      return new Figure.TotalFigure(
          FigureReader.parts(id, row).stream().map(part -> id(part, column.text("id"))).toList());
    }
    Map<String, List<String>> where = new LinkedHashMap<>(row.mapping("where"));
    where.putAll(column.mapping("where"));
    Measure.MeasureKind kind = FigureReader.kind(id, columns.isPresent() ? column : row);
    return new Figure.Measured(
        reader.measure(id, row, table.text("subject"), where, kind), Figure.Choice.ALL);
  }

  private String id(String row, String column) {
    return table.text("id") + "_" + row + "_" + column;
  }
}
