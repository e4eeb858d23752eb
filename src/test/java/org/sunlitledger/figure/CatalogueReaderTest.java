package org.sunlitledger.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.Definitions;

/** Figures that cannot be right are refused by their file and id. */
class CatalogueReaderTest {
  private static final String TITLE = "title: {zh: 甲, en: A}";

  private final Path folder;

  CatalogueReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theFiguresOfTheProjectAreAccepted() {
    Definitions packaged = new Definitions(Optional.empty());
    assertThat(CatalogueReader.read(2020, packaged).find("F11")).isPresent();
    assertThat(CatalogueReader.read(2021, packaged).find("T3_1_7")).isPresent();
  }

  @Test
  void aFigureIsNeverMadeOfItself() throws IOException {
    refused(
            figure("X1", "total: [F11, X2]"),
            figure("X2", "total: [X3]"),
            figure("X3", "ratio: [F11, X1]"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1 is made of itself: X1 → X2 → X3 → X1");
    refused(figure("X1", "total: [X2]"), figure("X2", "total: [X2]"))
        .hasMessage("jobs/figures/own.yaml → figures[2]: figure X2 is made of itself: X2 → X2");
  }

  @Test
  void aPartMayBeSharedByTwoTotals() throws IOException {
    write(figure("X1", "total: [X2, X3]"), figure("X2", "total: [X3]"), figure("X3", "total: F11"));
    Catalogue catalogue = CatalogueReader.read(2020, new Definitions(Optional.of(folder)));
    assertThat(catalogue.leaves(catalogue.get("X1")))
        .extracting(Figure::id)
        .containsExactly("F11", "F11");
  }

  @Test
  void partsMustExistInTheYear() throws IOException {
    refused(figure("X1", "total: [F11, F99]"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: there is no figure F99 in 2020");
    refused(figure("X1", "ratio: [F11, T2N_1_1_1]"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: there is no figure T2N_1_1_1 in 2020");
    refused(figure("X1", "total: F11"), "proofs: [{id: P, " + TITLE + ", left: X1, right: X9}]")
        .hasMessage("jobs/figures/own.yaml → proofs[1]: proof P: there is no figure X9 in 2020");
    refused(figure("X1", "total: F11"), "proofs: [{id: P, " + TITLE + ", left: X1}]")
        .hasMessage("jobs/figures/own.yaml → proofs[1]: proof P: both sides must name figures");
  }

  @Test
  void aFigureComesToItsValueInOneWay() throws IOException {
    refused(figure("X1", "subject: spending", "sum: amount", "count: lines"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: only one of "
                + "[sum, count, lookup, distinct, list, both, ratio, total] can hold, found [sum, count]");
    refused(figure("X1", "subject: spending"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: expected one of "
                + "[sum, count, lookup, distinct, list, both, ratio, total]");
    refused(figure("X1", "total: []"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: 'total' names nothing to add up");
    refused(figure("X1", "subject: spending", "count: amount"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: 'count' is lines, found 'amount'");
    refused(
            "tables:",
            "  - {id: X, " + TITLE + ", subject: spending, columns: [{id: 2, title: 乙}],",
            "     rows: [{id: 1, title: 甲, count: lines, sum: amount}]}")
        .hasMessage(
            "jobs/figures/own.yaml → tables[1] → rows[1]: figure X_1_2: only one of "
                + "[sum, count, lookup, distinct, list, both, ratio, total] can hold, found [sum, count]");
  }

  @Test
  void subjectsYearsAndNumbersAreComplainedOfByFigure() throws IOException {
    refused(figure("X1", "subject: spendings", "count: lines"))
        .hasMessageStartingWith(
            "jobs/figures/own.yaml → figures[1]: figure X1: "
                + "no register and no subject of sql/subjects is called spendings; there are [");
    refused(figure("X1", "total: F11", "effective: since 2020"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: X1: "
                + "expected years as 2019..2020, ..2020 or 2021.., found 'since 2020'");
    refused(figure("X1", "total: F11", "format: amount", "places: -1"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: 'places' must be 0 or more, found -1");
    refused(figure("X1", "ratio: [F11, F13]", "format: percent", "places: -1"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: 'places' must be 0 or more, found -1");
    refused(figure("X1", "ratio: [F11, F13]", "format: percent-floor", "step: 0"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: 'step' must be 1 or more, found 0");
    refused(figure("X1", "subject: spending", "list: project_name", "key: project", "limit: 0"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: 'limit' must be 1 or more, found 0");
  }

  @Test
  void aFilterNamesValuesThatThereAre() throws IOException {
    refused(
            figure(
                "X1", "subject: spending", "where: {category: [industry, busines]}", "sum: amount"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: 'category' is never 'busines', "
                + "but one of [industry, infrastructure, policy, management, resettlement, governance, "
                + "other, unknown]");
    refused(
            "tables:",
            "  - {id: X, "
                + TITLE
                + ", subject: information_request, columns: [{id: 2, title: 乙}],",
            "     rows: [{id: 1, title: 甲, where: {carried: 是}, count: lines}]}")
        .hasMessage(
            "jobs/figures/own.yaml → tables[1] → rows[1]: figure X_1_2: 'carried' is never '是', "
                + "but one of [yes, no]");
  }

  @Test
  void aFigureOfARegisterNamesColumnsThatThereAre() throws IOException {
    String place = "jobs/figures/own.yaml → figures[1]: figure X1: ";
    String columns =
        "there are [year, township, source, month, amount, contract_no, village, household, person, "
            + "guarantor, issued_on, due_on]";
    refused(figure("X1", "subject: loan_guarantee", "distinct: household_no"))
        .hasMessage(place + "loan_guarantee has no column 'household_no'; " + columns);
    refused(figure("X1", "subject: loan_guarantee", "where: {town: '1'}", "count: lines"))
        .hasMessage(place + "loan_guarantee has no column 'town'; " + columns);
    refused(figure("X1", "subject: loan_guarantee", "list: name", "key: guarantor"))
        .hasMessage(place + "loan_guarantee has no column 'name'; " + columns);
    refused(figure("X1", "subject: loan_guarantee", "sum: guarantor"))
        .hasMessage(place + "'guarantor' of loan_guarantee is no number; the numbers are [amount]");
  }

  @Test
  void aShareIsAPartOfItsWholeByDefinition() throws IOException {
    refused(figure("X1", "ratio: [F20H, F20R]", "format: percent-floor"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: F20H is not a part of F20R by its "
                + "definition: divide what both count (both: [F20H, F20R]), or say 'of: target' "
                + "where 100% can be exceeded");
    refusedShare("[F16, F17]");
    refusedShare("[F19, F16]");
    refusedShare("[F20H, F21]");
    refusedShare("[F11, F15]");
    refusedShare("[X2, F20H]", figure("X2", "total: [F20H, F20H]"));
    refusedShare("[F01, X2]", figure("X2", "total: [F02, F03]"));
    refusedShare("[X2, F11]", figure("X2", "subject: spending", "distinct: project"));
    refusedShare(
        "[X2, X3]",
        figure("X2", "subject: spending", "where: {category: [industry, policy]}", "sum: amount"),
        figure("X3", "subject: spending", "where: {category: [industry]}", "sum: amount"));
  }

  @Test
  void aShareOfAWholeIsAccepted() throws IOException {
    write(
        figure("X1", "ratio: [X2, F20R]"),
        figure("X2", "both: [F20H, F20R]"),
        figure("X3", "ratio: [X2, F20H]"),
        figure("X4", "ratio: [F16, F19]"),
        figure("X5", "ratio: [F11, X6]"),
        figure("X6", "subject: spending", "sum: amount"),
        figure("X7", "ratio: [F11, X8]"),
        figure("X8", "total: [F11, F13]"),
        figure("X9", "ratio: [F16, F17]", "of: target", "format: percent"));
    assertThat(CatalogueReader.read(2020, new Definitions(Optional.of(folder))).find("X9"))
        .isPresent();
  }

  @Test
  void whatTwoFiguresHaveInCommonIsCountedOverTheSameThings() throws IOException {
    refused(figure("X1", "both: [F20H]"))
        .hasMessage("jobs/figures/own.yaml → figures[1]: figure X1: 'both' must name two figures");
    refused(figure("X1", "both: [F20H, F12]"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: "
                + "'both' must name counts of the same things, found household and project");
    refused(figure("X1", "both: [F20H, F16]"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: "
                + "'both' must name distinct counts, and F16 is none");
    refused(figure("X1", "both: [F20H, X9]"))
        .hasMessage("jobs/figures/own.yaml → figures[1]: figure X1: there is no figure X9 in 2020");
    refused(figure("X1", "ratio: [F16, F17]", "of: plan"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: "
                + "'of' is whole or target, found 'plan'");
    refused(figure("X1", "ratio: [F16, F17]", "of: target", "format: percent-floor"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: "
                + "percent-floor is a share of a whole, never of a target");
  }

  @Test
  void whatIsAddedUpOverTheYearsIsTheSameOfEachYear() throws IOException {
    String cumulative = "subject: microloan, years: cumulative, ";
    write(figure("X1", cumulative + "sum: amount", "adds: F16"));
    assertThat(CatalogueReader.read(2020, new Definitions(Optional.of(folder))).get("X1").adds())
        .contains("F16");
    String[] others = {
      figure("X1", cumulative + "count: lines", "adds: F16"),
      figure("X1", cumulative + "sum: amount", "adds: F19"),
      figure("X1", cumulative + "sum: amount", "where: {bank: 甲}", "adds: F16"),
      figure("X1", "subject: microloan, sum: amount", "adds: F16"),
      figure("X1", "total: [F16]", "adds: F16")
    };
    for (String other : others) {
      refused(other)
          .hasMessageStartingWith(
              "jobs/figures/own.yaml → figures[1]: figure X1: 'adds' must name the figure with the"
                  + " same sum or count of a single year, and F1");
    }
    refused(figure("X1", cumulative + "sum: amount", "adds: F99"))
        .hasMessage(
            "jobs/figures/own.yaml → figures[1]: figure X1: there is no figure F99 in 2020");
  }

  private void refusedShare(String ratio, String... besides) throws IOException {
    String[] figures = new String[besides.length + 1];
    figures[0] = figure("X1", "ratio: " + ratio);
    System.arraycopy(besides, 0, figures, 1, besides.length);
    refused(figures).hasMessageContaining("figure X1: ").hasMessageContaining("is not a part of");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(String... lines)
      throws IOException {
    write(lines);
    return assertThatThrownBy(
            () -> CatalogueReader.read(2020, new Definitions(Optional.of(folder))))
        .isInstanceOf(DefinitionException.class);
  }

  private static String figure(String id, String... rest) {
    return "  - {id: %s, %s, %s}".formatted(id, TITLE, String.join(", ", rest));
  }

  private void write(String... lines) throws IOException {
    Path file = folder.resolve("jobs/figures/own.yaml");
    Files.createDirectories(file.resolveSibling(""));
    String text = String.join("\n", lines);
    Files.writeString(file, text.startsWith("  -") ? "figures:\n" + text : text);
  }
}
