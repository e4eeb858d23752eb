package org.sunlitledger.intake.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.quantity.digest.KeyedHash;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.quantity.person.PersonName;

/**
 * Hides personal data in names of files, folders and sheets before they are kept or shown.
 * 张三丰补贴.csv becomes 张**~3fa9c1补贴.csv after a line of a file has shown that 张三丰 is a person. ID
 * numbers are hidden at once. The fingerprint behind the stars is made with the county's key.
 * Different names therefore stay different, and the same name is found again.
 */
@Component
public final class HiddenNames {
  private static final int SHORTEST_NAME_CHARACTERS = 2;
  private static final int LONGEST_NAME_CHARACTERS = 12;
  private static final int FINGERPRINT_BYTES = 3;
  private static final String MARK = "*~";

  /** The snapshot of a closed year contains the names of its deliveries, so these do not change. */
  private static final String NOT_FROZEN = "not (status = 'live' and year <= closed_through())";

  /** Parameters of runs that contain names of files and folders of offices. */
  private static final String PATHS = "parameter_name in ('inbox', 'ledger')";

  private final JdbcClient jdbc;
  private final KeyedHash hash;
  private final TransactionTemplate transaction;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  HiddenNames(JdbcClient jdbc, KeyedHash hash, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.transaction = transaction;
    jdbc.sql("select key from hidden_name").query(String.class).list().forEach(known::add);
  }

  /**
   * The kept form of a text from a file name, for comparison and display. Hiding a hidden text has
   * no effect.
   */
  public String hide(String text) {
    String hidden = text;
    String masked = IdNumber.maskedIn(text);
    if (!masked.equals(text)) {
      hidden = signed(masked, text);
    }
    if (known.isEmpty()) {
      return hidden;
    }
    String letters = PersonName.withoutBlanks(hidden);
    for (int length = Math.min(LONGEST_NAME_CHARACTERS, letters.length());
        length >= SHORTEST_NAME_CHARACTERS;
        length--) {
      for (int from = 0; from + length <= letters.length(); from++) {
        String part = letters.substring(from, from + length);
        if (isOfLetters(part) && known.contains(key(part))) {
          hidden = hide(hidden, PersonName.in(part).stream().toList());
        }
      }
    }
    return hidden;
  }

  /** The kept form of column titles. */
  public String[] hide(String[] titles) {
    return Arrays.stream(titles).map(this::hide).toArray(String[]::new);
  }

  /** The kept form of a path, as {@link FilePath} makes it, with hidden names. */
  public String kept(Path file) {
    return hidden(FilePath.kept(file), this::hide);
  }

  /** The path for a kept form, as long as the file has not moved. */
  public Path find(String kept) {
    if (!kept.contains(MARK)) {
      return FilePath.parse(kept);
    }
    String found = "";
    for (String name : kept.split("/", -1)) {
      found = found.isEmpty() ? name : child(found, name);
    }
    return FilePath.parse(found);
  }

  private String child(String folder, String name) {
    String same = folder + "/" + name;
    if (!name.contains(MARK)) {
      return same;
    }
    try (Stream<Path> children = Files.list(FilePath.parse(folder))) {
      return children
          .map(FilePath::kept)
          .filter(child -> hidden(child, this::hide).endsWith("/" + name))
          .findFirst()
          .orElse(same);
    } catch (IOException gone) {
      return same;
    }
  }

  /** The kept form of a path. Each of its names is hidden separately. */
  private static String hidden(String kept, UnaryOperator<String> hide) {
    StringBuilder path = new StringBuilder();
    for (String name : kept.split("/", -1)) {
      String shown = FilePath.shownName(name);
      String hidden = hide.apply(shown);
      path.append(path.isEmpty() ? "" : "/").append(hidden.equals(shown) ? name : escaped(hidden));
    }
    return path.toString();
  }

