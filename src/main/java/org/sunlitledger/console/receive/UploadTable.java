package org.sunlitledger.console.receive;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who handed in which bytes. The digest connects them with the delivery that a run makes of them;
 * names of files, which may be those of people, are not kept here.
 */
@Component
class UploadTable {
  private final JdbcClient jdbc;
  private final Clock clock;

  UploadTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Records a file that is about to appear on a shelf. */
  void add(String sha256, long account) {
    jdbc.sql("insert into upload (sha256, account_id, at) values (:sha256, :account, :now)")
        .param("sha256", sha256)
        .param("account", account)
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  /** Deletes the last record of a file that did not come in, or is withdrawn before any run. */
  void forget(String sha256) {
    jdbc.sql(
            """
            delete from upload
            where id = (
              select max(u.id)
              from upload u
              where u.sha256 = :sha256
                and not exists (
                  select
                  from delivery d
                  where d.sha256 = u.sha256
                    and d.received_at >= u.at
                )
            )
            """)
        .param("sha256", sha256)
        .update();
  }
}
