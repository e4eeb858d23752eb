package org.sunlitledger.console.frame;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.database.ClosedYears.FreezingClose;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.view.Desk.OnTheDesk;
import org.sunlitledger.view.RunList.Run;

/**
 * What every page has.
 *
 * @param now when the page was made
 * @param path of the page
 * @param here the page with its query, to come back to in the other language
 * @param sessionSeconds without a request after which the session ends
 * @param year that the page is about, or the last one with files
 * @param years with files, the last first
 * @param county whose books these are; empty to who does not read them, and before the first night
 * @param hasNewDefinitions whether the definitions have changed since the console read them
 * @param desk what awaits the signed-in person
 * @param closed the close that freezes the year that the page is about, if one does
 */
public record Frame(
    Messages messages,
    ZoneId zone,
    OffsetDateTime now,
    String path,
    String here,
    int sessionSeconds,
    Optional<CsrfToken> token,
    Optional<SignedIn> signedIn,
    int year,
    List<Integer> years,
    String county,
    boolean hasNewDefinitions,
    OnTheDesk desk,
    Optional<FreezingClose> closed) {
  private static final int SECONDS = 60;
  private static final long KILO = 1024;

  /** The words for a key, in the language of the page. */
  public String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  /** As HTML and browsers call the language. */
  public String language() {
    return messages.isChinese() ? "zh-CN" : "en";
  }

  /** The language that the page is not in. */
  public String otherLanguage() {
    return messages.isChinese() ? "en" : "zh";
  }

  /** The name of the hidden field that each form has. */
  public String tokenName() {
    return token.map(CsrfToken::getParameterName).orElse("");
  }

  public String tokenValue() {
    return token.map(CsrfToken::getToken).orElse("");
  }

  public boolean has(AccountRole role) {
    return signedIn.filter(person -> person.has(role)).isPresent();
  }

  /** Whether the page is about its year, as the address says. */
  public boolean isOfYear() {
    return path.matches("/" + year + "(/.*)?");
  }

  /** What the signed-in person can go to. */
  public List<MenuEntry> menu() {
    return signedIn.map(person -> MenuEntry.of(person, year, path, desk)).orElse(List.of());
  }

  /** Yuan with two decimals and digits in groups. */
  public String yuan(long fen) {
    return "%,.2f".formatted(new BigDecimal(Fen.yuan(fen).toPlainString()));
  }

  /** A count with digits in groups. */
  public String count(long number) {
    return "%,d".formatted(number);
  }

  /** A duration in its two largest units. */
  public String duration(long seconds) {
    long minutes = seconds / SECONDS;
    return minutes == 0
        ? text("duration.seconds", seconds)
        : minutes < SECONDS
            ? text("duration.minutes", minutes, seconds % SECONDS)
            : text("duration.hours", minutes / SECONDS, minutes % SECONDS);
  }

  /** The size of a file, in the unit that people read it in. */
  public String bytes(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    return bytes < KILO * KILO
        ? "%,d KB".formatted((bytes + KILO / 2) / KILO)
        : "%,.1f MB".formatted((double) bytes / (KILO * KILO));
  }

  /** Who started a run: a person, or a user of the server. */
  public String starter(Run run) {
    return !run.name().isEmpty() || run.startedBy().isEmpty()
        ? run.name()
        : text("run.by.server", run.startedBy());
  }

  /** A moment, to the minute, in the county's time. */
  public String moment(OffsetDateTime moment) {
    return Moment.in(zone, moment);
  }
}
