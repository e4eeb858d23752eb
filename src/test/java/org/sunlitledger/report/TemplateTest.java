package org.sunlitledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlitledger.definition.DefinitionException;

/** What a clerk may get wrong in a template is refused by its file, never printed. */
class TemplateTest {
  private static final String PATH = "jobs/reports/own/template.docx";

  @ParameterizedTest
  @CsvSource({
    "投入{{F11用于产业, 投入{{F11用于产业",
    "投入{{F11}用于产业, 投入{{F11}用于产业",
    "投入{F11}}用于产业, 投入{F11}}用于产业",
    "投入｛｛F11｝｝用于, 投入｛｛F11｝｝用于",
    "投入{{ f11 }}用于, 投入{{ f11 }}用于",
    "投入{{F11用于{{F12}}个, 投入{{F11用于{F12}",
    "投入{{F11}}用于{{F12}个, 投入{F11}用于{{F12}个",
    "投入{{F11}}}用于, 投入{F11}}用于",
    "投入{{{F11}}用于, 投入{{F11}用于",
    "全年用于十一个产业发展项目{{F11的资金共计如下表所列各项之和, 于十一个产业发展项目{{F11的资金共计如下"
  })
  void bracesThatMakeNoTagAreRefused(String text, String around) throws IOException {
    refused(docx(text)).hasMessage(PATH + ": not a whole tag: …" + around + "…");
  }

  @Test
  void theyAreFoundInTablesAndHeadersToo() throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document.createTable(1, 1).getRow(0).getCell(0).setText("{{F11}");
      refused(bytes(document)).hasMessageContaining("not a whole tag: …{{F11}");
    }
    try (XWPFDocument document = new XWPFDocument()) {
      document.createHeader(HeaderFooterType.DEFAULT).createParagraph().createRun().setText("{{a");
      refused(bytes(document)).hasMessageContaining("not a whole tag: …{{a");
    }
  }

  @Test
  void aTagMayStandInSeveralRunsAsWordLikesToWriteIt() throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      XWPFParagraph paragraph = document.createParagraph();
      for (String piece : List.of("投入{", "{F", "11", "}}用于{{F12}", "}个")) {
        paragraph.createRun().setText(piece);
      }
      assertThat(Template.open(PATH, bytes(document)).tags())
          .extracting(Template.Tag::name)
          .containsExactly("F11", "F12");
    }
  }

  @Test
  void whatIsFilledInMayHoldBraces() throws IOException {
    Template template =
        Template.open(PATH, docx("{{?draft}}", "{{draft_reasons}}", "{{/draft}}", "{{F12L}}等"));
    assertThat(template.tags())
        .extracting(Template.Tag::name)
        .containsExactly("draft_reasons", "F12L");
    byte[] filled = template.fill(Map.of("draft", false, "F12L", "{{青山}}项目"));
    assertThat(new String(new PlainText().of(Walk.of(filled)), StandardCharsets.UTF_8))
        .isEqualTo("{{青山}}项目等\n");
  }

  @Test
  void tagsAreTexts() throws IOException {
    refused(docx("投入{{#F11}}"))
        .hasMessage(PATH + ": tag {{#F11}}: figures and facts are texts, without a sign");
  }

  @Test
  void whatIsNoWordFileIsRefusedByItsPath() {
    refused("<html></html>".getBytes(StandardCharsets.UTF_8))
        .hasMessageStartingWith(PATH + ": cannot be filled: ");
    refused(new byte[0]).hasMessageStartingWith(PATH + ": cannot be filled: ");
  }

  @Test
  void blocksThatAreNotWholeOrUnknownAreRefused() throws IOException {
    String halves =
        PATH + ": {{?draft}} and {{/draft}} belong together, each in a paragraph of its own";
    refused(docx("{{?draft}}", "草稿", "正文".repeat(500))).hasMessage(halves);
    refused(docx("{{?draft}}", "草稿", "{{/drat}}")).hasMessage(halves);
    refused(docx("草稿", "{{/draft}}")).hasMessage(halves);
    refused(docx("{{?drat}}", "草稿", "{{/drat}}"))
        .hasMessage(PATH + ": block {{?drat}} is unknown; there is {{?draft}} alone");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(byte[] docx) {
    return assertThatThrownBy(() -> Template.open(PATH, docx))
        .isInstanceOf(DefinitionException.class);
  }

  private static byte[] docx(String... paragraphs) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      for (String text : paragraphs) {
        document.createParagraph().createRun().setText(text);
      }
      return bytes(document);
    }
  }

  private static byte[] bytes(XWPFDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.write(bytes);
    return bytes.toByteArray();
  }
}
