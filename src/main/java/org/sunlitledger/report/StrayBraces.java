package org.sunlitledger.report;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.template.BlockTemplate;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.MetaTemplate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Braces in a template that make no tag: they would be printed unchanged. */
final class StrayBraces {
  private static final Pattern PAIR = Pattern.compile("[{｛]{2}|[}｝]{2}");
  private static final int AROUND = 10;

  private StrayBraces() {}

  /**
   * The first of them with the text around it.
   *
   * @param docx the file as it is
   * @param template the tags that were understood in it
   */
  static Optional<String> first(byte[] docx, XWPFTemplate template) throws IOException {
    StringBuilder text = new StringBuilder(text(docx));
    bare(template.getElementTemplates(), text);
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
   * Takes a pair of braces off each tag that was understood. One is left on either side: with a
   * third one that stands there it makes a pair again.
   */
  private static void bare(List<MetaTemplate> elements, StringBuilder text) {
    for (MetaTemplate element : elements) {
      if (element instanceof BlockTemplate block) {
        bare(List.of(block.getStartMark(), block.getEndMark()), text);
        bare(block.getTemplates(), text);
      } else if (element instanceof ElementTemplate tag) {
        int start = text.indexOf(tag.getSource());
        if (start >= 0) {
          text.replace(start, start + tag.getSource().length(), "{" + tag.getTagName() + "}");
        }
      }
    }
  }

  private static String text(byte[] docx) throws IOException {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
        XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
      return extractor.getText();
    }
  }
}
