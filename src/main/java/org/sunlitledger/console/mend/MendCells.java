package org.sunlitledger.console.mend;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.console.draft.Draft;
import org.sunlitledger.console.draft.Drafts;
import org.sunlitledger.console.draft.Drafts.CellChange;
import org.sunlitledger.console.draft.MendDelivery;
import org.sunlitledger.console.draft.MendLine;
import org.sunlitledger.console.draft.MendSheet;
import org.sunlitledger.console.draft.MendSheets;
import org.sunlitledger.console.draft.TypedCells;
import org.sunlitledger.console.frame.Frame;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

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
  private final JsonMapper json;

  MendCells(
      MendDoor door,
      MendSheets sheets,
      MendViews views,
      CellChanges changes,
      Drafts drafts,
      JsonMapper json) {
    this.door = door;
    this.sheets = sheets;
    this.views = views;
    this.changes = changes;
    this.drafts = drafts;
    this.json = json;
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

  /** A line as it is now; among its cells is one for its withdrawal. */
  public record SavedLine(int line, boolean withdrawn, List<SavedCell> cells) {}

  /**
   * The answer.
   *
   * @param problem why nothing was saved; empty if all was
   * @param changed number of lines with corrections that are not handed in
   */
  public record SavedLines(String problem, int changed, List<SavedLine> lines) {}

  @PostMapping(
      path = "/deliveries/{id:[0-9]{1,18}}/mend/cells",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SavedLines> save(
      @PathVariable long id,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      HttpServletRequest request)
      throws IOException {
    MendDelivery delivery = door.openToChange(id, frame);
    boolean chinese = frame.messages().isChinese();
    MendSheet before = sheets.of(delivery, chinese);
    Optional<byte[]> body = body(request);
    List<TypedCell> typed = body.isEmpty() ? List.of() : read(body.get());
    if (body.isEmpty() || typed.size() > MAX_CELLS) {
      return refused(
          HttpStatus.CONTENT_TOO_LARGE, before, frame.text("mend.fault.much", MAX_CELLS));
    }
    Map<String, CellChange> wanted = new LinkedHashMap<>();
    for (TypedCell cell : typed) {
      Optional<CellChange> change = changes.of(before, cell);
      if (change.isEmpty()) {
        return gone(cell.line(), before, frame);
      }
      if (cell.text() != null && cell.text().length() > Draft.MAX_CHARACTERS) {
        return refused(
            HttpStatus.UNPROCESSABLE_CONTENT,
            before,
            frame.text("mend.fault.long", String.valueOf(cell.line()), Draft.MAX_CHARACTERS));
      }
      wanted.put(cell.line() + "." + cell.cell(), change.get());
    }
    try {
      drafts.change(id, wanted.values(), MendDoor.person(frame).account());
    } catch (Drafts.HandedIn refused) {
      return gone(refused.line(), before, frame);
    }
    MendSheet after = sheets.of(delivery, chinese);
    Set<Integer> numbers = typed.stream().map(TypedCell::line).collect(Collectors.toSet());
    List<MendLine> lines =
        after.lines().stream().filter(line -> numbers.contains(line.number())).toList();
    MendView view = views.of(after, lines, TypedCells.NONE, frame);
    return ResponseEntity.ok(
        new SavedLines(
            "", after.changed().size(), lines.stream().map(line -> saved(view, line)).toList()));
  }

  /**
   * Empty where it is longer than anybody types or pastes. The rest is let through unread, as a
   * connection that is cut takes the answers to other requests with it.
   */
  private static Optional<byte[]> body(HttpServletRequest request) throws IOException {
    InputStream content = request.getInputStream();
    byte[] bytes = content.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      content.transferTo(OutputStream.nullOutputStream());
      return Optional.empty();
    }
    return Optional.of(bytes);
  }

  private List<TypedCell> read(byte[] body) {
    try {
      List<TypedCell> typed = json.readerForListOf(TypedCell.class).readValue(body);
      if (typed != null && !typed.contains(null)) {
        return typed;
      }
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    } catch (JacksonException noJson) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no JSON", noJson);
    }
  }

  private static ResponseEntity<SavedLines> gone(int line, MendSheet sheet, Frame frame) {
    return refused(HttpStatus.CONFLICT, sheet, frame.text("mend.fault.gone", String.valueOf(line)));
  }

  private static ResponseEntity<SavedLines> refused(
      HttpStatus status, MendSheet sheet, String problem) {
    return ResponseEntity.status(status)
        .body(new SavedLines(problem, sheet.changed().size(), List.of()));
  }

  private static SavedLine saved(MendView view, MendLine line) {
    Stream<SavedCell> cells =
        view.sheet().columns().stream()
            .map(
                column ->
                    new SavedCell(
                        column.position(),
                        view.shown(line, column),
                        line.draft(column).isPresent(),
                        line.draft(column).filter(d -> d.text().isEmpty()).isPresent(),
                        view.reason(line, column)));
    SavedCell withdrawal =
        new SavedCell(Draft.WITHDRAWAL, "", line.isWithdrawn(), false, view.reason(line));
    return new SavedLine(
        line.number(), line.isWithdrawn(), Stream.concat(cells, Stream.of(withdrawal)).toList());
  }
}
