package org.sunlitledger.close;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sunlitledger.close.store.RecordStore;
import org.sunlitledger.close.store.RecordStore.RecordsStored;
import org.sunlitledger.close.store.RecordStore.StoreResult;
import org.sunlitledger.figure.CatalogueReader;
import org.sunlitledger.figure.Explanation;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.figure.LineProofs;
import org.sunlitledger.reconcile.proof.ProofCheck;
import org.sunlitledger.reconcile.proof.ReconciliationReader;
import org.sunlitledger.rollup.LineFilter;
import org.sunlitledger.rollup.LinePlace;
import org.sunlitledger.rollup.Lines;
import org.sunlitledger.testing.Office;

/** Moves records of closed years to files, and looks at what is said about them. */
public record StoringDesk(Office office) {

  public StoreResult store(int year) {
    try {
      return office.the(RecordStore.class).store(year, "甲", office.out());
    } catch (Exception problem) {
      throw new IllegalStateException(problem);
    }
  }

  public RecordsStored mustStore(int year) {
    StoreResult result = store(year);
    assertThat(result).isInstanceOf(RecordsStored.class);
    return (RecordsStored) result;
  }

  /** The files of a move, without the list. */
  public List<Path> files(RecordsStored stored) {
    try (Stream<Path> files = Files.list(stored.folder())) {
      return files.filter(file -> file.toString().endsWith(".csv.gz")).sorted().toList();
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** The numbers of records in the tables that are moved. */
  public List<String> rows() {
    return new Desk(office)
        .list(
            """
            select 'payment ' || count(*) from payment
            union all select 'subsidy ' || count(*) filter (where verdict = 'a') from subsidy
            union all select 'treasury_entry ' || count(*) from treasury_entry
            union all select 'aid ' || count(*) filter (where verdict = 'a') from aid
            """);
  }

  /** What is said about a year from its lines; of the cells of its statutory tables only a few. */
  public List<String> said(int year) {
    Explanation explanation = office.the(Explanation.class);
    List<String> said = new ArrayList<>();
    for (Figure figure : office.the(CatalogueReader.class).read(year).figures().values()) {
      if (!figure.id().startsWith("F") && !figure.id().endsWith("_1_1")) {
        continue;
      }
      explanation.lines(year, List.of(figure), (leaf, line) -> said.add(leaf.id() + " " + line));
      said.add(
          office.the(LineProofs.class).of(year, figure.id()).orElseThrow().counted().toString());
      explanation
          .sets(year, figure)
          .forEach(
              set ->
                  said.add(
                      office
                          .the(Lines.class)
                          .page(set, LineFilter.ALL, LinePlace.START, 5)
                          .toString()));
    }
    var reconciliation = office.the(ReconciliationReader.class).of(year).orElseThrow();
    said.add(reconciliation.toString());
    said.add(office.the(ProofCheck.class).differing(year, reconciliation.proof()).toString());
    return said;
  }
}
