package org.sunlitledger.console.reconcile;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.close.ready.Reconciliations;
import org.sunlitledger.close.ready.Reconciliations.ReconciliationState;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.PageWords;
import org.sunlitledger.console.live.LiveRuns;
import org.sunlitledger.console.receive.UploadSettings;
import org.sunlitledger.console.reconcile.ProofLinks.LinkedRow;
import org.sunlitledger.console.reconcile.ReconciliationNumbers.ChangedDelivery;
import org.sunlitledger.console.reconcile.ReconciliationNumbers.ToDecide;
import org.sunlitledger.database.ClosedYears;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.proof.LedgerGaps;
import org.sunlitledger.reconcile.proof.LeftOut;
import org.sunlitledger.reconcile.proof.LeftOutText;
import org.sunlitledger.reconcile.proof.Reconciler;
import org.sunlitledger.reconcile.proof.Reconciliation;
import org.sunlitledger.reconcile.proof.ReconciliationReader;
import org.sunlitledger.register.Registers;
import org.sunlitledger.view.RunList;
import org.sunlitledger.view.RunList.Run;

/** What the page about the reconciliation of a year shows. */
@Component
public final class ReconciliationModel {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final ReconciliationReader reader;
  private final Reconciliations reconciliations;
  private final ReconciliationNumbers numbers;
  private final ProofLinks links;
  private final Kinds kinds;
  private final LedgerGaps gaps;
  private final LedgerHandIns handIns;
  private final ClosedYears closed;
  private final RunList runs;
  private final LiveRuns live;
  private final Registers registers;
  private final Rules rules;
  private final UploadSettings settings;
  private final PageWords words;

  ReconciliationModel(
      ReconciliationReader reader,
      Reconciliations reconciliations,
      ReconciliationNumbers numbers,
      ProofLinks links,
      Kinds kinds,
      LedgerGaps gaps,
      LedgerHandIns handIns,
      ClosedYears closed,
      RunList runs,
      LiveRuns live,
      Registers registers,
      Rules rules,
      UploadSettings settings,
      PageWords words) {
    this.reader = reader;
    this.reconciliations = reconciliations;
    this.numbers = numbers;
    this.links = links;
    this.kinds = kinds;
    this.gaps = gaps;
    this.handIns = handIns;
    this.closed = closed;
    this.runs = runs;
    this.live = live;
    this.registers = registers;
    this.rules = rules;
    this.settings = settings;
    this.words = words;
  }

  /**
   * The result of the last reconciliation.
   *
   * @param matched percent of the ledger's amount, never rounded up to the whole; null where the
   *     ledger has none
   * @param matchedFen fen of the entries that were matched
   */
  public record Result(
      Reconciliation reconciliation,
      ToDecide toDecide,
      List<LinkedRow> proof,
      @Nullable BigDecimal matched,
      long matchedFen) {}

  /**
   * A part of the ledger that is not imported.
   *
   * @param delivery where something can be done about it; null where nothing of the file was kept
   * @param decision who set it aside and why; empty while nobody has
   */
  public record Part(String sentence, @Nullable Long delivery, String decision) {}

  /**
   * Fills the model.
   *
   * @param fault why what was asked for was not done, in lines
   */
  void fill(int year, List<String> fault, Frame frame, Model model) throws IOException {
    SignedIn person = frame.signedIn().orElseThrow();
    Optional<Run> run = numbers.lastRun(year).flatMap(runs::find);
    Optional<Result> result = result(year);
    ReconciliationState state = reconciliations.of(year);
    List<ChangedDelivery> changed =
        state == ReconciliationState.OUT_OF_DATE
            ? numbers.changed(year, result.orElseThrow().toDecide().madeAt())
            : List.of();
    model.addAttribute("year", year);
    model.addAttribute("fault", fault);
    model.addAttribute("state", state);
    model.addAttribute("result", result.orElse(null));
    model.addAttribute(
        "changed", changed.stream().filter(delivery -> person.reaches(delivery.name())).toList());
    model.addAttribute("changedInAll", changed.size());
    model.addAttribute("leftOut", parts(gaps.leftOut(year), person, frame));
    model.addAttribute("setAside", parts(gaps.setAside(year), person, frame));
    model.addAttribute("handIn", handIns.of(year));
    model.addAttribute("hasLedger", numbers.hasLedger(year));
    model.addAttribute("isClosed", closed.freezing(year).isPresent());
    model.addAttribute("isOfWholeCounty", person.isOfWholeCounty());
    model.addAttribute("run", run.orElse(null));
    model.addAttribute(
        "news", run.flatMap(r -> live.of(r.id())).filter(news -> !news.ended()).orElse(null));
    model.addAttribute(
        "steps", run.filter(Run::isGoing).map(r -> runs.steps(r.id())).orElse(List.of()));
    model.addAttribute("words", words.codes(frame));
    model.addAttribute("kinds", kinds);
    model.addAttribute("ledger", registers.get(Reconciler.LEDGER));
    model.addAttribute("limit", settings.uploadLimit().toMegabytes());
  }

  private Optional<Result> result(int year) {
    return reader
        .of(year)
        .map(
            found -> {
              long matched =
                  found.strategies().stream().mapToLong(Reconciliation.Matched::fen).sum();
              return new Result(
                  found,
                  numbers.toDecide(year).orElseThrow(),
                  links.of(year, found.proof()),
                  percent(matched, found.entryFen()),
                  matched);
            });
  }

  private static @Nullable BigDecimal percent(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.FLOOR);
  }

  private List<Part> parts(List<LeftOut> parts, SignedIn person, Frame frame) {
    Messages sentences =
        frame.messages().isChinese() ? Messages.chinese("year-end") : Messages.english("year-end");
    LeftOutText text = new LeftOutText(sentences, rules);
    return parts.stream()
        .map(
            part ->
                new Part(
                    text.sentence(part),
                    person.isOfWholeCounty() ? part.delivery().orElse(null) : null,
                    part.setAside()
                        .map(
                            decision ->
                                sentences.text("left-out.decided", decision.by(), decision.why()))
                        .orElse("")))
        .toList();
  }
}
