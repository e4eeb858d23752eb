package org.sunlitledger.notice.channel;

import java.util.Optional;
import org.sunlitledger.quantity.text.Messages;

/**
 * What a channel answered.
 *
 * @param channel its name
 * @param said by the other side, if it accepted what was sent
 * @param problem why nothing was sent, otherwise
 */
public record ChannelAnswer(String channel, String said, Optional<NotSent> problem) {

  public boolean isSent() {
    return problem.isEmpty();
  }

  /** The answer in a sentence. */
  public String text(Messages notices) {
    return problem.map(why -> why.text(notices)).orElseGet(() -> notices.text("sent", said));
  }

  /** The answer as it is recorded. */
  public String recorded() {
    return problem.map(why -> why.text(Messages.english("notices"))).orElse(said);
  }

  static ChannelAnswer sent(String channel, String said) {
    return new ChannelAnswer(channel, said, Optional.empty());
  }

  static ChannelAnswer failed(String channel, NotSent problem) {
    return new ChannelAnswer(channel, "", Optional.of(problem));
  }
}
