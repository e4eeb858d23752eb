package org.sunlitledger.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.web.util.HtmlUtils;
import org.sunlitledger.release.tar.FolderTree;

/** The documentation as HTML, which a server's browser shows without a network. */
final class Pages {
  private static final String MARKDOWN = ".md";
  private static final String HTML = ".html";
  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), HeadingAnchorExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).build();

  private static final String FRAME =
      """
      <!doctype html>
      <html lang="%s">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>%s</title>
      <style>
      body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 sans-serif }
      table { border-collapse: collapse }
      th, td { border: 1px solid #bbb; padding: .2rem .6rem; text-align: left; vertical-align: top }
      code { background: #f3f3f3 }
      pre { background: #f3f3f3; padding: .8rem; overflow-x: auto }
      img { max-width: 100%% }
      </style>
      %s</html>
      """;

  private Pages() {}

  /**
   * Replaces every Markdown page of a folder by an HTML page. Links to files that are not in the
   * folder become plain text.
   */
  static void render(Path folder) throws IOException {
    List<Path> pages =
        FolderTree.files(folder).stream()
            .filter(file -> file.toString().endsWith(MARKDOWN))
            .toList();
    for (Path page : pages) {
      String name = page.getFileName().toString();
      Files.writeString(page.resolveSibling(asHtml(name)), html(page));
    }
    for (Path page : pages) {
      Files.delete(page);
    }
  }

  private static String html(Path page) throws IOException {
    String markdown = Files.readString(page);
    Node document = PARSER.parse(markdown);
    document.accept(new LinksOf(page));
    return FRAME.formatted(
        page.toString().endsWith(".zh" + MARKDOWN) ? "zh-CN" : "en",
        HtmlUtils.htmlEscape(
            markdown.lines().findFirst().orElse("").replaceFirst("^#+ ", ""), "UTF-8"),
        RENDERER.render(document));
  }

  private static String asHtml(String name) {
    return name.endsWith(MARKDOWN)
        ? name.substring(0, name.length() - MARKDOWN.length()) + HTML
        : name;
  }

  /** Makes the links of a page lead to HTML pages. */
  private static final class LinksOf extends AbstractVisitor {
    private final Path page;

    LinksOf(Path page) {
      this.page = page;
    }

    @Override
    public void visit(Link link) {
      String destination = link.getDestination();
      if (destination.contains("://") || destination.startsWith("#")) {
        return;
      }
      String file = destination.replaceFirst("#.*", "");
      if (Files.exists(page.resolveSibling(file))) {
        link.setDestination(asHtml(file) + destination.substring(file.length()));
      } else {
        unlink(link);
      }
    }

    private static void unlink(Link link) {
      for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
        link.insertBefore(child);
      }
      link.unlink();
    }
  }
}
