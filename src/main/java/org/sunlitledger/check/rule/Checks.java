package org.sunlitledger.check.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.check.alike.AlikeLines;
import org.sunlitledger.check.alike.DigestMaker;
import org.sunlitledger.check.alike.DuplicateKeys;
import org.sunlitledger.check.alike.KeyForms;
import org.sunlitledger.check.alike.LineDigests.Wanted;
import org.sunlitledger.check.alike.SimilarKeys;
import org.sunlitledger.check.rule.Check.Stage;
import org.sunlitledger.check.rule.Reversals.Reversing;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.definition.Years;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;
import org.sunlitledger.register.Villages;

/**
 * Holds tonight's candidates against the rules: lines of deliveries that are loaded, lines that
 * wait for a counterpart, and lines to be looked at again. Run twice it finds the same.
 */
@Component
public final class Checks {
  private static final int ROUNDS = 5;

  private final List<Check> checks;
  private final Registers registers;
  private final Villages villages;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Recheck recheck;
  private final Candidates candidates;
  private final Verdicts verdicts;
  private final LineRules lineRules;
  private final DigestMaker digests;
  private final AlikeLines alike;
  private final KeyForms forms;
  private final Reversals reversals;
  private final EarlierRecords earlier;

  public Checks(
      Definitions definitions,
      Registers registers,
      Villages villages,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Recheck recheck,
      Candidates candidates,
      Verdicts verdicts,
      LineRules lineRules,
      DigestMaker digests,
      AlikeLines alike,
      KeyForms forms,
      Reversals reversals,
      EarlierRecords earlier) {
    this.checks = Check.all(definitions, registers);
    this.registers = registers;
    this.villages = villages;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.recheck = recheck;
    this.candidates = candidates;
    this.verdicts = verdicts;
    this.lineRules = lineRules;
    this.digests = digests;
    this.alike = alike;
    this.forms = forms;
    this.reversals = reversals;
    this.earlier = earlier;
  }

  public List<Check> all() {
    return checks;
  }

  /** Finds what is wrong and gives every candidate its verdict, in one transaction. */
  public void run() {
    transaction.executeWithoutResult(
        status -> {
          recheck.mark(checks);
          List<Candidates.CandidatesOf> found =
              registers.all().stream().map(candidates::show).flatMap(Optional::stream).toList();
          List<Register> concerned = found.stream().map(Candidates.CandidatesOf::register).toList();
          concerned.forEach(this::analyse);
          concerned.forEach(verdicts::takeBack);
          concerned.forEach(this::digest);
          int positive = concerned.stream().mapToInt(reversals::findNotNegative).sum();
          if (findByLine(concerned) + find(Stage.RECORDS, found) + positive > 0) {
            verdicts.give(concerned);
          }
          if (villages.isListed()) {
            found.forEach(this::findUnknownVillages);
          }
          // only now: a line that is refused anyway must not keep out a good one with its key
          found.stream().filter(of -> of.register().hasKey()).forEach(this::findDuplicates);
          verdicts.give(concerned);
          found.stream().filter(of -> of.register().hasKey()).forEach(this::findSimilar);
          verdicts.give(concerned);
          List<Reversing> reversing =
              concerned.stream().map(reversals::prepare).flatMap(Optional::stream).toList();
          for (int round = 0; round < ROUNDS && findCounterparts(found, reversing) > 0; round++) {
            // a line that must wait may be what another one waits for: until nothing changes
            verdicts.give(concerned);
          }
          if (find(Stage.TOTAL, found) > 0) {
            verdicts.give(concerned);
            // an entry that is refused now cannot be taken back
            if (reversing.stream().mapToInt(reversals::find).sum() > 0) {
              verdicts.give(concerned);
            }
          }
          reversing.forEach(reversals::findBelowZero);
          verdicts.outdateRollUps(concerned);
          concerned.forEach(candidates::hide);
        });
  }

  /**
   * Makes the digests by which later nights find lines of a register whose records leave the
   * database.
   */
  public void digestForLater(Register register) {
    digests.prepareForFiles(register, EarlierRecords.columns(register, checks));
  }

  /** Makes the digests of everything that the rules of a register ask for, in one reading. */
  void digest(Register register) {
    digests.prepare(
        register,
        Stream.of(
                Stream.of(new DuplicateKeys(register).columns()),
                checks.stream()
                    .filter(check -> check.register().equals(register.name()))
                    .map(Check::alike),
                reversals.digested(register))
            .flatMap(lists -> lists)
            .filter(columns -> !columns.isEmpty())
            .distinct()
            .toList());
  }

