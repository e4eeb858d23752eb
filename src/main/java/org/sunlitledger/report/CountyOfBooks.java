package org.sunlitledger.report;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.database.audit.AuditTrail;
import org.sunlitledger.quantity.text.ListText;
import org.sunlitledger.register.code.HeaderText;

/**
 * The county whose books the database holds. The first night records its name; from then on the
 * definitions of another county are refused until a person adopts them, on the record.
 */
@Component
public final class CountyOfBooks {
  private final County definitions;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail audit;
  private final Clock clock;

  CountyOfBooks(
      County definitions,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      AuditTrail audit,
      Clock clock) {
    this.definitions = definitions;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The definitions must name the county of the books, in any of their years.
   *
   * @throws ForeignDefinitions when they name only others
   */
  public void require() {
    List<String> names = definitions.names();
    owner()
        .filter(owner -> names.stream().noneMatch(name -> isIn(owner, name)))
        .ifPresent(
            owner -> {
              throw new ForeignDefinitions(names, owner);
            });
  }

  /**
   * The definitions must name the county of the books in a year. A county that was renamed has
   * another name in some years, and a person says so once by adopting it.
   *
   * @throws ForeignDefinitions when they name another
   */
  public void require(int year) {
    String name = definitions.name(year);
    owner()
        .filter(owner -> !isIn(owner, name))
        .ifPresent(
            owner -> {
              throw new ForeignDefinitions(List.of(name), owner);
            });
  }

  /**
   * Records whose books these are, if nobody has yet.
   *
   * @throws ForeignDefinitions when they are another county's
   */
  public void claim(int year) {
    if (owner().isEmpty()) {
      record(List.of(definitions.name(year)), null);
    }
    require(year);
  }

  /** Makes these the books of the county that the definitions name, in all of their years. */
  public void adopt(int year, String who) {
    definitions.name(year);
    List<String> names = definitions.names();
    List<String> before = owner().orElse(List.of());
    if (!before.equals(names)) {
      transaction.executeWithoutResult(
          status -> {
            record(names, who);
            audit.add(who, "adopt", year, ListText.join(before) + " → " + ListText.join(names));
          });
    }
  }

  /** What the county is called; empty until the first night has recorded it. */
  public String name() {
    return String.join("、", owner().orElse(List.of()));
  }

  /** The names of the county, if any night has recorded them. */
  private Optional<List<String>> owner() {
    return jdbc.sql("select names from county order by id desc limit 1")
        .query((row, number) -> List.of((String[]) row.getArray(1).getArray()))
        .optional();
  }

  private void record(List<String> names, @Nullable String who) {
    jdbc.sql(
            """
            insert into county (names, recorded_at, recorded_by)
            values (:names, :now, :who)
            """)
        .param("names", names.toArray(String[]::new))
        .param("now", OffsetDateTime.now(clock))
        .param("who", who)
        .update();
  }

  private static boolean isIn(List<String> names, String name) {
    Set<String> normal = names.stream().map(HeaderText::normal).collect(Collectors.toSet());
    return normal.contains(HeaderText.normal(name));
  }
}
