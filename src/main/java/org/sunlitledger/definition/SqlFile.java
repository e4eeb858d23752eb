package org.sunlitledger.definition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;

/**
 * A statement with a header that describes it. The header is the comment lines above the statement,
 * which are YAML after the {@code --} before each line.
 *
 * @param header keys of the header; errors in them name the file
 */
public record SqlFile(String path, String name, YamlNode header, String sql) {
  /**
   * Classes of SQLSTATE for faults of a statement: cardinality, data, syntax and names, unsupported
   * features.
   */
  private static final Set<String> STATEMENT_SQLSTATE_CLASSES = Set.of("21", "22", "42", "0A");

  private static final String ENDING = ".sql";
  private static final String COMMENT = "-- ";

  /** Every SQL file of a definitions folder, sorted by name. */
  public static List<SqlFile> all(Definitions definitions, String under) {
    return definitions.list(under, ENDING).stream()
        .map(path -> parse(path, definitions.text(path)))
        .toList();
  }

  /**
   * Runs a statement that contains this file's query.
   *
   * @throws DefinitionException with the name of the file, when the server rejects the statement
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

  /** Runs a statement without a result. */
  public void run(Runnable statements) {
    run(
        () -> {
          statements.run();
          return path;
        });
  }

  /** Whether the statement itself is the cause of a failure. */
  public static boolean isOfStatement(DataAccessException problem) {
    return complaint(problem).isPresent();
  }

  /** The fault of a statement; empty if something else failed. */
  private static Optional<String> complaint(DataAccessException problem) {
    return problem.getCause() instanceof PSQLException said
            && said.getSQLState() != null
            && STATEMENT_SQLSTATE_CLASSES.contains(said.getSQLState().substring(0, 2))
        ? Optional.of(words(said))
        : Optional.empty();
  }

  /** The message without the position, because the position refers to a longer statement. */
  private static String words(PSQLException said) {
    return Optional.ofNullable(said.getServerErrorMessage())
        .map(ServerErrorMessage::getMessage)
        .orElse(String.valueOf(said.getMessage()));
  }

  /** A statement that the program builds itself, without a header. */
  public static SqlFile made(String path, String name, String sql) {
    return new SqlFile(path, name, YamlNode.empty(path), sql);
  }

  /** Reads the header and the statement of one file. */
  public static SqlFile parse(String path, String text) {
    List<String> lines = text.lines().toList();
    int below = (int) lines.stream().takeWhile(line -> line.startsWith("--")).count();
    StringBuilder header = new StringBuilder();
    for (int line = 0; line < below; line++) {
      header.append(uncommented(path, line + 1, lines.get(line))).append('\n');
    }
    String sql = String.join("\n", lines.subList(below, lines.size())).strip();
    if (sql.isEmpty()) {
      throw new DefinitionException(path, "there is no statement below the header");
    }
    String file = path.substring(path.lastIndexOf('/') + 1);
    return new SqlFile(
        path,
        file.substring(0, file.length() - ENDING.length()),
        below == 0 ? YamlNode.empty(path) : YamlNode.parse(path, header.toString()),
        sql);
  }

  /**
   * Replaces the comment signs of a line by blanks, so that error messages name the right column.
   */
  private static String uncommented(String path, int number, String line) {
    if (!(line + " ").startsWith(COMMENT)) {
      throw new DefinitionException(
          path + ", line " + number, "expected '-- ' and a line of YAML, found: " + line);
    }
    return line.replaceFirst("--", "  ");
  }
}
