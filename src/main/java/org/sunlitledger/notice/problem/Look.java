package org.sunlitledger.notice.problem;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.sunlitledger.quantity.text.Moment;

/**
 * For what and when problems are looked for.
 *
 * @param channels names of those that are configured
 * @param zone of the office
 */
public record Look(WatchSettings limits, List<String> channels, Instant now, ZoneId zone) {

  /** A moment as people read it. */
  String moment(Instant at) {
    return Moment.in(zone, at.atOffset(ZoneOffset.UTC));
  }
}
