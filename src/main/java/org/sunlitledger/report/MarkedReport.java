package org.sunlitledger.report;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.figure.Catalogue;

/**
 * A copy of a report to look at, in which it is known which text is the value of which figure. It
 * is made anew for each look, and never published.
 *
 * @param text of the copy as {@link Format#TXT} has it, without marks
 */
public record MarkedReport(ReportPage page, String text) {

  static MarkedReport of(
      Definitions definitions,
      ReportDefinition report,
      Function<Set<Template.Tag>, Map<String, Object>> filling,
      Catalogue catalogue) {
    byte[] docx = definitions.bytes(report.template());
    try (Template template = Template.open(report.template(), docx)) {
      Map<String, Object> content = new HashMap<>(filling.apply(template.tags()));
      Optional<FigureMarks> marks = FigureMarks.besides(everything(docx, content));
      marks.ifPresent(
          around ->
              content.replaceAll(
                  (name, value) ->
                      value instanceof String text && catalogue.find(name).isPresent()
                          ? around.around(name, text)
                          : value));
      Walk filled = Walk.of(template.fill(content));
      String text = text(filled);
      return new MarkedReport(
          ReportPage.of(filled, marks), marks.map(around -> around.removedFrom(text)).orElse(text));
    }
  }

  /** All text that the copy may have. */
  private static String everything(byte[] docx, Map<String, Object> content) {
    return Stream.concat(Stream.of(text(Walk.of(docx))), content.values().stream())
        .map(String::valueOf)
        .collect(Collectors.joining("\n"));
  }

  private static String text(Walk report) {
    return new String(new PlainText().of(report), StandardCharsets.UTF_8);
  }
}
