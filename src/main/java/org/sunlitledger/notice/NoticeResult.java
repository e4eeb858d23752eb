package org.sunlitledger.notice;

import java.util.List;
import org.sunlitledger.notice.channel.ChannelAnswer;
import org.sunlitledger.notice.problem.Seen;

/**
 * The result of looking for problems and sending notices.
 *
 * @param channels that are configured; nothing else was done if there are none
 * @param busy whether another process sends, and nothing was done
 * @param problems what is wrong now
 * @param unseen kinds of problems that could not be looked for
 * @param answers of the channels on which something was due
 */
public record NoticeResult(
    List<String> channels,
    boolean busy,
    List<Seen> problems,
    List<String> unseen,
    List<ChannelAnswer> answers) {

  static NoticeResult none() {
    return new NoticeResult(List.of(), false, List.of(), List.of(), List.of());
  }

  static NoticeResult busy(List<String> channels) {
    return new NoticeResult(channels, true, List.of(), List.of(), List.of());
  }
}