  /**
   * Fresh rows have no statistics yet, and without them the planner guesses badly; a few will do.
   */
  private void analyse(Register register) {
    jdbc.sql("set local default_statistics_target = 20").update();
    jdbc.sql("analyze %s, delivery".formatted(SqlName.checked(register.name()))).update();
  }

  private void findDuplicates(Candidates.CandidatesOf candidates) {
    Register register = candidates.register();
    DuplicateKeys keys = new DuplicateKeys(register);
    alike.show(new Wanted(register, keys.columns(), candidates.years()));
    verdicts.find(
        keys.query(),
        new Verdicts.Breach(
            DuplicateKeys.RULE, "error", false, register.key().get(0), Years.ALWAYS));
  }

  private int findCounterparts(List<Candidates.CandidatesOf> found, List<Reversing> reversing) {
    return find(Stage.COUNTERPART, found) + reversing.stream().mapToInt(reversals::find).sum();
  }

  private void findSimilar(Candidates.CandidatesOf candidates) {
    SimilarKeys similar = new SimilarKeys(candidates.register());
    if (similar.key().fields().isEmpty()
        || !forms.mayBeSimilar(similar.key(), candidates.years())) {
      return;
    }
    List<String> columns = similar.key().columns();
    digests.prepare(candidates.register(), List.of(columns));
    alike.show(new Wanted(candidates.register(), columns, candidates.years()));
    String field = similar.key().fields().get(0).name();
    similar
        .probablyTheSame()
        .ifPresent(
            query ->
                verdicts.find(
                    query,
                    new Verdicts.Breach(SimilarKeys.RULE, "error", false, field, Years.ALWAYS)));
    verdicts.find(
        similar.alike(),
        new Verdicts.Breach(SimilarKeys.RULE, "warning", false, field, Years.ALWAYS));
  }

  private void findUnknownVillages(Candidates.CandidatesOf candidates) {
    UnknownVillages unknown = new UnknownVillages(candidates.register());
    unknown
        .village()
        .ifPresent(
            village ->
                verdicts.find(
                    unknown.query(),
                    new Verdicts.Breach(
                        UnknownVillages.RULE, "warning", false, village.name(), Years.ALWAYS)));
  }

  private int findByLine(List<Register> concerned) {
    return concerned.stream()
        .mapToInt(
            register ->
                lineRules.find(
                    register,
                    checks.stream()
                        .filter(check -> check.stage() == Stage.LINE)
                        .filter(check -> check.register().equals(register.name()))
                        .toList()))
        .sum();
  }

  private int find(Stage stage, List<Candidates.CandidatesOf> concerned) {
    int found = 0;
    for (Check check : checks) {
      for (Candidates.CandidatesOf candidates : concerned) {
        if (check.stage() == stage && check.register().equals(candidates.register().name())) {
          found += find(check, candidates);
        }
      }
    }
    return found;
  }

  private int find(Check check, Candidates.CandidatesOf candidates) {
    if (!check.alike().isEmpty()) {
      alike.show(new Wanted(candidates.register(), check.alike(), years(check, candidates)));
    }
    earlier.recall(check, candidates.register());
    Verdicts.Breach breach =
        new Verdicts.Breach(
            check.id(), check.severity(), check.waits(), check.field(), check.effective());
    return check.file().run(() -> verdicts.find(query(check, candidates.register()), breach));
  }

  /** Over the lines that its stage may see, with what it found and expected as people read it. */
  private static String query(Check check, Register register) {
    boolean money = check.isMoney(register);
    return """
    %s
    select b.delivery_id, b.line, %s as found, %s as expected
    from (
    %s
    ) b
    """
        .formatted(
            CandidateColumns.of(register, List.of(check)).with(check.stage().seesAcceptedOnly()),
            WrittenValue.of("b.found", money),
            WrittenValue.of("b.expected", money),
            check.file().sql());
  }

  /** Lines of one day are of one year: each must lie in the year it was delivered for. */
  private static Years years(Check check, Candidates.CandidatesOf candidates) {
    Register register = candidates.register();
    boolean sameDay =
        register.date().map(register::field).map(Field::column).stream()
            .anyMatch(check.alike()::contains);
    return sameDay ? candidates.years() : Years.ALWAYS;
  }
}
