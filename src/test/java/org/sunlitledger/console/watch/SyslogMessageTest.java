package org.sunlitledger.console.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sunlitledger.account.AccessList.AccessEvent;

/** A line for the log server says what happened, and nothing in it can begin another line. */
class SyslogMessageTest {

  @Test
  void aLineHasWhatHappenedAndNoDetails() {
    AccessEvent event =
        new AccessEvent(
            7,
            OffsetDateTime.parse("2026-11-29T09:00:00.5+08:00"),
            Optional.of("wangfang"),
            "account_renamed",
            Optional.of("zhaoliu"),
            "console",
            Optional.of("10.0.0.9"),
            Optional.of("0123456789ab"),
            "王芳 → 王芳(财政局)");
    assertThat(SyslogMessage.of(event, "county"))
        .isEqualTo(
            "<86>1 2026-11-29T01:00:00.500Z county sunlit - account_renamed -"
                + " event=7 account=wangfang by=zhaoliu via=console address=10.0.0.9 session=0123456789ab");
  }

  @Test
  void whatIsMissingIsADashAndWhatIsNotPlainIsEncoded() {
    AccessEvent event =
        new AccessEvent(
            8,
            OffsetDateTime.parse("2026-11-29T01:00:00Z"),
            Optional.empty(),
            "refused",
            Optional.empty(),
            "console",
            Optional.of("fe80::1%eth0\n<86>1 account=x"),
            Optional.empty(),
            "");
    assertThat(SyslogMessage.of(event, "县"))
        .isEqualTo(
            "<84>1 2026-11-29T01:00:00.000Z %53BF sunlit - refused - event=8 account=- by=-"
                + " via=console address=fe80::1%0025eth0%000A<86>1%0020account%003Dx session=-");
  }
}
