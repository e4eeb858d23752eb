package org.sunlitledger.console.mend;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sunlitledger.console.child.ChildRuns;
import org.sunlitledger.console.draft.MendColumn;
import org.sunlitledger.console.draft.MendDelivery;
import org.sunlitledger.console.draft.MendLine;
import org.sunlitledger.console.draft.MendSheet;
import org.sunlitledger.console.draft.MendSheets;
import org.sunlitledger.console.draft.Submission;
import org.sunlitledger.console.draft.Submissions;
import org.sunlitledger.console.draft.TypedCells;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;

/**
 * Shows what is about to be handed in, asks for what is kept nowhere, and hands it in. A run begins
 * at once.
 */
@Controller
final class SubmitPage {
  private static final Pattern CELL = Pattern.compile("c([0-9]{1,8})_([0-9]{1,4})");

  private final MendDoor door;
  private final MendSheets sheets;
  private final MendViews views;
  private final Submissions submissions;
  private final ChildRuns runs;

  SubmitPage(
      MendDoor door, MendSheets sheets, MendViews views, Submissions submissions, ChildRuns runs) {
    this.door = door;
    this.sheets = sheets;
    this.views = views;
    this.submissions = submissions;
    this.runs = runs;
  }

  @GetMapping("/deliveries/{id:[0-9]{1,18}}/mend/submit")
  String summary(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean all,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      Model model) {
    MendDelivery delivery = door.open(id, frame);
    return page(
        sheets.of(delivery, frame.messages().isChinese()),
        all,
        TypedCells.NONE,
        List.of(),
        frame,
        model);
  }

  @PostMapping("/deliveries/{id:[0-9]{1,18}}/mend/submit")
  String submit(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "false") boolean anyway,
      @RequestParam String mark,
      @RequestParam Map<String, String> form,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      Model model,
      RedirectAttributes told,
      HttpServletResponse response) {
    MendDelivery delivery = door.open(id, frame);
    MendSheet sheet = sheets.of(delivery, frame.messages().isChinese());
    List<MendLine> lines = chosen(sheet, all, frame);
    TypedCells typed = typed(form);
    List<SubmitFault> faults = faults(sheet, lines, typed, anyway, frame);
    if (!faults.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(sheet, all, typed, faults, frame, model);
    }
    SignedIn person = MendDoor.person(frame);
    Set<Integer> numbers =
        lines.stream().map(MendLine::number).collect(Collectors.toCollection(LinkedHashSet::new));
    try {
      Submission submission =
          submissions.submit(
              delivery,
              new Submissions.Chosen(numbers, mark, typed),
              new Submissions.Submitter(
                  person.account(), person.login(), Optional.ofNullable(person.office())),
              frame.messages().isChinese());
      tell(runs.nightly(delivery.year(), person), told);
      return "redirect:/deliveries/%d/mend/submitted/%d".formatted(id, submission.id());
    } catch (Submissions.ChangedMeanwhile changed) {
      response.setStatus(HttpStatus.CONFLICT.value());
      return page(
          sheets.of(delivery, frame.messages().isChinese()),
          all,
          typed,
          List.of(new SubmitFault("", frame.text("mend.submit.changed"))),
          frame,
          model);
    } catch (IOException problem) {
      response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.value());
      return page(
          sheet,
          all,
          typed,
          List.of(new SubmitFault("", frame.text("mend.submit.unwritten"))),
          frame,
          model);
    }
  }

  private static void tell(ChildRuns.ChildStart start, RedirectAttributes told) {
    if (start instanceof ChildRuns.Begun begun) {
      told.addFlashAttribute("run", begun.run());
    } else if (start instanceof ChildRuns.NotBegun not) {
      told.addFlashAttribute("said", not.said());
    }
  }

  private String page(
      MendSheet sheet,
      boolean all,
      TypedCells typed,
      List<SubmitFault> faults,
      Frame frame,
      Model model) {
    List<MendLine> lines = chosen(sheet, all, frame);
    model.addAttribute("delivery", sheet.delivery());
    model.addAttribute("lines", lines);
    model.addAttribute("view", views.of(sheet, lines, typed, frame));
    model.addAttribute("typed", typed);
    model.addAttribute("mark", sheet.mark(lines));
    model.addAttribute("all", all);
    model.addAttribute("left", sheet.changed().size() - lines.size());
    model.addAttribute("open", sheet.lines().size());
    model.addAttribute("faults", faults);
    model.addAttribute("last", lastColumns(sheet, lines));
    return "mend/submit";
  }

  /** Lines that this person has corrected, or those of everybody. */
  private static List<MendLine> chosen(MendSheet sheet, boolean all, Frame frame) {
    return sheet.changed().stream()
        .filter(line -> all || line.isBy(MendDoor.person(frame).account()))
        .toList();
  }

  /** The columns in which something is to be typed. */
  private static List<MendColumn> lastColumns(MendSheet sheet, List<MendLine> lines) {
    return sheet.columns().stream()
        .filter(column -> lines.stream().anyMatch(line -> line.isTypedLast(column)))
        .toList();
  }

  private static TypedCells typed(Map<String, String> form) {
    Map<TypedCells.Place, String> values = new HashMap<>();
    form.forEach(
        (name, text) -> {
          Matcher cell = CELL.matcher(name);
          if (cell.matches()) {
            values.put(
                new TypedCells.Place(
                    Integer.parseInt(cell.group(1)), Integer.parseInt(cell.group(2))),
                text);
          }
        });
    return new TypedCells(Map.copyOf(values));
  }

  private List<SubmitFault> faults(
      MendSheet sheet, List<MendLine> lines, TypedCells typed, boolean anyway, Frame frame) {
    List<SubmitFault> faults = new ArrayList<>();
    if (lines.isEmpty()) {
      faults.add(new SubmitFault("", frame.text("mend.submit.nothing")));
    }
    for (MendLine line : lines) {
      for (MendColumn column : sheet.columns()) {
        if (typed.lacks(line, column)) {
          faults.add(
              new SubmitFault(
                  "c%d_%d".formatted(line.number(), column.position()),
                  frame.text("mend.submit.lacks", line.number(), column.title())));
        }
      }
    }
    MendView view = views.of(sheet, lines, typed, frame);
    view.verdicts().whole().ifPresent(whole -> faults.add(new SubmitFault("", whole.words())));
    if (faults.isEmpty() && !anyway && view.verdicts().wrong() > 0) {
      faults.add(
          new SubmitFault("anyway", frame.text("mend.submit.wrong", view.verdicts().wrong())));
    }
    return faults;
  }
}
