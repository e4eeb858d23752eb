package org.sunlitledger.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.release.tar.FolderTree;

/** The documentation of a release is HTML whose links lead somewhere. */
class PagesTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#:]*)(#[^\"]*)?\"");

  private final Path release;

  PagesTest(@TempDir Path folder) throws IOException {
    release = folder;
    for (String name : List.of("README.md", "README.zh.md", "CHANGELOG.md", "docs")) {
      FileSystemUtils.copyRecursively(Path.of(name), release.resolve(name));
    }
    Pages.render(release);
  }

  @Test
  void noMarkdownIsLeft() throws IOException {
    assertThat(FolderTree.files(release))
        .extracting(Path::toString)
        .noneMatch(name -> name.endsWith(".md"))
        .contains(release.resolve("docs/operations.html").toString());
  }

  @Test
  void everyLinkLeadsToAFileAndAHeadingOfIt() throws IOException {
    for (Path page : FolderTree.files(release)) {
      if (page.toString().endsWith(".html")) {
        for (var link : LINK.matcher(Files.readString(page)).results().toList()) {
          Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
          assertThat(target).as("in %s", page).exists();
          if (link.group(2) != null) {
            assertThat(Files.readString(target))
                .as("%s in %s", link.group(), page)
                .contains("id=\"" + link.group(2).substring(1) + "\"");
          }
        }
      }
    }
  }

  @Test
  void whatIsNotInTheReleaseIsNamedWithoutALink() throws IOException {
    assertThat(Files.readString(release.resolve("README.html")))
        .contains("<html lang=\"en\">", "<title>Sunlit Ledger · 阳光台账</title>", "· Contributing ·")
        .contains("<a href=\"docs/operations.html#the-console\">operations</a>")
        .contains("<th>command</th>");
    assertThat(Files.readString(release.resolve("README.zh.html")))
        .contains("<html lang=\"zh-CN\">");
  }
}
