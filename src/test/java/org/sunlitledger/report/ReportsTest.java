package org.sunlitledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.definition.DefinitionException;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.testing.Office;

/** A county's own facts and reports are refused by file where they cannot be right. */
class ReportsTest {
  private final Path folder;

  ReportsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("own/jobs"));
  }

  @Test
  void aFactNeverStandsForAFigureAndNamesAreTakenOnce() throws IOException {
    try (Office office =
        Office.in(folder, Map.of("sunlit.definitions", folder.resolve("own").toString()))) {
      Reports reports = office.the(Reports.class);
      ReportDefinition annual = reports.of(2020).get(0);
      assertThat(annual.name()).isEqualTo("annual-2019");
      write("jobs/county.yaml", "periods: [{effective: ..2020, facts: {county: 沙坡头区, F11: 1亿元}}]");
      assertThatThrownBy(() -> reports.fill(annual, 2020, Format.TXT))
          .isInstanceOf(DefinitionException.class)
          .hasMessage("jobs/county.yaml: fact 'F11' is called like a figure of 2020");

      report("half-year", "annual-2021");
      assertThatThrownBy(reports::all)
          .isInstanceOf(DefinitionException.class)
          .hasMessage(
              "jobs/reports/half-year/report.yaml: "
                  + "jobs/reports/annual-2021/report.yaml is called 'annual-2021' too");
      report("half-year", "../half");
      assertThatThrownBy(reports::all)
          .isInstanceOf(DefinitionException.class)
          .hasMessage(
              "jobs/reports/half-year/report.yaml: "
                  + "'name' names the report's files, found '../half'");
      report("half-year", "half-year");
      assertThat(reports.all())
          .extracting(ReportDefinition::name)
          .containsExactly("annual-2019", "annual-2021", "half-year");
    }
  }

  @Test
  void aYearHasOnePeriodAndEveryFactSaysSomething() throws IOException {
    County county = new County(new Definitions(Optional.of(folder.resolve("own"))));
    assertThat(county.facts(2021)).containsEntry("office_short", "沙坡头区乡村振兴局");

    refused(county, "[]", "no period covers 2020");
    refused(county, "[{effective: 2021..}]", "no period covers 2020");
    refused(
        county,
        "[{effective: ..2020}, {effective: 2020..}]",
        "2020 is in more than one period: [..2020, 2020..]");
    refused(county, "[{effective: 2020, facts: {office: }}]", "fact 'office' is empty");
    refused(county, "[{effective: 2020, facts: {office: ' '}}]", "fact 'office' is empty");
    refused(
        county,
        "[{effective: 2020, facts: {year: 二〇二〇}}]",
        "fact 'year' has a name of the program's");
  }

  private void refused(County county, String periods, String complaint) throws IOException {
    write("jobs/county.yaml", "periods: " + periods);
    assertThatThrownBy(() -> county.facts(2020))
        .isInstanceOf(DefinitionException.class)
        .hasMessage("jobs/county.yaml: " + complaint);
  }

  private void report(String under, String name) throws IOException {
    write(
        "jobs/reports/" + under + "/report.yaml",
        "{name: %s, title: 上半年, effective: 2021.., template: template.docx}".formatted(name));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("own").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
