package org.sunlitledger.notice.problem;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A channel did not accept what was sent last; the others say so. */
public final class SilentChannel implements Watch {
  private static final String KIND = "channel";

  private final JdbcClient jdbc;
  private final List<String> channels;

  /**
   * @param channels names of those that are configured
   */
  public SilentChannel(JdbcClient jdbc, List<String> channels) {
    this.jdbc = jdbc;
    this.channels = channels;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Seen> look() {
    return jdbc
        .sql(
            """
            select channel
            from notice_channel
            where sent_at is distinct from tried_at
            order by channel
            """)
        .query(String.class)
        .list()
        .stream()
        .filter(channels::contains)
        .map(channel -> Seen.of(KIND, channel, "channel", channel))
        .toList();
  }
}
