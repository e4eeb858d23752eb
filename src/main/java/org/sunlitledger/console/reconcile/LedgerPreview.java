package org.sunlitledger.console.reconcile;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.upload.PreviewCard;
import org.sunlitledger.console.upload.PreviewCard.CardPart;
import org.sunlitledger.console.upload.Previews;
import org.sunlitledger.intake.inbox.FilePreview;
import org.sunlitledger.intake.inbox.FilePreview.EarlierDelivery;
import org.sunlitledger.intake.inbox.FilePreview.FoundProblem;
import org.sunlitledger.intake.inbox.FilePreview.PartPreview;
import org.sunlitledger.intake.inbox.UntakenFiles.UntakenFile;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.reconcile.proof.Reconciler;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/** What a reconciliation would take a file of a ledger for, or why it would not take it. */
@Component
final class LedgerPreview {
  private final Previews previews;
  private final LedgerHandIns handIns;
  private final ReconciliationNumbers numbers;
  private final Registers registers;

  LedgerPreview(
      Previews previews,
      LedgerHandIns handIns,
      ReconciliationNumbers numbers,
      Registers registers) {
    this.previews = previews;
    this.handIns = handIns;
    this.numbers = numbers;
    this.registers = registers;
  }

  PreviewCard of(Frame frame, int year, UntakenFile file) throws IOException {
    FilePreview seen = previews.of(year, handIns.root(), file.path());
    Optional<EarlierDelivery> earlier = seen.receivedAs();
    if (earlier.isPresent()) {
      return known(frame, earlier.get());
    }
    return previews.card(
        frame,
        year,
        new FilePreview(
            seen.state(),
            seen.sha256(),
            seen.bytes(),
            year,
            false,
            Optional.empty(),
            seen.parts().stream().map(part -> asLedger(part, year)).toList()));
  }

  /** For an inbox it would be superfluous; a ledger is handed in as a whole each time. */
  private PreviewCard known(Frame frame, EarlierDelivery earlier) {
    boolean isRefused = earlier.status().equals("refused");
    boolean isLedger = numbers.isLedger(earlier.id());
    String said =
        frame.text(
            isRefused
                ? "upload.refused-before"
                : isLedger ? "reconciliation.ledger.known" : "reconciliation.ledger.other",
            earlier.id(),
            frame.moment(earlier.receivedAt()));
    return isRefused || !isLedger
        ? new PreviewCard(true, said, List.of())
        : new PreviewCard(
            false,
            "",
            List.of(new CardPart(title(Reconciler.LEDGER), false, List.of(said), List.of())));
  }

  /** A ledger is for the year that it is handed in for, and neither corrects nor supplements. */
  private PartPreview asLedger(PartPreview part, int year) {
    return new PartPreview(
        part.sheet(),
        year,
        part.register(),
        part.units(),
        part.lines(),
        Optional.empty(),
        Optional.empty(),
        part.fault().or(() -> otherRegister(part)),
        part.remarks());
  }

  private Optional<FoundProblem> otherRegister(PartPreview part) {
    return part.register()
        .filter(register -> !register.equals(Reconciler.LEDGER))
        .map(
            register ->
                new FoundProblem(
                    0,
                    new ShapeFinding(
                        ShapeRule.FILE_HEADER, "", title(register), title(Reconciler.LEDGER))));
  }

  private String title(String register) {
    return registers.find(register).map(Register::title).orElse(register);
  }
}
