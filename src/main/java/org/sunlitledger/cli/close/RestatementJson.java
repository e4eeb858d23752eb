package org.sunlitledger.cli.close;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.sunlitledger.close.late.LineDifference;
import org.sunlitledger.close.late.Restatement;
import org.sunlitledger.quantity.text.Decimals;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** For programs: figures with all of their lines, written as they come. */
final class RestatementJson implements RestatementScreen {
  private final int year;
  private final PrintWriter out;
  private final JsonGenerator json;
  private int figures;

  RestatementJson(int year, PrintWriter out) {
    this.year = year;
    this.out = out;
    this.json =
        JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .createGenerator(out);
  }

  @Override
  public void begin(boolean definitionsChanged, List<Restatement.Late> late) {
    json.writeStartObject();
    json.writeNumberProperty("year", year);
    json.writeBooleanProperty("definitions_changed", definitionsChanged);
    json.writeArrayPropertyStart("held");
    for (Restatement.Late one : late) {
      json.writeStartObject();
      json.writeNumberProperty("delivery", one.delivery());
      json.writeStringProperty("file", one.file());
      json.writeNumberProperty("lines_read", one.read());
      json.writeNumberProperty("lines_accepted", one.accepted());
      json.writeNumberProperty("lines_refused", one.refused());
      json.writeNumberProperty("fen_accepted", one.fen());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("figures");
  }

  @Override
  public void figure(Restatement.Change change) {
    endFigure();
    figures++;
    json.writeStartObject();
    json.writeStringProperty("figure", change.figure().id());
    json.writeStringProperty("title", change.figure().title());
    json.writeStringProperty("old_value", change.oldValue());
    json.writeStringProperty("new_value", change.newValue());
    json.writeStringProperty("old_text", change.oldText());
    json.writeStringProperty("new_text", change.newText());
    change
        .difference()
        .ifPresent(difference -> json.writeNumberProperty("difference", plain(difference)));
    json.writeArrayPropertyStart("lines");
  }

  @Override
  public void line(LineDifference.ChangedLine line) {
    json.writeStartObject();
    json.writeStringProperty("change", line.direction().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("part", line.figure());
    json.writeNumberProperty("delivery", line.delivery());
    json.writeStringProperty("register", line.register());
    json.writeStringProperty("file", line.file());
    json.writeNumberProperty("line", line.line());
    json.writeNumberProperty("amount", plain(line.amount()));
    json.writeStringProperty("key", line.key());
    json.writeStringProperty("label", line.label());
    json.writeEndObject();
  }

  /** As a number without an exponent. */
  private static BigDecimal plain(BigDecimal number) {
    return new BigDecimal(Decimals.plain(number));
  }

  @Override
  public void finish() {
    endFigure();
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
    out.println();
  }

  private void endFigure() {
    if (figures > 0) {
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /** What was begun and could not be finished is not made to look whole. */
  @Override
  public void close() {
    out.flush();
  }
}
