package org.sunlitledger.notice;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.sunlitledger.database.schema.DatabaseRefused;
import org.sunlitledger.notice.channel.BadSetting;
import org.sunlitledger.notice.channel.ChannelAnswer;
import org.sunlitledger.notice.channel.Channels;
import org.sunlitledger.notice.channel.Letter;

/** Notices that need no database: those that it does not answer, and tests of the channels. */
public final class DirectNotices {
  private final NoticeWords words;
  private final Channels channels;

  /**
   * @throws BadSetting if a setting is wrong
   */
  public DirectNotices(Clock clock) {
    this(NoticeSettings.withoutDatabase(clock), clock);
  }

  /**
   * @throws BadSetting if a setting is wrong
   */
  public DirectNotices(Environment environment, Clock clock) {
    this(NoticeSettings.of(environment, clock), clock);
  }

  private DirectNotices(NoticeSettings settings, Clock clock) {
    this.channels = new Channels(settings.channels(), clock);
    this.words = new NoticeWords(settings.messages(), "", settings.console(), clock.getZone());
  }

  /** The names of the channels that are configured, with that of the heartbeat. */
  public List<String> channels() {
    return channels.configured();
  }

  /** Sends something on each channel; empty if none is configured. */
  public List<ChannelAnswer> test() {
    Letter letter = words.test();
    return channels.send(
        Stream.concat(
                channels.names().stream().map(name -> channels.letter(name, letter)),
                channels.heartbeat().stream())
            .toList());
  }

  /**
   * Says that the program cannot work at all. As nothing can be recorded, each call says so.
   *
   * @param problem why it does not start; if it refuses the database, as one for which an upgrade
   *     is due, the letter says that
   */
  public List<ChannelAnswer> sayThatNothingWorks(Throwable problem) {
    Letter letter = words.nothingWorks(DatabaseRefused.in(problem));
    return channels.send(
        channels.names().stream().map(name -> channels.letter(name, letter)).toList());
  }
}
