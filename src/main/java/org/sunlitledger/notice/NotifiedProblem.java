package org.sunlitledger.notice;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The notices of a problem that a channel has accepted so far. There is one when the problem is
 * new, another after a day, then one each week, and one when the problem is settled. A problem that
 * appears and disappears often is new once a day at most.
 *
 * @param problem the number of the problem's last row
 * @param since when it was first seen
 * @param settled whether it is not there any more
 * @param times the number of notices since the last one that it is settled
 * @param last when the last notice of it was sent; null if there never was one
 */
record NotifiedProblem(
    long problem,
    String kind,
    String subject,
    OffsetDateTime since,
    boolean settled,
    int times,
    @Nullable OffsetDateTime last) {

  /** A day, less what nights differ in their length. */
  private static final Duration DAY = Duration.ofHours(20);

  private static final Duration WEEK = DAY.plusDays(6);

  /** The notice that is due now, if one is. */
  Optional<NoticeState> due(OffsetDateTime now) {
    if (settled) {
      return times == 0 ? Optional.empty() : Optional.of(NoticeState.SETTLED);
    }
    Duration pause = times < 2 ? DAY : WEEK;
    if (last != null && last.plus(pause).isAfter(now)) {
      return Optional.empty();
    }
    return Optional.of(times == 0 ? NoticeState.NEW : NoticeState.AGAIN);
  }
}
