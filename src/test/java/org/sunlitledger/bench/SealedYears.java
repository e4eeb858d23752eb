package org.sunlitledger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.cli.shell.PreparedParts;
import org.sunlitledger.close.snapshot.PartSink;
import org.sunlitledger.close.snapshot.SnapshotContents;
import org.sunlitledger.close.snapshot.SnapshotFiles;
import org.sunlitledger.close.snapshot.SnapshotStore;
import org.sunlitledger.close.snapshot.YearCloseTable;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.database.audit.AuditChain;
import org.sunlitledger.database.audit.AuditTrail;
import org.sunlitledger.figure.CatalogueReader;

/**
 * Closes generated years as the program does, with whole snapshots, although lines of them are open
 * and nothing is reconciled.
 */
final class SealedYears implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final Path out;

  /**
   * @param settings of the program that works on the same database
   */
  SealedYears(Map<String, String> settings, Path out) {
    this.out = out;
    this.context =
        new SpringApplicationBuilder(PreparedParts.class)
            .main(PreparedParts.class)
            .web(WebApplicationType.NONE)
            .run(
                settings.entrySet().stream()
                    .map(one -> "--%s=%s".formatted(one.getKey(), one.getValue()))
                    .toArray(String[]::new));
  }

  private <T> T the(Class<T> part) {
    return context.getBean(part);
  }

  void close(int year) throws IOException {
    the(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              try {
                seal(year);
              } catch (IOException problem) {
                throw new UncheckedIOException(problem);
              }
            });
    the(SnapshotFiles.class).writeMissing(year, out);
  }

  private void seal(int year) throws IOException {
    SnapshotStore store = the(SnapshotStore.class);
    YearCloseTable closes = the(YearCloseTable.class);
    AuditChain chain = the(AuditChain.class);
    chain.lock();
    long id = store.next();
    SealedClose unsealed =
        new SealedClose(
            id,
            year,
            1,
            OffsetDateTime.now(the(Clock.class)).truncatedTo(ChronoUnit.MICROS),
            "bench",
            the(CatalogueReader.class).read(year).version(),
            "",
            chain.head(),
            true);
    PartSink sink = store.into(id);
    sink.part(SnapshotContents.CLOSE, part -> part.write(SnapshotContents.close(unsealed)));
    the(SnapshotContents.class).writeTo(sink, unsealed, closes.closedBefore(year));
    SealedClose close = unsealed.sealed(SnapshotStore.digest(store.parts(id)));
    closes.add(close);
    the(AuditTrail.class).add("bench", "close", year, close.event());
  }

  @Override
  public void close() {
    context.close();
  }
}
