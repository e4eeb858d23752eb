package org.sunlitledger.console.draft;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A supplement that the console handed in.
 *
 * @param delivery whose lines it corrects
 * @param by name of the person who handed it in
 * @param file its path below the inbox
 * @param lines number of its lines
 * @param withdrawn how many of them it withdraws
 * @param supplement the delivery that a run has made of it; empty until then
 */
public record Submission(
    long id,
    long delivery,
    long account,
    String by,
    OffsetDateTime at,
    String file,
    String sha256,
    int lines,
    int withdrawn,
    SubmissionState state,
    Optional<Long> supplement) {

  Submission in(SubmissionState now, Optional<Long> asDelivery) {
    return new Submission(
        id, delivery, account, by, at, file, sha256, lines, withdrawn, now, asDelivery);
  }

  /** How far it has come. */
  public enum SubmissionState {
    /** It is not in the inbox, and no run has read it. */
    NOWHERE,
    /** It lies in the inbox, or a run is reading it. */
    WAITING,
    /** A run has refused it as a whole. */
    REFUSED,
    /** A run has read it. */
    READ
  }

  /**
   * The result of its lines that are not withdrawn.
   *
   * @param mended accepted lines
   * @param stillWrong lines that are rejected again
   * @param newlyWrong how many of these are rejected only for reasons that the line did not have
   */
  public record MendResult(int mended, int stillWrong, int newlyWrong) {}
}
