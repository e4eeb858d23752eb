package org.sunlitledger.notice;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.database.schema.DatabaseRefused;
import org.sunlitledger.notice.channel.Letter;
import org.sunlitledger.notice.channel.Letter.LetterPart;
import org.sunlitledger.notice.problem.Seen;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.Moment;

/** Puts problems into words. A letter contains nothing from a file and names no person. */
final class NoticeWords {
  private final Messages messages;
  private final String county;
  private final Optional<URI> console;
  private final ZoneId zone;

  /**
   * @param county its name; empty if it is not known
   */
  NoticeWords(Messages messages, String county, Optional<URI> console, ZoneId zone) {
    this.messages = messages;
    this.county = county;
    this.console = console;
    this.zone = zone;
  }

  /** A letter about some problems. */
  Letter letter(List<LetterPart> parts) {
    long settled =
        parts.stream().filter(part -> part.state().equals(NoticeState.SETTLED.code())).count();
    long lasting = parts.size() - settled;
    String title =
        lasting == 0
            ? messages.text("title.settled", settled)
            : messages.text("title.problems", lasting);
    return new Letter(titled(title), parts, closing());
  }

  /** A letter that only shows that letters arrive. */
  Letter test() {
    return new Letter(
        titled(messages.text("title.test")),
        List.of(new LetterPart("test", "test", messages.text("test"))),
        closing());
  }

  /** A letter about the database or the definitions, without which no command works. */
  Letter nothingWorks(Optional<DatabaseRefused> refused) {
    String why =
        refused
            .map(
                reason ->
                    messages.text(
                        "program.refused",
                        reason.text(
                            messages.isChinese()
                                ? Messages.chinese("commands")
                                : Messages.english("commands"))))
            .orElseGet(() -> messages.text("program") + "\n" + messages.text("remedy.program"));
    return new Letter(
        titled(messages.text("title.problems", 1)),
        List.of(
            new LetterPart(
                "program", NoticeState.NEW.code(), messages.text("problem.program") + "\n" + why)),
        closing());
  }

  /**
   * A problem that is there.
   *
   * @param seen what is wrong; of one kind and subject
   */
  LetterPart lasting(List<Seen> seen, NoticeState state, OffsetDateTime since) {
    String kind = seen.get(0).kind();
    String subject = seen.get(0).subject();
    List<String> lines = new ArrayList<>();
    lines.add(messages.text("state." + state.code(), name(kind, subject), at(since)));
    for (Seen one : seen) {
      lines.add(one.sentence(messages.isChinese()));
      lines.add(one.remedy(messages.isChinese()));
    }
    return new LetterPart(key(kind, subject), state.code(), String.join("\n", lines));
  }

  /** A problem that is not there any more. */
  LetterPart settled(String kind, String subject, OffsetDateTime since) {
    return new LetterPart(
        key(kind, subject),
        NoticeState.SETTLED.code(),
        messages.text("state.settled", name(kind, subject), at(since)));
  }

  private String name(String kind, String subject) {
    return subject.isEmpty() || subject.equals("0")
        ? messages.text("problem." + kind)
        : messages.text("problem." + kind + ".of", subject);
  }

  private String titled(String what) {
    return county.isEmpty()
        ? messages.text("title", what)
        : messages.text("title.of-county", county, what);
  }

  private String closing() {
    return console.map(address -> messages.text("console", address)).orElse("");
  }

  private String at(OffsetDateTime moment) {
    return Moment.in(zone, moment);
  }

  private static String key(String kind, String subject) {
    return subject.isEmpty() ? kind : kind + "-" + subject;
  }
}
