package org.sunlitledger.report;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.template.BlockTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * Braces in a template that make no tag: they would be printed unchanged. They are looked for
 * before it is filled, as what is filled in may hold braces.
 */
final class StrayBraces {
  private static final Pattern PAIR = Pattern.compile("[{｛]{2}|[}｝]{2}");
  private static final int AROUND = 10;

  private StrayBraces() {}

  /** The first of them with the text around it. The template cannot be filled afterwards. */
  static Optional<String> first(XWPFTemplate template) throws IOException {
    bare(template.getElementTemplates());
    String text = text(template);
    Matcher pair = PAIR.matcher(text);
    return pair.find()
        ? Optional.of(
            text.substring(
                    Math.max(0, pair.start() - AROUND),
                    Math.min(text.length(), pair.end() + AROUND))
                .replaceAll("\\s+", " ")
                .strip())
        : Optional.empty();
  }

  /**
   * Takes a pair of braces off those tags that were understood. One is left on either side: with a
   * third one that stood there it makes a pair again.
   */
  private static void bare(List<MetaTemplate> elements) {
    for (MetaTemplate element : elements) {
      if (element instanceof BlockTemplate block) {
        bare(List.of(block.getStartMark(), block.getEndMark()));
        bare(block.getTemplates());
      } else if (element instanceof RunTemplate tag) {
        tag.getRun().setText("{" + tag.getTagName() + "}", 0);
      }
    }
  }

  /** Read again: some parts of a document keep the text that they had when it was opened. */
  private static String text(XWPFTemplate template) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    template.write(bytes);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()));
        XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
      return extractor.getText();
    }
  }
}
