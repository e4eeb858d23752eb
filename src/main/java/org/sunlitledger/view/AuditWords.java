package org.sunlitledger.view;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.database.audit.AuditTrail.Event;
import org.sunlitledger.database.audit.AuditVia;
import org.sunlitledger.quantity.text.Messages;

/** The audit trail in words. The trail itself is sealed and keeps its codes. */
public final class AuditWords {
  private static final String PROGRAM = "year-end";
  private static final Pattern CLOSE =
      Pattern.compile("closed-([0-9]+) sha256 ([0-9a-f]{64})(?:: (.*))?", Pattern.DOTALL);
  private static final Pattern RESOLVED =
      Pattern.compile("(explained|corrected|waived): (.*)", Pattern.DOTALL);
  private static final Pattern APPROVED =
      Pattern.compile("(explained|corrected|waived) by (.*?): (.*)", Pattern.DOTALL);
  private static final Pattern SET_ASIDE =
      Pattern.compile("(.*): set aside by (.*?): (.*)", Pattern.DOTALL);
  private static final Pattern ACCEPTED =
      Pattern.compile("(.*?): (?:correction-of ([0-9]+)|further)(?:: (.*))?", Pattern.DOTALL);
  private static final Pattern BEFORE = Pattern.compile("was (open|resolved|approved|gone)");

  private final Messages messages;
  private final Messages decisions;

  /**
   * @param messages the bundle {@code commands}
   * @param decisions the bundle {@code worklist}, in the same language
   */
  public AuditWords(Messages messages, Messages decisions) {
    this.messages = messages;
    this.decisions = decisions;
  }

  /** A person, or the year-end run that found a discrepancy changed. */
  public ListingCell who(Event event) {
    return person(event.who());
  }

  /** The same, of its name in the trail. */
  public ListingCell person(String who) {
    return new ListingCell(who, who.equals(PROGRAM) ? messages.text("audit.who.year-end") : who);
  }

  public ListingCell action(Event event) {
    return action(event.action());
  }

  /** The same, of its code in the trail. */
  public ListingCell action(String code) {
    String words = messages.find("audit." + code.replace(' ', '-'));
    return new ListingCell(code, words.isEmpty() ? code : words);
  }

  /** The command line or the console; empty where the trail does not say it. */
  public ListingCell via(Event event) {
    return event
        .via()
        .map(via -> new ListingCell(via.place(), messages.text("audit.via." + via.place())))
        .orElse(new ListingCell("", ""));
  }

  /** The account that was signed in to the console; empty for commands. */
  public String login(Event event) {
    return event.via().flatMap(AuditVia::login).orElse("");
  }

  public ListingCell detail(Event event) {
    return new ListingCell(event.detail(), words(event));
  }

  private String words(Event event) {
    String detail = event.detail();
    Matcher close = CLOSE.matcher(detail);
    Matcher resolved = RESOLVED.matcher(detail);
    Matcher approved = APPROVED.matcher(detail);
    Matcher setAside = SET_ASIDE.matcher(detail);
    Matcher accepted = ACCEPTED.matcher(detail);
    Matcher before = BEFORE.matcher(detail);
    return switch (event.action()) {
      case "close", "reopen" ->
          close.matches()
              ? messages.text("audit.detail.close", close.group(1), close.group(2))
                  + because(close.group(3))
              : detail;
      case "resolve" ->
          resolved.matches() ? resolution(resolved.group(1)) + because(resolved.group(2)) : detail;
      case "approve" ->
          approved.matches()
              ? messages.text(
                      "audit.detail.approve", resolution(approved.group(1)), approved.group(2))
                  + because(approved.group(3))
              : setAside.matches()
                  ? messages.text("audit.detail.set-aside", setAside.group(1), setAside.group(2))
                      + because(setAside.group(3))
                  : detail;
      case "accept" -> accepted.matches() ? accepted(accepted) : detail;
      case "gone", "found again", "changed" ->
          before.matches()
              ? messages.text(
                  "audit.detail.before",
                  decisions.text("status." + before.group(1).toUpperCase(Locale.ROOT)))
              : detail;
      default -> detail;
    };
  }

  private String accepted(Matcher accepted) {
    String as =
        accepted.group(2) == null
            ? decisions.text("accept.further")
            : decisions.text("accept.correction", accepted.group(2));
    return accepted.group(1) + because(as) + because(accepted.group(3));
  }

  private String resolution(String code) {
    return decisions.text("resolution." + code.toUpperCase(Locale.ROOT));
  }

  private String because(@Nullable String why) {
    return why == null ? "" : (messages.isChinese() ? "：" : ": ") + why;
  }
}
