package org.sunlitledger.close.snapshot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.quantity.digest.DigestStream;
import org.sunlitledger.quantity.digest.Sha256;

/** Snapshots as the database keeps them: parts with their digests, contents in chunks. */
@Component
public final class SnapshotStore {
  private static final int CHUNK = 1 << 20;

  private final JdbcClient jdbc;

  SnapshotStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A part as it was listed when the snapshot was sealed. */
  public record SnapshotPart(String name, long bytes, String sha256) {}

  /** The number of the next snapshot. */
  public long next() {
    return jdbc.sql("select nextval(pg_get_serial_sequence('year_close', 'id'))")
        .query(Long.class)
        .single();
  }

  /** Takes the parts of a snapshot; part of the caller's transaction. */
  public PartSink into(long close) {
    return (name, content) -> {
      DigestStream out = new DigestStream(new BufferedOutputStream(new Chunks(close, name), CHUNK));
      content.writeTo(out);
      out.flush();
      jdbc.sql(
              """
              insert into snapshot_part (close_id, name, bytes, sha256)
              values (:close, :name, :bytes, :sha256)
              """)
          .param("close", close)
          .param("name", name)
          .param("bytes", out.bytes())
          .param("sha256", out.sha256())
          .update();
    };
  }

  /** Its parts, sorted by name. */
  public List<SnapshotPart> parts(long close) {
    return jdbc.sql(
            "select name, bytes, sha256 from snapshot_part where close_id = :close order by name")
        .param("close", close)
        .query(
            (row, number) -> new SnapshotPart(row.getString(1), row.getLong(2), row.getString(3)))
        .list();
  }

  /** Writes what a part holds, chunk by chunk; within a transaction. */
  public void copy(long close, String name, OutputStream out) {
    try (Stream<byte[]> chunks =
        jdbc
            .sql(
                """
                select content
                from snapshot_chunk
                where close_id = :close
                  and name = :name
                order by seq
                """)
            .param("close", close)
            .param("name", name)
            .withFetchSize(4)
            .query((row, number) -> row.getBytes(1))
            .stream()) {
      chunks.forEach(
          chunk -> {
            try {
              out.write(chunk);
            } catch (IOException problem) {
              throw new UncheckedIOException(problem);
            }
          });
    }
  }

  /** Names under which content is kept that no part is listed for. */
  public List<String> unlisted(long close) {
    return jdbc.sql(
            """
            select distinct name
            from snapshot_chunk
            where close_id = :close
            except
            select name
            from snapshot_part
            where close_id = :close
            order by name
            """)
        .param("close", close)
        .query(String.class)
        .list();
  }

  /**
   * The list of parts and digests as {@code sha256sum -c} reads it; the snapshot's digest is that
   * of this list.
   */
  public static byte[] list(List<SnapshotPart> parts) {
    Map<String, String> sorted = new TreeMap<>();
    parts.forEach(part -> sorted.put(part.name(), part.sha256()));
    StringBuilder list = new StringBuilder();
    sorted.forEach((name, sha256) -> list.append(sha256).append("  ").append(name).append('\n'));
    return list.toString().getBytes(StandardCharsets.UTF_8);
  }

  public static String digest(List<SnapshotPart> parts) {
    return Sha256.sha256(list(parts));
  }

  /** Each buffer that is handed over becomes a row. */
  private final class Chunks extends OutputStream {
    private final long close;
    private final String name;
    private int seq;

    Chunks(long close, String name) {
      this.close = close;
      this.name = name;
    }

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      jdbc.sql(
              """
              insert into snapshot_chunk (close_id, name, seq, content)
              values (:close, :name, :seq, :content)
              """)
          .param("close", close)
          .param("name", name)
          .param("seq", seq)
          .param("content", java.util.Arrays.copyOfRange(bytes, from, from + count))
          .update();
      seq++;
    }
  }
}
