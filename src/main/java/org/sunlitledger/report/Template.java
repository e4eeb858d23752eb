package org.sunlitledger.report;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.exception.ResolverException;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.IterableTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.springframework.core.NestedExceptionUtils;
import org.sunlitledger.definition.DefinitionException;

/** A Word file with {@code {{tags}}} that a clerk can edit. Filling it never leaves a tag blank. */
final class Template {
  private static final Configure CONFIGURE =
      Configure.builder().setValidErrorHandler(new Configure.AbortHandler()).build();

  private static final char TEXT = '\0';
  private static final int SHOWN_GLYPHS = 200;

  private final String path;
  private final byte[] docx;

  /**
   * @param path the definition it is, for complaints
   */
  Template(String path, byte[] docx) {
    this.path = path;
    this.docx = docx.clone();
  }

  /** A place to be filled. */
  record Tag(String name, boolean isInTable) {}

  private interface Use<T> {
    T of(XWPFTemplate template) throws IOException;
  }

  /** The tags in it, in their order; braces that make no tag are rejected. */
  Set<Tag> tags() {
    return use(
        template -> {
          Set<Tag> tags = new LinkedHashSet<>();
          collect(template.getElementTemplates(), tags);
          StrayBraces.first(template)
              .ifPresent(
                  around -> {
                    throw new DefinitionException(path, "not a whole tag: …" + around + "…");
                  });
          return tags;
        });
  }

  /** The filled file; the same content gives the same bytes. */
  byte[] fill(Map<String, Object> content) {
    return use(
        template -> {
          ByteArrayOutputStream filled = new ByteArrayOutputStream();
          template.render(content).write(filled);
          return SteadyZip.of(filled.toByteArray());
        });
  }

  private <T> T use(Use<T> use) {
    try (XWPFTemplate template = XWPFTemplate.compile(new ByteArrayInputStream(docx), CONFIGURE)) {
      return use.of(template);
    } catch (DefinitionException refused) {
      throw refused;
    } catch (ResolverException half) {
      throw new DefinitionException(
          path, "{{?draft}} and {{/draft}} belong together, each in a paragraph of its own");
    } catch (IOException | RuntimeException problem) {
      String said = String.valueOf(NestedExceptionUtils.getMostSpecificCause(problem).getMessage());
      DefinitionException refused =
          new DefinitionException(
              path,
              "cannot be filled: " + said.substring(0, Math.min(said.length(), SHOWN_GLYPHS)));
      // Not as its cause: the message of a failure is that of its innermost cause.
      refused.addSuppressed(problem);
      throw refused;
    }
  }

  private void collect(List<MetaTemplate> elements, Set<Tag> tags) {
    for (MetaTemplate element : elements) {
      if (element instanceof IterableTemplate block) {
        String name = block.getStartMark().getTagName();
        if (!name.equals("draft")) {
          throw new DefinitionException(
              path, "block {{?%s}} is unknown; there is {{?draft}} alone".formatted(name));
        }
        collect(block.getTemplates(), tags);
      } else if (element instanceof ElementTemplate tag) {
        if (tag.getSign() != TEXT) {
          throw new DefinitionException(
              path, "tag %s: figures and facts are texts, without a sign".formatted(tag));
        }
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
