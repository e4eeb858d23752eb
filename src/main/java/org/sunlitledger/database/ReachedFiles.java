package org.sunlitledger.database;

/** Which deliveries a reader sees: those in the folder of the own office, or all. */
public final class ReachedFiles {
  /** On a delivery {@code d}; {@code :office} is null for a reader of the whole county. */
  public static final String SQL =
      "(cast(:office as text) is null or starts_with(d.name, cast(:office as text) || '/'))";

  private ReachedFiles() {}
}
