package org.sunlitledger.database.audit;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.audit.AuditTrail.Event;
import org.sunlitledger.quantity.digest.KeyedHash;

/**
 * Chains the events of the audit trail. The digest of an event is HMAC-SHA-256 under the county's
 * key. It covers the digest before it (in hexadecimal; nothing for the first event) and the event's
 * values: the instant in UTC, who, the operating system's user, the action, the year, the number,
 * the detail, and if it says through what it came about, that and the account. Each value is
 * written as its length in UTF-16 units, a colon and the value.
 */
@Component
public final class AuditChain {
  private final JdbcClient jdbc;
  private final KeyedHash hash;

  AuditChain(JdbcClient jdbc, KeyedHash hash) {
    this.jdbc = jdbc;
    this.hash = hash;
  }

  /** The same chain, in another session. */
  AuditChain in(JdbcClient session) {
    return new AuditChain(session, hash);
  }

  /**
   * An event that differs from the recorded one, or the first event after a gap.
   *
   * @param id number of the event in the table
   */
  public record BrokenLink(long id, Event event) {}

  private record Link(long id, Event event, String digest) {}

  /**
   * Waits for any other session that adds an event, and prevents others from adding one until the
   * transaction ends. In a transaction with a fixed snapshot of the database, call this first.
   */
  public void lock() {
    jdbc.sql("lock table audit_event in share row exclusive mode").update();
  }

  /** The number of the last event; 0 if there is none. */
  public long head() {
    return jdbc.sql("select coalesce(max(id), 0) from audit_event").query(Long.class).single();
  }

  /** The digest of an event in hexadecimal; empty if there is no such event. */
  public String digest(long event) {
    return jdbc.sql("select encode(digest, 'hex') from audit_event where id = :id")
        .param("id", event)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** The digest of an event that follows the last one. The caller holds the lock of the chain. */
  byte[] next(Event event) {
    String last =
        jdbc.sql("select encode(digest, 'hex') from audit_event order by id desc limit 1")
            .query(String.class)
            .optional()
            .orElse("");
    return digest(last, event);
  }

  /**
   * Computes all digests again within a transaction. Returns the first event whose digest differs.
   */
  public Optional<BrokenLink> firstBroken() {
    AtomicReference<String> before = new AtomicReference<>("");
    try (Stream<Link> links =
        jdbc
            .sql(
                "select id, %s, encode(digest, 'hex') as digest from audit_event order by id"
                    .formatted(AuditTrail.COLUMNS))
            .withFetchSize(1_000)
            .query(
                (row, number) ->
                    new Link(row.getLong("id"), AuditTrail.event(row), row.getString("digest")))
            .stream()) {
      return links
          .filter(
              link -> {
                byte[] digest = digest(before.getAndSet(link.digest()), link.event());
                return !HexFormat.of().formatHex(digest).equals(link.digest());
              })
          .findFirst()
          .map(link -> new BrokenLink(link.id(), link.event()));
    }
  }

  private byte[] digest(String before, Event event) {
    StringBuilder text = new StringBuilder(before);
    add(text, event.at().toInstant().toString());
    add(text, event.who());
    add(text, event.osUser());
    add(text, event.action());
    add(text, String.valueOf(event.year()));
    add(text, event.discrepancy().map(String::valueOf).orElse(""));
    add(text, event.detail());
    event
        .via()
        .ifPresent(
            via -> {
              add(text, via.place());
              add(text, via.login().orElse(""));
            });
    return hash.hash(text.toString());
  }

  private static void add(StringBuilder text, String value) {
    text.append(value.length()).append(':').append(value);
  }
}
