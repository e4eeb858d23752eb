package org.sunlitledger.definition;

/** A definition under {@code jobs/} or {@code sql/} is wrong. The message names the place. */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DefinitionException(String place, String what) {
    super(place + ": " + what);
  }
}
