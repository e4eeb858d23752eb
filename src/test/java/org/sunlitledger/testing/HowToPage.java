package org.sunlitledger.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * The example of a page of {@code docs}: its fenced blocks. The paragraph before a block names the
 * file that holds it, or the command that prints it; of several names the last counts.
 */
public final class HowToPage {
  private static final String FENCE = "```";
  private static final Pattern NAME =
      Pattern.compile("`((?:\\./sunlit |(?:jobs|sql|inbox|out)/[^`]*\\.)[^`]*)`");
  private static final Pattern DEFINITION = Pattern.compile("(?:jobs|sql)/\\S+\\.\\w+");
  private static final String INBOX = "inbox/";
  private static final String COMMAND = "./sunlit ";

  private final Map<String, String> blocks = new LinkedHashMap<>();

  private HowToPage(List<String> lines) {
    String name = "";
    boolean paragraphEnded = true;
    StringBuilder block = null;
    for (String line : lines) {
      boolean fence = line.strip().startsWith(FENCE);
      if (block != null && fence) {
        blocks.put(name, block.toString().stripTrailing().stripIndent() + "\n");
        blocks.remove("");
        name = "";
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      } else if (fence) {
        block = new StringBuilder();
      } else if (line.isBlank()) {
        paragraphEnded = true;
      } else {
        name = last(line).orElse(paragraphEnded ? "" : name);
        paragraphEnded = false;
      }
    }
  }

  private static Optional<String> last(String line) {
    return NAME.matcher(line).results().map(found -> found.group(1)).reduce((one, two) -> two);
  }

  /** A page by its name, as {@code add-a-rule}. */
  public static HowToPage named(String name) throws IOException {
    return new HowToPage(Files.readAllLines(Path.of("docs", name + ".md")));
  }

  /** The names of definitions that the page says to write. */
  public List<String> definitions() {
    return blocks.keySet().stream().filter(name -> DEFINITION.matcher(name).matches()).toList();
  }

  /** The block that a file holds, or that a command prints. */
  public String block(String name) {
    String block = blocks.get(name);
    if (block == null) {
      throw new AssertionError("no block for '%s' among %s".formatted(name, blocks.keySet()));
    }
    return block;
  }

  /** The commands whose output the page shows, without the program's own name. */
  public Map<String, String> commands() {
    Map<String, String> commands = new LinkedHashMap<>();
    blocks.forEach(
        (name, block) -> {
          if (name.startsWith(COMMAND)) {
            commands.put(name.substring(COMMAND.length()), block);
          }
        });
    return commands;
  }

  /** Writes the definitions below a folder; a Word document has a paragraph for each line. */
  public HowToPage define(Path folder) throws IOException {
    for (String name : definitions()) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      if (name.endsWith(".docx")) {
        writeDocument(file, block(name));
      } else {
        Files.writeString(file, block(name));
      }
    }
    return this;
  }

  /** Hands in the files that the page puts into the inbox. */
  public HowToPage deliver(Office office) {
    blocks.forEach(
        (name, block) -> {
          if (name.startsWith(INBOX)) {
            office.deliver(name.substring(INBOX.length()), block.getBytes(StandardCharsets.UTF_8));
          }
        });
    return this;
  }

  private static void writeDocument(Path file, String paragraphs) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        var out = Files.newOutputStream(file)) {
      for (String paragraph : paragraphs.lines().toList()) {
        document.createParagraph().createRun().setText(paragraph);
      }
      document.write(out);
    }
  }
}
