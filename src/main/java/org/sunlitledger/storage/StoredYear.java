package org.sunlitledger.storage;

import java.time.OffsetDateTime;

/**
 * A close whose records are in files.
 *
 * @param folder below the folder of the storage
 * @param sha256 of the list of its files
 * @param at when they were moved
 * @param by who moved them
 * @param event what the audit trail says of that
 */
public record StoredYear(String folder, String sha256, OffsetDateTime at, String by, String event) {

  /** Whether this is what the audit trail says, and what a list of files is. */
  public boolean isOf(String listSha256) {
    return sha256.equals(listSha256) && event.equals(StorageFolder.event(folder, sha256));
  }
}
