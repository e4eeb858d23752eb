package org.sunlitledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.report.ReportPage.Piece;
import org.sunlitledger.testing.Office;

/** A copy to look at knows its figures; what is published never has its marks. */
class MarkedReportIT {
  private static final String OWN = "\ue000甲\ue001乙\ue002丙\ue003";

  private final Path folder;

  MarkedReportIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyReportOfTheSampleYearShowsItsFiguresAndIsPublishedWithoutMarks() throws IOException {
    try (Office office = Office.in(folder).deliverAll(Path.of("sample-data/2020"))) {
      office.night(2020);
      Reports reports = office.the(Reports.class);
      OpenGround.Open open = office.the(OpenGround.class).now();
      assertThat(reports.of(2020)).isNotEmpty();
      for (ReportDefinition report : reports.of(2020)) {
        for (Format format : Format.values()) {
          assertThat(text(reports, report, format))
              .as(report.name() + format)
              .doesNotMatch(marked());
        }
        MarkedReport copy = reports.marked(report, 2020, open);
        assertThat(copy.text()).isEqualTo(text(reports, report, Format.TXT));
        Map<String, String> printed = office.figures(2020);
        List<Piece> figures = figures(copy);
        assertThat(figures).hasSizeGreaterThan(200);
        assertThat(figures)
            .allMatch(piece -> piece.text().equals(printed.get(piece.figure().orElseThrow())));
      }
    }
  }

  @Test
  void namesWithCharactersForPrivateUseAreShownAsTheyAre() throws IOException {
    Path own = folder.resolve("own/jobs/reports/own");
    Files.createDirectories(own);
    Files.writeString(
        own.resolve("report.yaml"),
        "{name: own, title: 自用, effective: 2020, template: template.docx}");
    template(own.resolve("template.docx"));
    try (Office office =
        Office.in(folder, Map.of("sunlit.definitions", folder.resolve("own").toString()))) {
      office
          .deliverAll(Path.of("src/test/resources/small-county/2020"))
          .deliver(
              "project-own-2020.csv",
              "项目编号,项目名称,项目类别,乡镇,实施单位,绩效目标,计划总投资,中央资金,自治区资金",
              "CY-9," + OWN + ",产业,兴仁镇,兴仁镇人民政府,增收,2000000,2000000,")
          .deliver(
              "payment-own-2020.csv",
              "支付凭证号,项目编号,支付日期,收款单位,资金来源,支付金额",
              "PZ-OWN,CY-9,2020-12-30,某公司,中央,1900000")
          .night(2020);
      Reports reports = office.the(Reports.class);
      OpenGround.Open open = office.the(OpenGround.class).now();
      ReportDefinition report =
          reports.of(2020).stream()
              .filter(defined -> defined.name().equals("own"))
              .findFirst()
              .orElseThrow();
      MarkedReport copy = reports.marked(report, 2020, open);
      assertThat(figures(copy))
          .contains(
              new Piece(OWN + "、乙大棚", true, Optional.of("F12L")),
              new Piece("4", false, Optional.of("F12")));
      assertThat(copy.text())
          .isEqualTo(text(reports, report, Format.TXT))
          .contains(OWN + "等" + OWN);
      for (Format format : Format.values()) {
        assertThat(text(reports, report, format).replace(OWN, "")).doesNotMatch(marked());
      }
    }
  }

  private static void template(Path file) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        OutputStream out = Files.newOutputStream(file)) {
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.createRun().setText(OWN + "等");
      paragraph.createRun().setText("{{F12L}}");
      paragraph.getRuns().get(1).setBold(true);
      paragraph.createRun().setText("共{{F12}}个");
      document.write(out);
    }
  }

  private static List<Piece> figures(MarkedReport report) {
    return report.page().blocks().stream()
        .flatMap(MarkedReportIT::pieces)
        .filter(piece -> piece.figure().isPresent())
        .toList();
  }

  private static Stream<Piece> pieces(ReportPage.Block block) {
    return block instanceof ReportPage.Paragraph paragraph
        ? paragraph.pieces().stream()
        : ((ReportPage.Table) block)
            .rows().stream().flatMap(List::stream).flatMap(cell -> cell.pieces().stream());
  }

  private static String marked() {
    return "(?s).*\\p{Co}.*";
  }

  private static String text(Reports reports, ReportDefinition report, Format format)
      throws IOException {
    byte[] bytes = reports.fill(report, 2020, format).bytes().get();
    return format == Format.DOCX ? parts(bytes) : new String(bytes, StandardCharsets.UTF_8);
  }

  /** The text of all XML of a Word file. */
  private static String parts(byte[] docx) throws IOException {
    StringBuilder parts = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().matches(".*\\.(xml|rels)")) {
          parts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return parts.toString();
  }
}
