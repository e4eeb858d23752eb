package org.sunlitledger.notice.problem;

import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A channel did not accept what was sent last; the others say so. */
@Component
@Lazy
final class SilentChannel implements Watch {
  static final String KIND = "channel";

  private final JdbcClient jdbc;

  SilentChannel(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Seen> look(Look at) {
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
        .filter(at.channels()::contains)
        .map(channel -> Seen.of(KIND, channel, "channel", channel))
        .toList();
  }
}
