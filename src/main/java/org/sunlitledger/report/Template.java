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
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.springframework.core.NestedExceptionUtils;
import org.sunlitledger.definition.DefinitionException;

/**
 * A Word file with {@code {{tags}}} that a clerk can edit, opened to be filled once. Filling it
 * never leaves a tag blank.
 */
final class Template implements AutoCloseable {
  private static final Configure CONFIGURE =
      Configure.builder().setValidErrorHandler(new Configure.AbortHandler()).build();

  private static final char TEXT = '\0';
  private static final int SHOWN_GLYPHS = 200;

  private final String path;
  private final XWPFTemplate template;
  private final Set<Tag> tags = new LinkedHashSet<>();

  private Template(String path, XWPFTemplate template) {
    this.path = path;
    this.template = template;
  }

  /** A place to be filled. */
  record Tag(String name, boolean isInTable) {}

  private interface Work<T> {
    T done() throws IOException;
  }

  /**
   * Opens a template. Unknown tags and braces that make no tag are rejected.
   *
   * @param path the definition it is, for complaints
   */
  static Template open(String path, byte[] docx) {
    return orRefused(
        path,
        () -> {
          Template opened =
              new Template(path, XWPFTemplate.compile(new ByteArrayInputStream(docx), CONFIGURE));
          opened.collect(opened.template.getElementTemplates());
          StrayBraces.first(docx, opened.template)
              .ifPresent(
                  around -> {
                    throw new DefinitionException(path, "not a whole tag: …" + around + "…");
                  });
          return opened;
        });
  }

  /** The tags in it, in their order. */
  Set<Tag> tags() {
    return Collections.unmodifiableSet(tags);
  }

  /** The filled file; the same content gives the same bytes. */
  byte[] fill(Map<String, Object> content) {
    return orRefused(
        path,
        () -> {
          ByteArrayOutputStream filled = new ByteArrayOutputStream();
          template.render(content).write(filled);
          return SteadyZip.of(filled.toByteArray());
        });
  }

  @Override
  public void close() {
    try {
      template.close();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static <T> T orRefused(String path, Work<T> work) {
    try {
      return work.done();
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

  private void collect(List<MetaTemplate> elements) {
    for (MetaTemplate element : elements) {
      if (element instanceof IterableTemplate block) {
        String name = block.getStartMark().getTagName();
        if (!name.equals("draft")) {
          throw new DefinitionException(
              path, "block {{?%s}} is unknown; there is {{?draft}} alone".formatted(name));
        }
        collect(block.getTemplates());
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
