package org.sunlitledger.intake.kinship;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.intake.delivery.Deliveries;
import org.sunlitledger.intake.kinship.CommonKeys.Comparison;
import org.sunlitledger.intake.kinship.CommonKeys.LineChanges;
import org.sunlitledger.intake.kinship.CommonKeys.WholeDelivery;
import org.sunlitledger.intake.kinship.CurrentDeliveries.CurrentDelivery;
import org.sunlitledger.intake.kinship.CurrentDeliveries.Loaded;
import org.sunlitledger.intake.kinship.Kinship.EarlierDelivery;
import org.sunlitledger.intake.line.FileFault;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/**
 * Decides for each loaded delivery how it relates to earlier deliveries of the same register and
 * year: as a correction, as an additional delivery, or rejected because this is unclear. Deliveries
 * are handled in the order of arrival, and each year of a register in one transaction. A decision
 * is never made twice. For registers without a key the names of the files decide.
 *
 * <p>Cost: nothing if there is no other delivery; else one scan of the digests of the year's keys.
 * The earlier lines are only counted if there are common keys.
 */
@Component
public class KinshipDecider {
  private final Registers registers;
  private final CurrentDeliveries deliveries;
  private final CommonKeys keys;
  private final AcceptedKinships accepted;
  private final Deliveries intake;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  KinshipDecider(
      Registers registers,
      CurrentDeliveries deliveries,
      CommonKeys keys,
      AcceptedKinships accepted,
      Deliveries intake,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.registers = registers;
    this.deliveries = deliveries;
    this.keys = keys;
    this.accepted = accepted;
    this.intake = intake;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Decides for all deliveries that are loaded and undecided. */
  public void relate() {
    for (Register register : registers.all()) {
      if (register.hasKey()) {
        for (int year : deliveries.undecidedYears(register.name())) {
          transaction.executeWithoutResult(status -> relate(register, year));
        }
      }
    }
  }

  private void relate(Register register, int year) {
    Optional<Comparison> comparison = Optional.empty();
    for (Loaded loaded : deliveries.undecided(register.name(), year)) {
      List<CurrentDelivery> standing = deliveries.before(loaded);
      if (standing.isEmpty()) {
        keep(loaded, Optional.empty(), Optional.empty());
        continue;
      }
      if (comparison.isEmpty()) {
        jdbc.sql("analyze delivery").update();
        comparison = Optional.of(keys.begin(register, year));
      }
      relate(loaded, standing, comparison.get());
    }
  }

  private void relate(Loaded loaded, List<CurrentDelivery> standing, Comparison comparison) {
    int own = comparison.take(loaded.id());
    jdbc.sql("update delivery set keys = :keys where id = :id")
        .param("keys", own)
        .param("id", loaded.id())
        .update();
    Kinship kinship =
        decided(loaded, standing)
            .orElseGet(
                () ->
                    Kinship.decide(
                        new Kinship.Newcomer(loaded.marked(), loaded.lines(), own),
                        earlier(loaded, standing, comparison),
                        corrected ->
                            comparison.commonBeyond(
                                whole(standing, corrected.id()), wholes(standing))));
    if (kinship instanceof Kinship.Correction correction) {
      WholeDelivery corrected = whole(standing, correction.earlier());
      keep(
          loaded,
          Optional.of(corrected.id()),
          Optional.of(comparison.changes(loaded.id(), corrected)));
    } else if (kinship instanceof Kinship.Unclear unclear) {
      FileFault fault = new FileFault(ShapeRule.FILE_KINSHIP, loaded.name(), unclear.shares());
      intake.refuse(intake.get(loaded.id()), List.of(fault));
    } else {
      keep(loaded, Optional.empty(), Optional.empty());
    }
  }

  /** The decision of a person, as long as the corrected delivery counts. */
  private Optional<Kinship> decided(Loaded loaded, List<CurrentDelivery> standing) {
    return accepted
        .find(loaded.id())
        .filter(
            kinship ->
                !(kinship instanceof Kinship.Correction correction)
                    || standing.stream().anyMatch(one -> one.id() == correction.earlier()));
  }

  private List<EarlierDelivery> earlier(
      Loaded loaded, List<CurrentDelivery> standing, Comparison comparison) {
    Map<Long, Integer> common = comparison.common(wholes(standing));
    List<EarlierDelivery> earlier = new ArrayList<>();
    for (CurrentDelivery one : standing) {
      boolean sameName = one.hasNameOf(loaded);
      int shared = common.getOrDefault(one.id(), 0);
      int count = shared > 0 || sameName ? count(one, comparison) : one.keys().orElse(0);
      earlier.add(
          new EarlierDelivery(
              one.id(), one.name(), sameName, one.hasNameLike(loaded), count, shared));
    }
    return earlier;
  }

  /**
   * The number of keys. It is counted once, because a delivery never changes. A delivery with
   * supplements can change and is counted each time.
   */
  private int count(CurrentDelivery one, Comparison comparison) {
    if (one.whole().parts().size() > 1) {
      return comparison.count(one.whole());
    }
    return one.keys()
        .orElseGet(
            () -> {
              int counted = comparison.count(one.whole());
              jdbc.sql("update delivery set keys = :keys where id = :id")
                  .param("keys", counted)
                  .param("id", one.id())
                  .update();
              return counted;
            });
  }

  private static WholeDelivery whole(List<CurrentDelivery> standing, long id) {
    return standing.stream().filter(one -> one.id() == id).findFirst().orElseThrow().whole();
  }

  private static List<WholeDelivery> wholes(List<CurrentDelivery> standing) {
    return standing.stream().map(CurrentDelivery::whole).toList();
  }

  private void keep(Loaded loaded, Optional<Long> corrected, Optional<LineChanges> changes) {
    Map<String, Object> values = new HashMap<>();
    values.put("id", loaded.id());
    values.put("corrected", corrected.orElse(null));
    values.put("added", changes.map(LineChanges::added).orElse(null));
    values.put("gone", changes.map(LineChanges::gone).orElse(null));
    values.put("changed", changes.map(LineChanges::changed).orElse(null));
    values.put("fenAdded", changes.map(LineChanges::fenAdded).orElse(null));
    values.put("fenGone", changes.map(LineChanges::fenGone).orElse(null));
    values.put("fenChanged", changes.map(LineChanges::fenChanged).orElse(null));
    jdbc.sql(
            """
            update delivery
            set related = true,
              supersedes = cast(:corrected as bigint),
              lines_added = cast(:added as integer),
              lines_gone = cast(:gone as integer),
              lines_changed = cast(:changed as integer),
              fen_added = cast(:fenAdded as bigint),
              fen_gone = cast(:fenGone as bigint),
              fen_changed = cast(:fenChanged as bigint)
            where id = :id
            """)
        .params(values)
        .update();
  }
}
