package org.sunlitledger.console.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sunlitledger.check.rule.Rules.Rule;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.intake.inbox.EntryState;
import org.sunlitledger.intake.inbox.FilePreview;
import org.sunlitledger.intake.inbox.FilePreview.EarlierDelivery;
import org.sunlitledger.intake.inbox.FilePreview.FoundProblem;
import org.sunlitledger.intake.inbox.FilePreview.PartPreview;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.text.SafeText;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/**
 * What a card says about a file before a run: what the run would take it for, or why it would
 * refuse it.
 *
 * @param refused whether some part of it would be refused
 * @param notice about the whole file; empty if there is nothing to say
 */
public record PreviewCard(boolean refused, String notice, List<CardPart> parts) {

  /**
   * One table of the file.
   *
   * @param facts in short words, one after the other
   * @param problems that refuse it, or that the run would note
   */
  public record CardPart(
      String title, boolean refused, List<String> facts, List<CardProblem> problems) {}

  /**
   * A problem in the words of the run.
   *
   * @param place line and column; empty if it is about the whole file
   */
  public record CardProblem(
      String title, String place, String found, String expected, String mend) {}

  static PreviewCard of(
      Frame frame, int year, FilePreview preview, Registers registers, Map<String, Rule> rules) {
    CardWords words = new CardWords(frame, year, registers, rules);
    List<CardPart> parts = preview.parts().stream().map(part -> words.part(preview, part)).toList();
    boolean isRefused =
        preview.state() != EntryState.FILE || parts.stream().anyMatch(CardPart::refused);
    return new PreviewCard(isRefused, words.notice(preview), parts);
  }

  private record CardWords(Frame frame, int year, Registers registers, Map<String, Rule> rules) {

    String notice(FilePreview preview) {
      if (preview.state() != EntryState.FILE) {
        return frame.text("upload.state." + preview.state());
      }
      return preview
          .receivedAs()
          .map(
              known ->
                  frame.text(
                      known.status().equals("refused") ? "upload.refused-before" : "upload.known",
                      known.id(),
                      frame.moment(known.receivedAt())))
          .orElse("");
    }

    CardPart part(FilePreview file, PartPreview part) {
      String register =
          part.register()
              .flatMap(registers::find)
              .map(Register::title)
              .orElse(frame.text("upload.unrecognised"));
      String title = part.sheet().isEmpty() ? register : part.sheet() + "：" + register;
      List<CardProblem> problems =
          part.fault().isPresent()
              ? List.of(problem(part, part.fault().get()))
              : part.remarks().stream().map(remark -> problem(part, remark)).toList();
      return new CardPart(
          SafeText.line(title),
          part.fault().isPresent(),
          part.fault().isPresent() ? List.of() : facts(file, part),
          problems);
    }

    private List<String> facts(FilePreview file, PartPreview part) {
      List<String> facts = new ArrayList<>();
      facts.add(frame.text("upload.lines", frame.count(part.lines())));
      if (!part.units().isEmpty()) {
        String units = part.units().stream().map(MoneyUnit::text).collect(Collectors.joining("、"));
        facts.add(frame.text("upload.units", units));
      }
      facts.add(
          frame.text(part.year() == year ? "upload.year" : "upload.other-year", part.year(), year));
      if (part.supplements().isPresent()) {
        facts.add(frame.text("upload.supplements", part.supplements().get()));
      } else if (part.corrects().isPresent()) {
        EarlierDelivery earlier = part.corrects().get();
        facts.add(
            frame.text(
                "upload.corrects",
                SafeText.line(earlier.name()),
                earlier.id(),
                frame.moment(earlier.receivedAt())));
      } else if (file.isMarked()) {
        facts.add(frame.text("upload.marked"));
      }
      return facts;
    }

    private CardProblem problem(PartPreview part, FoundProblem problem) {
      Optional<Rule> rule = Optional.ofNullable(rules.get(problem.finding().rule().id()));
      return new CardProblem(
          rule.map(Rule::title).orElse(problem.finding().rule().id()),
          place(part, problem),
          SafeText.line(problem.finding().found()),
          SafeText.line(
              rule.map(of -> of.expectation(problem.finding().expected()))
                  .orElse(problem.finding().expected())),
          mend(rule));
    }

    /** Without commands, where the rule names some. */
    private String mend(Optional<Rule> rule) {
      String here = rule.map(of -> frame.messages().find("rule-mend." + of.id())).orElse("");
      return here.isEmpty() ? rule.map(Rule::mend).orElse("") : here;
    }

    private String place(PartPreview part, FoundProblem problem) {
      String field = problem.finding().field();
      String column =
          SafeText.line(
              part.register()
                  .flatMap(registers::find)
                  .map(register -> register.fieldTitle(field))
                  .orElse(field));
      if (problem.line() == 0) {
        return column.isEmpty() ? "" : frame.text("upload.column", column);
      }
      return column.isEmpty()
          ? frame.text("upload.line", problem.line())
          : frame.text("upload.line-column", problem.line(), column);
    }
  }
}
