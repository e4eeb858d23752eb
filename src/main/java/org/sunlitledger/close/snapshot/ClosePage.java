package org.sunlitledger.close.snapshot;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.snapshot.SnapshotStore.SnapshotPart;
import org.sunlitledger.close.snapshot.YearCloseTable.SealedClose;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.database.audit.AuditChain;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.Moment;
import org.sunlitledger.report.County;
import org.sunlitledger.report.PrintedPage;
import org.sunlitledger.report.PrintedPage.Code;

/**
 * The page of a close to print, sign and put away, {@code out/YEAR/closed-N.html}. It has what
 * nobody can change afterwards once it is on paper: the SHA-256 of the snapshot, and the last event
 * of the audit trail that the snapshot has.
 */
@Component
public final class ClosePage {
  private static final Messages WORDS = Messages.chinese("close-page");

  /** Digits of a digest that people read in one go. */
  private static final int GROUP = 8;

  private final County county;
  private final AuditChain chain;
  private final SnapshotStore store;
  private final Clock clock;

  ClosePage(County county, AuditChain chain, SnapshotStore store, Clock clock) {
    this.county = county;
    this.chain = chain;
    this.store = store;
    this.clock = clock;
  }

  public static Path file(Path out, SealedClose close) {
    return SnapshotFiles.folder(out, close).resolveSibling(close.folder() + ".html");
  }

  /** The same for the same close. */
  public byte[] of(SealedClose close) {
    PrintedPage page = new PrintedPage(WORDS.text("title", close.year(), close.number()));
    String at = Moment.in(clock.getZone(), close.at());
    page.made(county.facts(close.year()).getOrDefault("office", ""));
    page.paragraph(WORDS.text("closed", close.by(), at));
    page.header(words("what", "digest"));
    page.row(List.of(WORDS.text("snapshot"), grouped(close.sha256())));
    page.row(trail(close));
    page.endOfTable();
    page.heading(WORDS.text("verify"));
    page.paragraph(WORDS.text("by-program", close.year(), close.number(), close.sha256()));
    page.paragraph(WORDS.text("without", close.folder()));
    page.paragraph(WORDS.text("paper"));
    page.signatures(words("closer", "checker", "head", "date", "seal"));
    page.heading(WORDS.text("parts"));
    page.header(words("part", "digest"));
    for (SnapshotPart part : store.parts(close.id())) {
      if (!part.name().startsWith(ClosedYears.DEFINITIONS)) {
        page.row(List.of(part.name(), new Code(part.sha256())));
      }
    }
    page.endOfTable();
    return page.bytes();
  }

  private List<Object> trail(SealedClose close) {
    return close.auditHead() == 0
        ? List.of(WORDS.text("trail.none"), "")
        : List.of(WORDS.text("trail", close.auditHead()), grouped(chain.digest(close.auditHead())));
  }

  private static List<String> words(String... keys) {
    return Stream.of(keys).map(key -> WORDS.text(key)).toList();
  }

  private static Code grouped(String digest) {
    return new Code(digest.replaceAll("(.{%d})(?=.)".formatted(GROUP), "$1 "));
  }
}
