package org.sunlitledger.intake.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.intake.delivery.Deliveries;
import org.sunlitledger.intake.delivery.FileParts;
import org.sunlitledger.intake.delivery.FileParts.FilePart;
import org.sunlitledger.intake.delivery.NewDeliveries;
import org.sunlitledger.intake.file.DeliveryName;
import org.sunlitledger.intake.file.FilePath;
import org.sunlitledger.intake.file.FileSurvey;
import org.sunlitledger.intake.file.HandedIn;
import org.sunlitledger.intake.file.HiddenNames;
import org.sunlitledger.intake.layout.header.HeaderFinder;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.source.DeliveredFile;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/**
 * Files that a person names as the complete register for a year, such as the treasury's ledger.
 * They are only read and never moved. Earlier deliveries count until all named files count, see
 * {@code check.NamedWholes}. The list of named files is kept, so that the next run continues after
 * a kill.
 */
@Component
public final class NamedFiles {
  private final NewDeliveries fresh;
  private final FileParts parts;
  private final Deliveries deliveries;
  private final Registers registers;
  private final HiddenNames hidden;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  NamedFiles(
      NewDeliveries fresh,
      FileParts parts,
      Deliveries deliveries,
      Registers registers,
      HiddenNames hidden,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.fresh = fresh;
    this.parts = parts;
    this.deliveries = deliveries;
    this.registers = registers;
    this.hidden = hidden;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  private record SurveyedFile(HandedIn file, List<FilePart> parts) {
    String sha256() {
      return file.survey().sha256();
    }
  }

  /**
   * Enters all files or none. A part that cannot be read is entered with the reason.
   *
   * @throws IllegalStateException when a file is another register; nothing has changed then
   */
  public void enter(String register, List<Path> files, int year) throws IOException {
    List<SurveyedFile> all = new ArrayList<>();
    for (Path file : files) {
      FileSurvey survey = FileSurvey.survey(file);
      List<FilePart> found = parts(file, survey);
      refuseForeign(registers.get(register), file, found);
      DeliveryName name = DeliveryName.ofNamed(file).hidden(hidden);
      all.add(new SurveyedFile(new HandedIn(file, name, year, survey), found));
    }
    Register wanted = registers.get(register);
    transaction.executeWithoutResult(
        status -> {
          name(register, year, all);
          all.forEach(named -> enter(wanted, named));
          offerAgain(register, year);
        });
  }

  private List<FilePart> parts(Path path, FileSurvey survey) throws IOException {
    try (DeliveredFile file = DeliveredFile.of(path, survey)) {
      List<FilePart> found = parts.find(file, FilePath.shown(path), survey);
      found.forEach(part -> hidden.learn(EarlyNames.in(file, part)));
      return found;
    }
  }

  private void refuseForeign(Register register, Path file, List<FilePart> found) {
    boolean isForeign =
        found.stream().anyMatch(part -> part.header().isPresent())
            && found.stream().noneMatch(part -> part.isOf(register.name()));
    if (isForeign) {
      throw new IllegalStateException(
          "%1$s 不是可用的“%2$s”，未作任何改动 / %1$s is not a %3$s that can be used; nothing was changed"
              .formatted(
                  hidden.hide(FilePath.shown(file.getFileName())),
                  register.title(),
                  register.name()));
    }
  }

  /** Keeps the list of named files. Files that were named before and never counted are closed. */
  private void name(String register, int year, List<SurveyedFile> all) {
    jdbc.sql("delete from named_file where register = :register and year = :year")
        .param("register", register)
        .param("year", year)
        .update();
    for (SurveyedFile named : all) {
      jdbc.sql(
              """
              insert into named_file (register, year, sha256, name)
              values (:register, :year, :sha256, :name)
              on conflict do nothing
              """)
          .param("register", register)
          .param("year", year)
          .param("sha256", named.sha256())
          .param("name", named.file().name().name())
          .update();
    }
    // nobody could say later how much of an interrupted delivery is imported
    others(register, year, List.of("received", "loading"))
        .forEach(id -> deliveries.forget(deliveries.get(id)));
    for (long id : others(register, year, List.of("loaded", "offered", "refused"))) {
      jdbc.sql("update delivery set status = 'superseded' where id = :id").param("id", id).update();
    }
  }

  private List<Long> others(String register, int year, List<String> statuses) {
    return jdbc.sql(
            """
            select id
            from delivery
            where register = :register
              and year = :year
              and status = any(:statuses)
              and id not in (select id from named_delivery)
            order by id
            """)
        .param("register", register)
        .param("year", year)
        .param("statuses", statuses.toArray(String[]::new))
        .query(Long.class)
        .list();
  }

  private void enter(Register register, SurveyedFile named) {
    for (FilePart found : named.parts()) {
      FilePart part = orLeftOut(register, found);
      Optional<Long> known = known(named, part.sheet());
      HandedIn sheet =
          named.parts().size() == 1
              ? named.file()
              : named
                  .file()
                  .withName(named.file().name().withSheet(part.sheetName()).hidden(hidden));
      if (known.isEmpty()) {
        // the corrections are decided for all files together
        fresh.supersedeRefused(sheet);
        fresh.add(sheet, part, register.name(), Optional.empty());
      } else {
        fresh.readAgain(known.get(), part, register.name());
      }
    }
  }

  /** Turns a sheet of another register into a rejected part. */
  private static FilePart orLeftOut(Register register, FilePart part) {
    if (part.header().isEmpty() || part.isOf(register.name())) {
      return part;
    }
    HeaderFinder.FoundHeader header = part.header().orElseThrow();
    ShapeFinding finding =
        new ShapeFinding(
            ShapeRule.FILE_HEADER, "", header.header().register().title(), register.title());
    return FilePart.refused(part.sheet(), part.sheetName(), new FileFault(finding, header.line()));
  }

  private Optional<Long> known(SurveyedFile named, int sheet) {
    return jdbc.sql(
            """
            select id
            from delivery
            where sha256 = :sha256
              and year = :year
              and sheet = :sheet
            """)
        .param("sha256", named.sha256())
        .param("year", named.file().year())
        .param("sheet", sheet)
        .query(Long.class)
        .optional();
  }

  /** Sets imported deliveries to be checked again together with the others. */
  private void offerAgain(String register, int year) {
    jdbc.sql(
            """
            update delivery d
            set status = 'loaded'
            from named_delivery n
            where n.id = d.id
              and n.register = :register
              and n.year = :year
              and d.status in ('superseded', 'offered')
            """)
        .param("register", register)
        .param("year", year)
        .update();
  }
}
