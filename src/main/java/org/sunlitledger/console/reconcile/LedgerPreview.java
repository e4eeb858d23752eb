package org.sunlitledger.console.reconcile;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.upload.PreviewCard;
import org.sunlitledger.console.upload.PreviewCard.CardPart;
import org.sunlitledger.console.upload.PreviewCard.CardProblem;
import org.sunlitledger.console.upload.Previews;
import org.sunlitledger.intake.inbox.FilePreview;
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
  private final Registers registers;

  LedgerPreview(Previews previews, Registers registers) {
    this.previews = previews;
    this.registers = registers;
  }

  PreviewCard of(Frame frame, int year, UntakenFile file) throws IOException {
    FilePreview seen = previews.named(year, file.path());
    return withOtherRegisters(
        frame,
        seen,
        previews.card(
            frame,
            year,
            new FilePreview(
                seen.state(),
                seen.sha256(),
                seen.bytes(),
                year,
                false,
                Optional.empty(),
                seen.parts().stream().map(this::asLedger).toList())));
  }

  /** A file of another register is sent to where such files are handed in. */
  private PreviewCard withOtherRegisters(Frame frame, FilePreview seen, PreviewCard card) {
    List<CardPart> parts =
        IntStream.range(0, card.parts().size())
            .mapToObj(
                at -> {
                  CardPart part = card.parts().get(at);
                  return seen.parts().get(at).fault().isPresent()
                          || otherRegister(seen.parts().get(at)).isEmpty()
                      ? part
                      : new CardPart(
                          part.title(),
                          part.refused(),
                          part.facts(),
                          part.problems().stream().map(problem -> other(frame, problem)).toList());
                })
            .toList();
    return new PreviewCard(card.refused(), card.notice(), parts);
  }

  private CardProblem other(Frame frame, CardProblem problem) {
    return new CardProblem(
        frame.text("reconciliation.ledger.other"),
        problem.place(),
        problem.found(),
        title(Reconciler.LEDGER),
        frame.text("reconciliation.ledger.other.do"));
  }

  private PartPreview asLedger(PartPreview part) {
    return new PartPreview(
        part.sheet(),
        part.year(),
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
