package org.sunlitledger.console.watch;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.sunlitledger.account.AccessList.AccessEvent;

/**
 * An entry of the access log as a line of RFC 5424. It has the logins of accounts and no other
 * personal data: the details, which may have names of people and files, stay in the database.
 */
final class SyslogMessage {
  /** Facility 10, security; severity 6, information, or 4, warning. */
  private static final int INFORMATION = 10 * 8 + 6;

  private static final int WARNING = 10 * 8 + 4;
  private static final Set<String> WARNINGS = Set.of("sign_in_failed", "sign_in_locked", "refused");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
  private static final Pattern NOT_PLAIN = Pattern.compile("[^!-~]|[=%\"\\\\\\]]");

  private SyslogMessage() {}

  /**
   * The line.
   *
   * @param host that sends it
   */
  static String of(AccessEvent event, String host) {
    return "<%d>1 %s %s sunlit - %s - event=%d account=%s by=%s via=%s address=%s session=%s"
        .formatted(
            WARNINGS.contains(event.kind()) ? WARNING : INFORMATION,
            TIME.format(event.at().withOffsetSameInstant(ZoneOffset.UTC)),
            plain(host),
            plain(event.kind()),
            event.id(),
            plain(event.login().orElse("")),
            plain(event.by().orElse("")),
            plain(event.via()),
            plain(event.address().orElse("")),
            plain(event.session().orElse("")));
  }

  /** A word of visible ASCII signs: nothing in it can begin another field or line. */
  private static String plain(String text) {
    return text.isEmpty()
        ? "-"
        : NOT_PLAIN
            .matcher(text)
            .replaceAll(found -> "%%%04X".formatted((int) found.group().charAt(0)));
  }
}
