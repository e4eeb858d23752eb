package org.sunlitledger.notice;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.close.YearState;
import org.sunlitledger.database.SessionLock;
import org.sunlitledger.job.LastRuns;
import org.sunlitledger.notice.NoticeTable.DueNotice;
import org.sunlitledger.notice.channel.BadSetting;
import org.sunlitledger.notice.channel.ChannelAnswer;
import org.sunlitledger.notice.channel.Channels;
import org.sunlitledger.notice.channel.Dispatch.Errand;
import org.sunlitledger.notice.channel.Letter.LetterPart;
import org.sunlitledger.notice.problem.Examined;
import org.sunlitledger.notice.problem.FailedNight;
import org.sunlitledger.notice.problem.OpenForPeople;
import org.sunlitledger.notice.problem.Seen;
import org.sunlitledger.notice.problem.SilentChannel;
import org.sunlitledger.notice.problem.Watch;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.report.CountyOfBooks;
import org.sunlitledger.upkeep.NotExamined;

/**
 * Looks for problems and sends what is due. First it is sent, then it is recorded: if the program
 * is killed in between, a notice is sent twice rather than never.
 */
@Component
@Lazy
public final class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  /** An older night is no sign of life. */
  private static final Duration HEARTBEAT_WITHIN = Duration.ofDays(1);

  private final DataSource dataSource;
  private final ProblemTable problems;
  private final NoticeTable notices;
  private final LastRuns runs;
  private final OpenItems open;
  private final YearState state;
  private final CountyOfBooks county;
  private final Environment environment;
  private final Clock clock;

  Notices(
      DataSource dataSource,
      TransactionTemplate transaction,
      LastRuns runs,
      OpenItems open,
      YearState state,
      CountyOfBooks county,
      Environment environment,
      Clock clock) {
    JdbcClient jdbc = JdbcClient.create(dataSource);
    this.dataSource = dataSource;
    this.problems = new ProblemTable(jdbc, transaction);
    this.notices = new NoticeTable(jdbc, transaction);
    this.runs = runs;
    this.open = open;
    this.state = state;
    this.county = county;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * Looks for problems and sends what is due. A channel that does not answer holds this up no
   * longer than the configured time.
   *
   * @throws BadSetting if a setting is wrong
   */
  public NoticeResult send() {
    NoticeSettings settings = NoticeSettings.of(environment, clock);
    Channels channels = new Channels(settings.channels(), clock);
    if (channels.configured().isEmpty()) {
      return NoticeResult.none();
    }
    return SessionLock.NOTICES
        .alone(dataSource, settings.channels().timeout(), () -> send(settings, channels))
        .orElseGet(() -> NoticeResult.busy(channels.configured()));
  }

  /** What was seen by the watches that could look. */
  private record Sight(List<Seen> seen, List<String> unseen) {
    List<Seen> of(NotifiedProblem problem) {
      return seen.stream()
          .filter(
              one -> one.kind().equals(problem.kind()) && one.subject().equals(problem.subject()))
          .toList();
    }
  }

  /** What is sent on a channel, and the notices in it. */
  private record Outgoing(Errand errand, List<DueNotice> due) {}

  private NoticeResult send(NoticeSettings settings, Channels channels) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    Sight sight = look(watches(settings, channels), now);
    NoticeWords words =
        new NoticeWords(settings.messages(), county.name(), settings.console(), clock.getZone());
    List<Outgoing> letters = new ArrayList<>();
    for (String channel : channels.names()) {
      letter(channel, channels, sight, words, now).ifPresent(letters::add);
    }
    heartbeat(channels, now).ifPresent(beat -> letters.add(new Outgoing(beat, List.of())));
    List<ChannelAnswer> answers = channels.send(letters.stream().map(Outgoing::errand).toList());
    for (int place = 0; place < answers.size(); place++) {
      ChannelAnswer answer = answers.get(place);
      if (!answer.isSent()) {
        LOG.warn("{} accepted no notice: {}", answer.channel(), answer.recorded());
      }
      notices.record(answer, letters.get(place).due(), now);
    }
    return new NoticeResult(channels.configured(), false, sight.seen(), sight.unseen(), answers);
  }

  private List<Watch> watches(NoticeSettings settings, Channels channels) {
    List<Watch> watches = new ArrayList<>();
    watches.add(new FailedNight(runs));
    settings.installation().examinations(() -> dataSource).stream()
        .map(Examined::new)
        .forEach(watches::add);
    watches.add(new OpenForPeople(open, state));
    watches.add(new SilentChannel(JdbcClient.create(dataSource), channels.configured()));
    return watches;
  }

  private Sight look(List<Watch> watches, OffsetDateTime now) {
    List<Seen> all = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    for (Watch watch : watches) {
      try {
        List<Seen> seen = watch.look();
        problems.note(watch.kind(), seen, now);
        all.addAll(seen);
      } catch (NotExamined | IOException problem) {
        LOG.info("cannot look for {}", watch.kind(), problem);
        unseen.add(watch.kind());
      }
    }
    return new Sight(all, unseen);
  }

  private Optional<Outgoing> letter(
      String channel, Channels channels, Sight sight, NoticeWords words, OffsetDateTime now) {
    Map<DueNotice, LetterPart> parts = new LinkedHashMap<>();
    for (NotifiedProblem problem : notices.notified(channel)) {
      // the other channels say that this one does not work
      if (!problem.subject().equals(channel)) {
        problem
            .due(now)
            .ifPresent(
                state ->
                    part(problem, state, sight, words)
                        .ifPresent(
                            part -> parts.put(new DueNotice(problem.problem(), state), part)));
      }
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Outgoing(
                channels.letter(channel, words.letter(List.copyOf(parts.values()))),
                List.copyOf(parts.keySet())));
  }

  /** There are no more notices of a problem while it cannot be looked for. */
  private static Optional<LetterPart> part(
      NotifiedProblem problem, NoticeState state, Sight sight, NoticeWords words) {
    return state == NoticeState.SETTLED
        ? Optional.of(words.settled(problem.kind(), problem.subject(), problem.since()))
        : Optional.of(sight.of(problem))
            .filter(seen -> !seen.isEmpty())
            .map(seen -> words.lasting(seen, state, problem.since()));
  }

  /** Sent once for each good night. */
  private Optional<Errand> heartbeat(Channels channels, OffsetDateTime now) {
    return channels
        .heartbeat()
        .filter(
            beat -> {
              Optional<Instant> good = runs.lastGoodNight();
              Optional<Instant> sent =
                  notices.lastSent(beat.channel()).map(OffsetDateTime::toInstant);
              return good.isPresent()
                  && good.get().plus(HEARTBEAT_WITHIN).isAfter(now.toInstant())
                  && sent.map(good.get()::isAfter).orElse(true);
            });
  }
}