  private static String escaped(String name) {
    StringBuilder escaped = new StringBuilder();
    for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
      boolean isPlain =
          letter > 0 && (Character.isLetterOrDigit(letter) || "-._~*".indexOf(letter) >= 0);
      escaped.append(isPlain ? String.valueOf((char) letter) : "%%%02X".formatted(letter & 0xff));
    }
    return escaped.toString();
  }

  /** Hides these names from now on, and also in all names of files that are already kept. */
  public void learn(Collection<PersonName> names) {
    List<PersonName> fresh =
        names.stream().filter(name -> !known.contains(key(name.text()))).toList();
    if (fresh.isEmpty()) {
      return;
    }
    transaction.executeWithoutResult(
        status -> {
          for (PersonName name : fresh) {
            jdbc.sql("insert into hidden_name (key) values (:key) on conflict do nothing")
                .param("key", key(name.text()))
                .update();
            UnaryOperator<String> hide = text -> hide(text, List.of(name));
            UnaryOperator<String> hidePath = path -> hidden(path, hide);
            UnaryOperator<String> hidePaths =
                paths ->
                    paths
                        .lines()
                        .map(path -> changed(path, hidePath))
                        .collect(Collectors.joining("\n"));
            rewrite("delivery", "id", List.of("name", "original", "office"), NOT_FROZEN, hide);
            rewrite("delivery", "id", List.of("path"), "true", hidePath);
            rewrite("inbox_entry", "path", List.of("shown"), "true", hide);
            rewrite("inbox_entry", "path", List.of("inbox", "path"), "true", hidePath);
            rewrite(
                "batch_job_execution_params", "ctid", List.of("parameter_value"), PATHS, hidePaths);
          }
        });
    fresh.forEach(name -> known.add(key(name.text())));
  }

  /**
   * Hides the names in a path, which may be plain text. The path stays unchanged if it contains
   * none.
   */
  private static String changed(String path, UnaryOperator<String> hidePath) {
    String kept = path.isEmpty() || path.startsWith("file:") ? path : FilePath.kept(Path.of(path));
    String hidden = hidePath.apply(kept);
    return hidden.equals(kept) ? path : hidden;
  }

  /**
   * Replaces the names in kept texts. There are few files, and a new name of a person among their
   * names is rare.
   */
  private void rewrite(
      String table, String key, List<String> columns, String where, UnaryOperator<String> hide) {
    for (String column : columns) {
      record KeptText(String key, String before) {}
      jdbc.sql("select %s::text, %s from %s where %s".formatted(key, column, table, where))
          .query((row, number) -> new KeptText(row.getString(1), row.getString(2)))
          .list()
          .forEach(
              row -> {
                String after = hide.apply(row.before());
                if (!after.equals(row.before())) {
                  update(table, key, column, row.key(), after);
                }
              });
    }
  }

  private void update(String table, String key, String column, String row, String hidden) {
    jdbc.sql("update %s set %s = :hidden where %s::text = :row".formatted(table, column, key))
        .param("hidden", hidden)
        .param("row", row)
        .update();
  }

  private String hide(String text, List<PersonName> names) {
    String hidden = text;
    for (PersonName name : names) {
      String sign = PersonName.masked(name.text()) + "~" + sign(name.text());
      hidden = name.replacedIn(hidden, sign);
    }
    return hidden;
  }

  /** Adds a fingerprint to the masked name, so that the files of two people differ. */
  private String signed(String masked, String text) {
    int end = masked.lastIndexOf('*') + 1;
    return masked.substring(0, end) + "~" + sign(text) + masked.substring(end);
  }

  private String sign(String text) {
    return HexFormat.of().formatHex(hash.hash("file name: " + text), 0, FINGERPRINT_BYTES);
  }

  private String key(String name) {
    return HexFormat.of().formatHex(hash.hash("hidden name: " + name));
  }

  private static boolean isOfLetters(String part) {
    return part.codePoints().allMatch(glyph -> Character.isLetter(glyph) || glyph == '·');
  }
}
