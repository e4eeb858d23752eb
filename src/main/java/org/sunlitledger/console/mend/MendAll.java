package org.sunlitledger.console.mend;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sunlitledger.console.draft.Draft;
import org.sunlitledger.console.draft.Drafts;
import org.sunlitledger.console.draft.Drafts.CellChange;
import org.sunlitledger.console.draft.MendDelivery;
import org.sunlitledger.console.draft.MendLine;
import org.sunlitledger.console.draft.MendSheet;
import org.sunlitledger.console.draft.MendSheets;
import org.sunlitledger.console.frame.Frame;

/** Corrects a cell of all chosen lines at once, withdraws them, or takes that back. */
@Controller
final class MendAll {
  private final MendDoor door;
  private final MendSheets sheets;
  private final CellChanges changes;
  private final Drafts drafts;

  MendAll(MendDoor door, MendSheets sheets, CellChanges changes, Drafts drafts) {
    this.door = door;
    this.sheets = sheets;
    this.changes = changes;
    this.drafts = drafts;
  }

  /** What is done with the lines. */
  enum BulkAction {
    SET,
    UNDO,
    WITHDRAW,
    KEEP
  }

  @PostMapping("/deliveries/{id:[0-9]{1,18}}/mend/all")
  String change(
      @PathVariable long id,
      MendQuery query,
      @RequestParam BulkAction action,
      @RequestParam(required = false) @Nullable Integer cell,
      @RequestParam(defaultValue = "") String text,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      RedirectAttributes told) {
    MendDelivery delivery = door.openToChange(id, frame);
    MendSheet sheet = sheets.of(delivery, frame.messages().isChinese());
    if (text.length() > Draft.MAX_CHARACTERS) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    List<CellChange> wanted =
        sheet.lines().stream()
            .filter(query.facet()::has)
            .filter(line -> !line.isSubmitted())
            .map(line -> change(sheet, line, action, cell, text))
            .flatMap(Optional::stream)
            .toList();
    try {
      drafts.change(id, wanted, MendDoor.person(frame).account());
      told.addFlashAttribute("done", frame.text("mend.all.done." + action, wanted.size()));
    } catch (Drafts.HandedIn refused) {
      told.addFlashAttribute(
          "problem", frame.text("mend.fault.gone", String.valueOf(refused.line())));
    }
    return "redirect:" + query.address(id);
  }

  private Optional<CellChange> change(
      MendSheet sheet, MendLine line, BulkAction action, @Nullable Integer cell, String text) {
    return switch (action) {
      case WITHDRAW -> Optional.of(changes.withdrawal(line, true));
      case KEEP -> Optional.of(changes.withdrawal(line, false));
      case SET, UNDO ->
          changes.of(
              sheet,
              new MendCells.TypedCell(
                  line.number(),
                  Optional.ofNullable(cell)
                      .filter(of -> sheet.column(of).isPresent())
                      .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)),
                  action == BulkAction.SET ? text : null));
    };
  }
}
