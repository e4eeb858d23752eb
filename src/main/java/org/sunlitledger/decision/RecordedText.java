package org.sunlitledger.decision;

import java.util.Optional;
import java.util.OptionalInt;
import org.sunlitledger.decision.Refusal.RefusalKind;

/**
 * What a person types that stays on the record for good: a name or a reason. It must be there, be
 * short, and look like what it is: nothing that a terminal or a browser does not show.
 *
 * @param option under which it was typed
 * @param longest characters it may have
 */
public record RecordedText(String option, int longest) {
  public static final RecordedText BY = new RecordedText("--by", 40);
  public static final RecordedText WHY = new RecordedText("--why", 500);

  /** What is wrong with a text, if anything is. */
  public Optional<Refusal> fault(String typed) {
    String text = typed.strip();
    int length = text.codePointCount(0, text.length());
    if (length == 0) {
      return Optional.of(Refusal.of(RefusalKind.TEXT_EMPTY, option));
    }
    if (length > longest) {
      return Optional.of(Refusal.of(RefusalKind.TEXT_TOO_LONG, option, length, longest));
    }
    OptionalInt unseen = text.codePoints().filter(RecordedText::isUnseen).findFirst();
    return unseen.isPresent()
        ? Optional.of(
            Refusal.of(RefusalKind.TEXT_UNREADABLE, option, "U+%04X".formatted(unseen.getAsInt())))
        : Optional.empty();
  }

  private static boolean isUnseen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
