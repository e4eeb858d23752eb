package org.sunlitledger.health.books;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunlitledger.intake.file.KeyPlace;
import org.sunlitledger.upkeep.Examination;
import org.sunlitledger.upkeep.Finding;
import org.sunlitledger.upkeep.NotExamined;

/**
 * Examines whether the key of the hashes is there and is that of the database, whether others can
 * read it, and whether there is a copy of it.
 */
public final class KeyExamination implements Examination {
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final KeyPlace place;
  private final ExaminedDatabase database;

  public KeyExamination(KeyPlace place, ExaminedDatabase database) {
    this.place = place;
    this.database = database;
  }

  @Override
  public String name() {
    return "key";
  }

  @Override
  public List<Finding> examine() throws NotExamined, IOException {
    Path file = place.file();
    NotExamined.unlessReadable(file.toAbsolutePath().resolveSibling(""));
    Optional<String> key = place.find();
    Optional<String> mark = mark();
    if (key.isEmpty()) {
      return List.of(
          mark.isPresent() ? Finding.broken("key.lost", file) : Finding.look("key.none", file));
    }
    if (key.get().isBlank()) {
      return List.of(Finding.broken("key.empty", file));
    }
    if (mark.isPresent() && !mark.get().equals(KeyPlace.mark(key.get()))) {
      return List.of(Finding.broken("key.other", file));
    }
    List<Finding> findings = new ArrayList<>();
    if (place.setting() == null && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
      findings.add(
          Finding.broken(
              "key.readable",
              file,
              PosixFilePermissions.toString(Files.getPosixFilePermissions(file))));
    }
    if (!place.isCopied(key.get())) {
      findings.add(Finding.look("key.no-copy", file));
    }
    return findings.isEmpty() ? List.of(Finding.ok("key.found", file)) : findings;
  }

  /** What the database knows of the key; the file can be examined without it. */
  private Optional<String> mark() {
    try {
      return JdbcClient.create(database.books())
          .sql("select mark from hash_key")
          .query(String.class)
          .optional();
    } catch (NotExamined noBooks) {
      return Optional.empty();
    }
  }
}
