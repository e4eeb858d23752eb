package org.sunlitledger.decision;

import java.util.Arrays;
import java.util.List;
import org.sunlitledger.quantity.text.Messages;

/**
 * Why a decision was not taken; nothing has changed.
 *
 * @param arguments of its sentence in the bundle {@code worklist}
 */
public record Refusal(RefusalKind kind, List<String> arguments) {

  /** What can be in the way. */
  public enum RefusalKind {
    UNKNOWN,
    YEAR_CLOSED,
    GONE,
    NOT_RESOLVED,
    ALREADY_RESOLVED,
    ALREADY_APPROVED,
    SAME_PERSON,
    CHANGED,
    RECONCILED_AGAIN,
    OTHER_OFFICE,
    WHOLE_COUNTY,
    UNKNOWN_OPEN,
    NOT_OPEN,
    NOT_SET_ASIDE,
    ALREADY_SET_ASIDE,
    CLOSED_WITH_YEAR,
    NOT_ACCEPTABLE,
    NOT_CORRECTABLE,
    TEXT_EMPTY,
    TEXT_TOO_LONG,
    TEXT_UNREADABLE
  }

  public static Refusal of(RefusalKind kind, Object... arguments) {
    return new Refusal(kind, Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /** A sentence for people: what is in the way, and what to do next. */
  public String text(Messages messages) {
    return messages.text("refusal." + kind, arguments.toArray());
  }
}
