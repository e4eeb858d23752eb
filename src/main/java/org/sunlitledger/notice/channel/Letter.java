package org.sunlitledger.notice.channel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is sent, in the language of its readers.
 *
 * @param title one line
 * @param parts one for each problem
 * @param closing the last paragraph; empty for none
 */
public record Letter(String title, List<LetterPart> parts, String closing) {
  private static final String PARAGRAPH = "\n\n";
  private static final String CUT = "\n…";

  /**
   * A paragraph about one problem.
   *
   * @param problem its key, for programs
   * @param state new, again or settled, for programs
   */
  public record LetterPart(String problem, String state, String text) {}

  /** All below the title. */
  String body() {
    String paragraphs = parts.stream().map(LetterPart::text).collect(Collectors.joining(PARAGRAPH));
    return closing.isEmpty() ? paragraphs : paragraphs + PARAGRAPH + closing;
  }

  /** Title and body; whole lines are left out at the end if there are too many bytes of UTF-8. */
  String text(int maxBytes) {
    String whole = title + PARAGRAPH + body();
    if (bytes(whole) <= maxBytes) {
      return whole;
    }
    StringBuilder kept = new StringBuilder();
    int room = maxBytes - bytes(CUT);
    for (String line : whole.lines().toList()) {
      room -= bytes(line) + 1;
      if (room < 0) {
        break;
      }
      kept.append(kept.isEmpty() ? "" : "\n").append(line);
    }
    return kept + CUT;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
