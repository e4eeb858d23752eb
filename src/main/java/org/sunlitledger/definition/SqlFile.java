package org.sunlitledger.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;

/**
 * A query with a header that says what it is: lines {@code -- key: value}, continued by lines that
 * begin with {@code --} and two more spaces, then the statement.
 */
public record SqlFile(String path, String name, Map<String, String> headers, String sql) {
  /** Classes of SQLSTATE: cardinality, data, syntax and names, what is not supported. */
  private static final Set<String> OF_STATEMENTS = Set.of("21", "22", "42", "0A");

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

  /** What the header of that key lists, between commas; nothing when there is none. */
  public List<String> list(String key) {
    return header(key).map(names -> List.of(names.split(", *", -1))).orElse(List.of());
  }

  /** The header of that key; a complaint that names the file when there is none. */
  public String required(String key) {
    return header(key)
        .orElseThrow(
            () -> new DefinitionException(path, "header '-- %s:' is missing".formatted(key)));
  }

  /**
   * Runs a statement that this file's query is a part of.
   *
   * @throws DefinitionException that names the file, when the server has something against it
   */
  public <T> T run(Supplier<T> statement) {
    try {
      return statement.get();
    } catch (DataAccessException problem) {
      Optional<String> complaint = complaint(problem);
      if (complaint.isEmpty()) {
        throw problem;
      }
      DefinitionException named = new DefinitionException(path, complaint.get());
      named.addSuppressed(problem);
      throw named;
    }
  }

  /** The same for what gives no result. */
  public void run(Runnable statements) {
    run(
        () -> {
          statements.run();
          return path;
        });
  }

  /** What is wrong with a statement; nothing when it is something else that went wrong. */
  private static Optional<String> complaint(DataAccessException problem) {
    return problem.getCause() instanceof PSQLException said
            && said.getSQLState() != null
            && OF_STATEMENTS.contains(said.getSQLState().substring(0, 2))
        ? Optional.of(words(said))
        : Optional.empty();
  }

  /** Without the position, which is that in a longer statement. */
  private static String words(PSQLException said) {
    return Optional.ofNullable(said.getServerErrorMessage())
        .map(ServerErrorMessage::getMessage)
        .orElse(String.valueOf(said.getMessage()));
  }

  /** Refuses headers that nobody reads: most are slips of the pen. */
  public SqlFile allow(String... keys) {
    for (String key : headers.keySet()) {
      if (!List.of(keys).contains(key)) {
        throw new DefinitionException(
            path, "unknown header '-- %s:'; known are %s".formatted(key, List.of(keys)));
      }
    }
    return this;
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
        if (headers.put(last, header.group(2).strip()) != null) {
          throw new DefinitionException(path, "header '-- %s:' is there twice".formatted(last));
        }
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
