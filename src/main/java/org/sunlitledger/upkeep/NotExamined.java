package org.sunlitledger.upkeep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** An examination cannot be made; the reason is a sentence of the bundle {@code health}. */
public final class NotExamined extends Exception {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String[] arguments;

  public NotExamined(String key, Object... arguments) {
    super(key + " " + Arrays.toString(arguments));
    this.key = key;
    this.arguments = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
  }

  /**
   * Requires that this user of the machine may look into a folder, or into the one where it will be
   * made: what cannot be seen is not missing.
   */
  public static void unlessReadable(Path folder) throws NotExamined {
    Path path = folder.toAbsolutePath().normalize();
    while (!Files.exists(path) && path.getParent() != null) {
      path = path.getParent();
    }
    if (!Files.isReadable(path) || !Files.isExecutable(path)) {
      throw new NotExamined("not-examined.folder", path);
    }
  }

  public String key() {
    return key;
  }

  List<String> arguments() {
    return List.of(arguments);
  }

  /** The same reason as what a certain examination found. */
  public Finding as(String examination, Finding.Level level) {
    return new Finding(examination, level, key, arguments());
  }
}
