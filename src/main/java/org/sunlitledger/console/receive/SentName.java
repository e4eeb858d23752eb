package org.sunlitledger.console.receive;

import org.jspecify.annotations.Nullable;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.receive.Receiving.IncomingFile;

/**
 * What a request says about the file that it sends, or is about to send.
 *
 * @param office whose folder takes it; null unless named
 * @param replace whether it may take the place of a file with its name
 */
public record SentName(@Nullable String name, @Nullable String office, @Nullable Boolean replace) {

  /**
   * The file on its way to a shelf.
   *
   * @param bytes as announced; negative if they are not
   */
  public IncomingFile on(Shelf shelf, SignedIn person, long bytes) {
    return new IncomingFile(
        person.account(), shelf, name == null ? "" : name, bytes, Boolean.TRUE.equals(replace));
  }
}
