package org.sunlitledger.reconcile.statement;

import java.util.List;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.statement.StatementContents.Project;
import org.sunlitledger.reconcile.statement.StatementLooks.CellLook;
import org.sunlitledger.reconcile.statement.StatementSheet.Formula;
import org.sunlitledger.reconcile.statement.StatementSheet.StatementColumn;

/** Plan against payment, a row a project. */
final class ProjectSheet {
  /** Rows it has at most; beyond these nobody reads on. */
  private static final int SHOWN_PROJECTS = 5_000;

  private final Messages words;
  private final StatementSheet sheet;

  ProjectSheet(Messages words, StatementSheet sheet) {
    this.words = words;
    this.sheet = sheet;
  }

  void write(StatementContents contents) {
    List<Project> projects = contents.projects();
    List<Project> shown = projects.subList(0, Math.min(SHOWN_PROJECTS, projects.size()));
    sheet.title(words.text("projects.title", contents.year()));
    if (shown.size() < projects.size()) {
      sheet.note(words.text("shown", projects.size(), SHOWN_PROJECTS));
    }
    sheet.header(
        List.of(
            new StatementColumn(words.text("project.code"), 14, CellLook.TEXT),
            new StatementColumn(words.text("project.name"), 36, CellLook.TEXT),
            new StatementColumn(words.text("category"), 12, CellLook.TEXT),
            new StatementColumn(words.text("project.planned"), 18, CellLook.MONEY),
            new StatementColumn(words.text("project.earlier"), 18, CellLook.MONEY),
            new StatementColumn(words.text("project.records"), 18, CellLook.MONEY),
            new StatementColumn(words.text("project.ledger"), 18, CellLook.MONEY),
            new StatementColumn(words.text("project.left"), 18, CellLook.MONEY),
            new StatementColumn(words.text("project.share"), 11, CellLook.PERCENT),
            new StatementColumn(words.text("project.difference"), 18, CellLook.MONEY)));
    sheet.keepInSight();
    int first = sheet.nextRow();
    for (Project project : shown) {
      sheet.row(
          cells(
              project,
              StatementSheet.yuan(project.planned()),
              StatementSheet.yuan(project.earlier()),
              StatementSheet.yuan(project.records()),
              StatementSheet.yuan(project.ledger())));
    }
    Project all = Project.total(words.text("total"), shown);
    sheet.total(
        cells(
            all,
            sheet.sum("D", first, all.planned()),
            sheet.sum("E", first, all.earlier()),
            sheet.sum("F", first, all.records()),
            sheet.sum("G", first, all.ledger())));
  }

  private Object[] cells(
      Project project, Object planned, Object earlier, Object records, Object ledger) {
    int row = sheet.nextRow();
    long paid = project.earlier() + project.ledger();
    return new Object[] {
      project.code(),
      project.name(),
      project.category(),
      planned,
      earlier,
      records,
      ledger,
      new Formula(
          "D%1$d-E%1$d-G%1$d".formatted(row), StatementSheet.yuan(project.planned() - paid)),
      StatementSheet.ratio("E%1$d+G%1$d".formatted(row), "D" + row, paid, project.planned()),
      new Formula(
          "G%1$d-F%1$d".formatted(row), StatementSheet.yuan(project.ledger() - project.records()))
    };
  }
}
