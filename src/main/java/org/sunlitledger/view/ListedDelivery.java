package org.sunlitledger.view;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A delivery in a list.
 *
 * @param register empty where the file was rejected before it was known
 * @param mended lines that it corrects of an earlier delivery; empty where it corrects none, as are
 *     those that are still wrong and those that are newly wrong
 * @param withdrawn lines that it takes back
 * @param open what is open of it and not set aside
 * @param setAside who set aside what, and who approved it
 * @param warnings what it was warned of, for programs
 * @param handedInBy the person who handed it in in the console; empty where it came by folder
 */
public record ListedDelivery(
    long id,
    Optional<String> register,
    int year,
    String name,
    String status,
    Optional<Long> supersedes,
    Optional<Long> supplements,
    Proof proof,
    Optional<Long> mended,
    Optional<Long> withdrawn,
    Optional<Long> stillWrong,
    Optional<Long> fresh,
    OffsetDateTime received,
    long open,
    String setAside,
    String warnings,
    List<Hint> hints,
    Optional<Changes> changes,
    Optional<String> handedInBy,
    Optional<OffsetDateTime> handedInAt) {

  /** Lines and fen: those read are those accepted and those refused. */
  public record Proof(
      long read, long accepted, long refused, long fenRead, long fenAccepted, long fenRefused) {

    /** Whether nothing was lost or counted twice. */
    public boolean holds() {
      return read == accepted + refused && fenRead == fenAccepted + fenRefused;
    }
  }

  /**
   * Something that the file was warned of.
   *
   * @param line empty where the whole file is meant
   */
  public record Hint(String rule, String line, String found) {}

  /** What differs from the delivery that it corrects, in lines and fen. */
  public record Changes(
      long added, long gone, long changed, long fenAdded, long fenGone, long fenChanged) {}

  /** Whether its lines have been judged, so that the proof must hold. */
  public boolean isSettled() {
    return !List.of("received", "loading", "loaded", "held").contains(status);
  }
}
