package org.sunlitledger.console.discrepancy;

/**
 * What became of one of many.
 *
 * @param said why it was refused; empty if it was resolved
 */
public record MassOutcome(long id, String said) {
  public boolean isDone() {
    return said.isEmpty();
  }
}
