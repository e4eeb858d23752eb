package org.sunlitledger.check.reversal;

import java.util.List;
import java.util.Locale;

/**
 * What can be wrong with a negative amount. Title, expectation and mending of each are in the
 * bundle {@code messages/rules}.
 */
public enum ReversalRule {
  /** No entry that it could take back has been delivered yet. */
  UNKNOWN,
  /** Several entries are as good as each other. */
  AMBIGUOUS,
  /** The entry that it names has too little left. */
  TOO_LARGE,
  /** The entry that it names is not alike, or is later. */
  DIFFERS,
  /** An amount above zero names an entry as if it took it back. */
  NOT_NEGATIVE,
  /** What it is about falls below zero in its year. */
  BELOW_ZERO;

  public static ReversalRule of(ReversalGroup.ReversalOutcome outcome) {
    return switch (outcome) {
      case UNKNOWN -> UNKNOWN;
      case AMBIGUOUS -> AMBIGUOUS;
      case TOO_LARGE -> TOO_LARGE;
      case TAKEN -> throw new IllegalArgumentException("no rule is broken by " + outcome);
    };
  }

  /** Those that refuse a reversal, the one that says least first. */
  public static List<ReversalRule> refusing() {
    return List.of(UNKNOWN, AMBIGUOUS, TOO_LARGE, DIFFERS);
  }

  /** As in lists: reversal-too-large. */
  public String id() {
    return "reversal-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String severity() {
    return this == BELOW_ZERO ? "warning" : "error";
  }

  /** Whether what comes on another night can put it right. */
  public boolean waits() {
    return this == UNKNOWN;
  }
}
