package org.sunlitledger.job;

import java.sql.Array;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.quantity.text.Messages;

/** What runs say to people besides their result; a page reads it after the process has ended. */
@Component
public final class RunNotes {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  RunNotes(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * A sentence.
   *
   * @param kind its key in the bundle {@code close}
   * @param arguments what stands in it
   */
  public record RunNote(String kind, List<String> arguments) {

    static RunNote of(String kind, Object... arguments) {
      return new RunNote(kind, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** The sentence, in the language of a bundle. */
    public String text(Messages sentences) {
      return sentences.text(kind, arguments.toArray());
    }
  }

  /** Keeps what a run says, in its order, in place of what was kept of it. */
  void keep(long run, List<RunNote> notes) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("delete from run_note where run = :run").param("run", run).update();
          for (int place = 0; place < notes.size(); place++) {
            jdbc.sql(
                    """
                    insert into run_note (run, place, kind, arguments)
                    values (:run, :place, :kind, :arguments)
                    """)
                .param("run", run)
                .param("place", place)
                .param("kind", notes.get(place).kind())
                .param("arguments", notes.get(place).arguments().toArray(String[]::new))
                .update();
          }
        });
  }

  /** What a run said. */
  public List<RunNote> of(long run) {
    return jdbc.sql("select kind, arguments from run_note where run = :run order by place")
        .param("run", run)
        .query(
            (row, number) -> {
              Array arguments = row.getArray(2);
              return new RunNote(row.getString(1), List.of((String[]) arguments.getArray()));
            })
        .list();
  }
}
