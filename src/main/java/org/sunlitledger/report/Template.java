package org.sunlitledger.report;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.IterableTemplate;
import com.deepoove.poi.template.MetaTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Word file with {@code {{tags}}} that a clerk can edit. Filling it never leaves a tag blank. */
final class Template {
  private static final Configure CONFIGURE =
      Configure.builder().setValidErrorHandler(new Configure.AbortHandler()).build();

  private final byte[] docx;

  Template(byte[] docx) {
    this.docx = docx.clone();
  }

  /** The tags in it, in the order in which they stand. */
  Set<String> tags() {
    try (XWPFTemplate template = XWPFTemplate.compile(new ByteArrayInputStream(docx), CONFIGURE)) {
      Set<String> tags = new LinkedHashSet<>();
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

  private static void collect(List<MetaTemplate> elements, Set<String> tags) {
    for (MetaTemplate element : elements) {
      if (element instanceof IterableTemplate block) {
        collect(block.getTemplates(), tags);
      } else if (element instanceof ElementTemplate tag) {
        tags.add(tag.getTagName());
      }
    }
  }
}
