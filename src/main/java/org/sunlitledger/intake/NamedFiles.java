package org.sunlitledger.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.intake.FileParts.Part;

/**
 * Files that somebody names as the whole of a register for a year, such as the treasury's ledger.
 * They are only read. What else there was of the register no longer counts, and what was superseded
 * counts again when it is named again.
 */
@Component
public final class NamedFiles {
  private final NewDeliveries fresh;
  private final FileParts parts;
  private final Deliveries deliveries;
  private final HiddenNames hidden;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  NamedFiles(
      NewDeliveries fresh,
      FileParts parts,
      Deliveries deliveries,
      HiddenNames hidden,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.fresh = fresh;
    this.parts = parts;
    this.deliveries = deliveries;
    this.hidden = hidden;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  private record Named(Path file, FileSurvey survey, List<Part> parts) {}

  /**
   * Enters them, all or none.
   *
   * @throws IllegalStateException when one is not of the register or cannot be read; then nothing
   *     has changed but that the reason is kept with the file
   */
  public void enter(String register, List<Path> files, int year) throws IOException {
    List<Named> all = new ArrayList<>();
    for (Path file : files) {
      FileSurvey survey = FileSurvey.of(file);
      Named named = new Named(file, survey, parts.of(file, FilePath.shown(file), survey));
      named.parts().forEach(part -> hidden.learn(EarlyNames.in(file, survey, part)));
      refuse(register, named, year);
      all.add(named);
    }
    transaction.executeWithoutResult(
        status -> {
          all.forEach(named -> enterNew(named, year));
          replace(register, year, all.stream().map(named -> named.survey().sha256()).toList());
        });
  }

  private void enterNew(Named named, int year) {
    if (!deliveries.isKnown(named.survey().sha256(), year)) {
      DeliveryName name = DeliveryName.ofNamed(named.file()).hidden(hidden);
      // what they correct is decided for all of them, see replace
      fresh.enter(
          new HandedIn(named.file(), name, year, named.survey()),
          named.parts(),
          Map.of(),
          sheet -> false);
    }
  }

  private void refuse(String register, Named named, int year) {
    boolean unreadable = named.parts().stream().anyMatch(part -> part.fault().isPresent());
    boolean foreign =
        named.parts().stream()
            .flatMap(part -> part.header().stream())
            .anyMatch(found -> !found.header().register().name().equals(register));
    if (unreadable) {
      transaction.executeWithoutResult(status -> enterNew(named, year));
    }
    if (unreadable || foreign) {
      throw new IllegalStateException(
          "%1$s 不是可用的 %2$s，未做任何改动，见 ./sunlit rejects / %1$s is not a %2$s that can be used; nothing was changed, see ./sunlit rejects"
              .formatted(hidden.hide(FilePath.shown(named.file())), register));
    }
  }

  private void replace(String register, int year, List<String> named) {
    // of what was cut off half way nobody could say later how much is in
    jdbc.sql(
            """
            select id
            from delivery
            where register = :register
              and year = :year
              and status in ('received', 'loading')
              and sha256 <> all(:named)
            """)
        .param("register", register)
        .param("year", year)
        .param("named", named.toArray(String[]::new))
        .query(Long.class)
        .list()
        .forEach(id -> deliveries.forget(deliveries.get(id)));
    jdbc.sql(
            """
            update delivery d
            set status = case when n.named then 'loaded' else 'superseded' end
            from (
              select d.id, coalesce(s.sha256, d.sha256) = any(:named) as named
              from delivery d
              left join delivery s on s.id = d.supplements
              where d.register = :register
                and d.year = :year
            ) n
            where n.id = d.id
              and (
                n.named and d.status = 'superseded'
                or not n.named and d.status in ('live', 'loaded')
              )
            """)
        .param("register", register)
        .param("year", year)
        .param("named", named.toArray(String[]::new))
        .update();
  }
}
