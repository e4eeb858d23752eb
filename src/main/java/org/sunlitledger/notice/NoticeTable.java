package org.sunlitledger.notice;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.notice.channel.ChannelAnswer;

/** Records what was sent on each channel, after the channel has answered. */
final class NoticeTable {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  NoticeTable(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** A notice of a problem that was due. */
  record DueNotice(long problem, NoticeState state) {}

  /** What a channel has accepted about each problem that there ever was. */
  List<NotifiedProblem> notified(String channel) {
    return jdbc.sql(
            """
            with accepted as (
              select p.kind, p.subject, n.id, n.at, n.state
              from notice n
              join problem p on p.id = n.problem_id
              where n.channel = :channel
                and n.sent
            ),
            latest as (
              select distinct on (kind, subject) id, kind, subject, since, settled
              from problem
              order by kind, subject, id desc
            )
            select
              l.id as problem,
              l.kind,
              l.subject,
              l.since,
              l.settled is not null as settled,
              (
                select count(*)
                from accepted a
                where a.kind = l.kind
                  and a.subject = l.subject
                  and a.id > coalesce((
                    select max(s.id)
                    from accepted s
                    where s.kind = l.kind
                      and s.subject = l.subject
                      and s.state = 'settled'), 0)
              ) as times,
              (
                select max(a.at)
                from accepted a
                where a.kind = l.kind
                  and a.subject = l.subject
              ) as last
            from latest l
            order by l.kind, l.subject
            """)
        .param("channel", channel)
        .query(
            (row, number) ->
                new NotifiedProblem(
                    row.getLong("problem"),
                    row.getString("kind"),
                    row.getString("subject"),
                    row.getObject("since", OffsetDateTime.class),
                    row.getBoolean("settled"),
                    row.getInt("times"),
                    row.getObject("last", OffsetDateTime.class)))
        .list();
  }

  /** When a channel accepted something last. */
  Optional<OffsetDateTime> lastSent(String channel) {
    return jdbc.sql(
            """
            select sent_at
            from notice_channel
            where channel = :channel
              and sent_at is not null
            """)
        .param("channel", channel)
        .query(OffsetDateTime.class)
        .optional();
  }

  /** Records the answer of a channel to what was sent on it. */
  void record(ChannelAnswer answer, List<DueNotice> due, OffsetDateTime now) {
    transaction.executeWithoutResult(
        status -> {
          due.forEach(notice -> record(answer, notice, now));
          jdbc.sql(
                  """
                  insert into notice_channel (channel, tried_at, sent_at, answer)
                  values (:channel, :now, case when :sent then cast(:now as timestamptz) end, :answer)
                  on conflict (channel) do update
                  set tried_at = excluded.tried_at,
                    sent_at = coalesce(excluded.sent_at, notice_channel.sent_at),
                    answer = excluded.answer
                  """)
              .param("channel", answer.channel())
              .param("now", now)
              .param("sent", answer.isSent())
              .param("answer", answer.recorded())
              .update();
        });
  }

  private void record(ChannelAnswer answer, DueNotice notice, OffsetDateTime now) {
    jdbc.sql(
            """
            insert into notice (problem_id, channel, state, at, sent, answer)
            values (:problem, :channel, :state, :now, :sent, :answer)
            """)
        .param("problem", notice.problem())
        .param("channel", answer.channel())
        .param("state", notice.state().code())
        .param("now", now)
        .param("sent", answer.isSent())
        .param("answer", answer.recorded())
        .update();
  }
}
