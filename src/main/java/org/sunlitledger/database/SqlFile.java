package org.sunlitledger.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query with a header that says what it is: lines {@code -- key: value}, continued by lines that
 * begin with {@code --} and two more spaces, then the statement.
 */
public record SqlFile(String path, String name, Map<String, String> headers, String sql) {
  private static final Pattern HEADER = Pattern.compile("-- ([a-z][a-z.]*): (.*)");
  private static final Pattern CONTINUATION = Pattern.compile("--   (.*)");

  /** Every SQL file of a definitions folder, sorted by name. */
  public static List<SqlFile> all(Definitions definitions, String under) {
    return definitions.list(under, ".sql").stream()
        .map(path -> parse(path, definitions.text(path)))
        .toList();
  }

  /** The header of that key. */
  public Optional<String> header(String key) {
    return Optional.ofNullable(headers.get(key));
  }

  /** The header of that key; a complaint that names the file when there is none. */
  public String required(String key) {
    return header(key)
        .orElseThrow(
            () -> new DefinitionException(path, "header '-- %s:' is missing".formatted(key)));
  }

  /** One file's header and statement. */
  public static SqlFile parse(String path, String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> lines = text.lines().toList();
    int line = 0;
    String last = "";
    for (; line < lines.size() && lines.get(line).startsWith("--"); line++) {
      Matcher header = HEADER.matcher(lines.get(line));
      Matcher more = CONTINUATION.matcher(lines.get(line));
      if (header.matches()) {
        last = header.group(1);
        headers.put(last, header.group(2).strip());
      } else if (more.matches() && !last.isEmpty()) {
        headers.merge(last, more.group(1).strip(), (value, next) -> value + " " + next);
      } else {
        throw new DefinitionException(
            path + ", line " + (line + 1), "expected '-- key: value', found: " + lines.get(line));
      }
    }
    String sql = String.join("\n", lines.subList(line, lines.size())).strip();
    if (sql.isEmpty()) {
      throw new DefinitionException(path, "there is no statement below the header");
    }
    String file = path.substring(path.lastIndexOf('/') + 1);
    return new SqlFile(path, file.substring(0, file.length() - ".sql".length()), headers, sql);
  }
}
