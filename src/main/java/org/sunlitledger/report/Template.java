package org.sunlitledger.report;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.IterableTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** A Word file with {@code {{tags}}} that a clerk can edit. Filling it never leaves a tag blank. */
final class Template {
  private static final Configure CONFIGURE =
      Configure.builder().setValidErrorHandler(new Configure.AbortHandler()).build();

  private final byte[] docx;

  Template(byte[] docx) {
    this.docx = docx.clone();
  }

  /** A place to be filled. */
  record Tag(String name, boolean isInTable) {}

  /** The tags in it, in the order in which they stand. */
  Set<Tag> tags() {
    try (XWPFTemplate template = XWPFTemplate.compile(new ByteArrayInputStream(docx), CONFIGURE)) {
      Set<Tag> tags = new LinkedHashSet<>();
      collect(template.getElementTemplates(), tags);
      return tags;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** The filled file; the same content gives the same bytes. */
  byte[] fill(Map<String, Object> content) {
    try (XWPFTemplate template =
            XWPFTemplate.compile(new ByteArrayInputStream(docx), CONFIGURE).render(content);
        ByteArrayOutputStream filled = new ByteArrayOutputStream()) {
      template.write(filled);
      return SteadyZip.of(filled.toByteArray());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static void collect(List<MetaTemplate> elements, Set<Tag> tags) {
    for (MetaTemplate element : elements) {
      if (element instanceof IterableTemplate block) {
        collect(block.getTemplates(), tags);
      } else if (element instanceof ElementTemplate tag) {
        tags.add(new Tag(tag.getTagName(), isInTable(tag)));
      }
    }
  }

  private static boolean isInTable(ElementTemplate tag) {
    return tag instanceof RunTemplate run
        && run.getRun().getParent() instanceof XWPFParagraph paragraph
        && paragraph.getBody() instanceof XWPFTableCell;
  }
}
