package org.sunlitledger.cli.reconcile;

import java.io.PrintWriter;
import java.time.LocalDate;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.discrepancy.WorkItem;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** For programs: discrepancies with all of their lines, written as they come. */
final class DiscrepanciesJson {
  private final LocalDate today;
  private final Kinds kinds;
  private final PrintWriter out;
  private final JsonGenerator json;

  DiscrepanciesJson(LocalDate today, Kinds kinds, PrintWriter out) {
    this.today = today;
    this.kinds = kinds;
    this.out = out;
    this.json =
        JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .createGenerator(out);
    json.writeStartArray();
  }

  void item(WorkItem item) {
    json.writeStartObject();
    json.writeNumberProperty("discrepancy", item.id());
    json.writeNumberProperty("year", item.year());
    json.writeStringProperty("kind", item.kind());
    json.writeStringProperty("severity", item.severity());
    json.writeNumberProperty("amount", item.amount());
    json.writeStringProperty("unit", kinds.isCount(item.kind()) ? "count" : "fen");
    json.writeStringProperty("source", item.source());
    json.writeStringProperty("since", item.since().toString());
    json.writeNumberProperty("age", item.age(today));
    json.writeStringProperty("found", item.found());
    json.writeArrayPropertyStart("differs");
    item.differs().forEach(json::writeString);
    json.writeEndArray();
    json.writeStringProperty("status", item.status().code());
    item.resolved().ifPresent(this::resolved);
    item.approved().ifPresent(this::approved);
    json.writeArrayPropertyStart("lines");
    item.lines().forEach(this::line);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void resolved(WorkItem.Resolved resolved) {
    json.writeStringProperty("resolved_as", resolved.as().code());
    json.writeStringProperty("why", resolved.why());
    json.writeStringProperty("resolved_by", resolved.by());
    json.writeStringProperty("resolved_at", resolved.at().toInstant().toString());
  }

  private void approved(WorkItem.Approved approved) {
    json.writeStringProperty("approved_by", approved.by());
    json.writeStringProperty("approved_at", approved.at().toInstant().toString());
  }

  private void line(WorkItem.WorkLine line) {
    json.writeStartObject();
    json.writeStringProperty("side", line.side().code());
    json.writeStringProperty("register", line.register());
    json.writeStringProperty("file", line.file());
    json.writeNumberProperty("line", line.line());
    json.writeNumberProperty("amount", line.amount());
    json.writeEndObject();
  }

  void finish() {
    json.writeEndArray();
    json.flush();
    out.println();
  }
}
