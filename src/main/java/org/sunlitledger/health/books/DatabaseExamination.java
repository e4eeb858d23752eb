package org.sunlitledger.health.books;

import java.util.List;
import java.util.Set;
import org.sunlitledger.database.schema.ServerVersion;
import org.sunlitledger.health.books.ExaminedDatabase.Access;
import org.sunlitledger.upkeep.Examination;
import org.sunlitledger.upkeep.Finding;
import org.sunlitledger.upkeep.Finding.Level;
import org.sunlitledger.upkeep.NotExamined;

/** Examines whether the database answers, and whether the program can work with its server. */
public final class DatabaseExamination implements Examination {
  /** Reasons for which it is not reached and that are no fault of it. */
  private static final Set<String> HARMLESS =
      Set.of("database.not-made", "database.foreign", "not-examined.folder");

  private final ExaminedDatabase database;

  public DatabaseExamination(ExaminedDatabase database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public List<Finding> examine() {
    Access access;
    try {
      access = database.access();
    } catch (NotExamined why) {
      return List.of(why.as(name(), HARMLESS.contains(why.key()) ? Level.LOOK : Level.BROKEN));
    }
    ServerVersion server = ServerVersion.of(access.sql());
    Object[] arguments = {database.address().shown(), server.version(), server.encoding()};
    if (!server.isNewEnough()) {
      return List.of(Finding.broken("database.old", arguments));
    }
    if (!server.isUtf8()) {
      return List.of(Finding.broken("database.encoding", arguments));
    }
    return List.of(
        switch (access.way()) {
          case CONFIGURED -> Finding.ok("database.configured", arguments);
          case RUNNING -> Finding.ok("database.running", arguments);
          case STARTED -> Finding.ok("database.started", arguments);
        });
  }
}
