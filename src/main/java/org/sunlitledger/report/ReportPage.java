package org.sunlitledger.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** A filled report as a page of paragraphs and tables. */
public record ReportPage(List<Block> blocks) {

  /** A part of the page, from top to bottom. */
  public sealed interface Block permits Paragraph, Table {}

  /** What a paragraph is, by its style in Word. */
  public enum Style {
    TITLE,
    PART,
    SECTION,
    DRAFT,
    TEXT;

    /** The class of its element. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Style of(XWPFParagraph paragraph) {
      return switch (String.valueOf(paragraph.getStyle())) {
        case "Title" -> TITLE;
        case "Part" -> PART;
        case "Section" -> SECTION;
        case "Draft" -> DRAFT;
        default -> TEXT;
      };
    }
  }

  /** A paragraph that is not empty. */
  public record Paragraph(Style style, List<Piece> pieces) implements Block {

    /** Whether it goes over several lines, as the reasons of a draft do. */
    public boolean hasLines() {
      return pieces.stream().anyMatch(piece -> piece.text().contains("\n"));
    }
  }

  /** A table, row by row; a merged cell occurs once, where it begins. */
  public record Table(List<List<Cell>> rows) implements Block {}

  /** A cell with how far it reaches. */
  public record Cell(List<Piece> pieces, int columns, int rows) {}

  /**
   * Text that belongs together.
   *
   * @param figure whose value it is; always empty on a page without marks
   */
  public record Piece(String text, boolean isBold, Optional<String> figure) {}

  /** The page of a Word file that was filled. */
  public static ReportPage ofWord(byte[] docx) {
    return of(Walk.of(docx));
  }

  /** A page whose figures nobody has marked. */
  static ReportPage of(Walk report) {
    return of(report, Optional.empty());
  }

  /**
   * A page.
   *
   * @param marks around the figures of a copy that was filled to be looked at
   */
  static ReportPage of(Walk report, Optional<FigureMarks> marks) {
    List<Block> blocks = new ArrayList<>();
    report.each(
        new Walk.WalkVisitor() {
          @Override
          public void paragraph(XWPFParagraph paragraph) {
            if (!paragraph.getText().isBlank()) {
              blocks.add(new Paragraph(Style.of(paragraph), pieces(paragraph, marks)));
            }
          }

          @Override
          public void table(Grid grid) {
            blocks.add(new Table(grid.rows().stream().map(row -> cells(row, marks)).toList()));
          }
        });
    return new ReportPage(blocks);
  }

  private static List<Piece> pieces(XWPFParagraph paragraph, Optional<FigureMarks> marks) {
    List<Piece> pieces = new ArrayList<>();
    for (XWPFRun run : paragraph.getRuns()) {
      pieces.addAll(pieces(run.text(), run.isBold(), marks));
    }
    return pieces;
  }

  private static List<Cell> cells(List<Grid.GridCell> row, Optional<FigureMarks> marks) {
    return row.stream()
        .map(cell -> new Cell(pieces(cell.text(), false, marks), cell.columns(), cell.rows()))
        .toList();
  }

  private static List<Piece> pieces(String text, boolean isBold, Optional<FigureMarks> marks) {
    return marks
        .map(marked -> marked.pieces(text, isBold))
        .orElseGet(() -> List.of(new Piece(text, isBold, Optional.empty())));
  }
}
