package org.sunlitledger.console.mend;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.sunlitledger.console.draft.Draft;
import org.sunlitledger.console.draft.Drafts;
import org.sunlitledger.console.draft.Drafts.CellChange;
import org.sunlitledger.console.draft.MendDelivery;
import org.sunlitledger.console.draft.MendLine;
import org.sunlitledger.console.draft.MendSheet;
import org.sunlitledger.console.draft.MendSheets;
import org.sunlitledger.console.draft.TypedCells;
import org.sunlitledger.console.frame.Frame;

/** Saves cells of the grid one by one, as they are typed. */
@RestController
final class MendCells {
  private static final int MAX_CELLS = 5_000;
  private static final int MAX_BYTES = 2_000_000;

  private final MendDoor door;
  private final MendSheets sheets;
  private final MendViews views;
  private final CellChanges changes;
  private final Drafts drafts;

  MendCells(MendDoor door, MendSheets sheets, MendViews views, CellChanges changes, Drafts drafts) {
    this.door = door;
    this.sheets = sheets;
    this.views = views;
    this.changes = changes;
    this.drafts = drafts;
  }

  /**
   * What was typed in a cell.
   *
   * @param cell position of the column, or {@link Draft#WITHDRAWAL}
   * @param text null to go back to what was delivered
   */
  public record TypedCell(int line, int cell, @Nullable String text) {}

  /**
   * A cell as it is now.
   *
   * @param last whether its value is typed when the line is handed in
   */
  public record SavedCell(int cell, String text, boolean changed, boolean last, String reason) {}

  /** A line as it is now. */
  public record SavedLine(int line, boolean withdrawn, String reason, List<SavedCell> cells) {}

  /**
   * The answer.
   *
   * @param problem why nothing was saved; empty if all was
   */
  public record SavedLines(String problem, int changed, List<SavedLine> lines) {}

  @PostMapping("/deliveries/{id:[0-9]{1,18}}/mend/cells")
  ResponseEntity<SavedLines> save(
      @PathVariable long id,
      @RequestBody List<TypedCell> typed,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      HttpServletRequest request) {
    if (typed.size() > MAX_CELLS || request.getContentLengthLong() > MAX_BYTES) {
      return refused(HttpStatus.CONTENT_TOO_LARGE, frame.text("mend.fault.much", MAX_CELLS));
    }
    MendDelivery delivery = door.open(id, frame);
    boolean chinese = frame.messages().isChinese();
    MendSheet before = sheets.of(delivery, chinese);
    Map<String, CellChange> wanted = new LinkedHashMap<>();
    for (TypedCell cell : typed) {
      Optional<CellChange> change = changes.of(before, cell);
      if (change.isEmpty()) {
        return refused(
            HttpStatus.CONFLICT, frame.text("mend.fault.gone", String.valueOf(cell.line())));
      }
      if (cell.text() != null && cell.text().length() > Draft.MAX_CHARACTERS) {
        return refused(
            HttpStatus.UNPROCESSABLE_CONTENT,
            frame.text("mend.fault.long", String.valueOf(cell.line()), Draft.MAX_CHARACTERS));
      }
      wanted.put(cell.line() + "." + cell.cell(), change.get());
    }
    drafts.change(id, wanted.values(), MendDoor.person(frame).account());
    MendSheet after = sheets.of(delivery, chinese);
    Set<Integer> numbers = typed.stream().map(TypedCell::line).collect(Collectors.toSet());
    List<MendLine> lines =
        after.lines().stream().filter(line -> numbers.contains(line.number())).toList();
    MendView view = views.of(after, lines, TypedCells.NONE, frame);
    return ResponseEntity.ok(
        new SavedLines(
            "", after.changed().size(), lines.stream().map(line -> saved(view, line)).toList()));
  }

  private static ResponseEntity<SavedLines> refused(HttpStatus status, String problem) {
    return ResponseEntity.status(status).body(new SavedLines(problem, 0, List.of()));
  }

  private static SavedLine saved(MendView view, MendLine line) {
    return new SavedLine(
        line.number(),
        line.isWithdrawn(),
        view.reason(line),
        view.sheet().columns().stream()
            .map(
                column ->
                    new SavedCell(
                        column.position(),
                        view.shown(line, column),
                        line.draft(column).isPresent(),
                        line.draft(column).filter(d -> d.text().isEmpty()).isPresent(),
                        view.reason(line, column)))
            .toList());
  }
}
