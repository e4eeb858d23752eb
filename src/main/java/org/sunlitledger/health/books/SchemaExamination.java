package org.sunlitledger.health.books;

import java.util.List;
import org.sunlitledger.database.ProgramVersion;
import org.sunlitledger.upkeep.Examination;
import org.sunlitledger.upkeep.Finding;
import org.sunlitledger.upkeep.NotExamined;

/** Examines whether the tables are those of this version of the program. */
public final class SchemaExamination implements Examination {
  private final ExaminedDatabase database;

  public SchemaExamination(ExaminedDatabase database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public List<Finding> examine() throws NotExamined {
    return List.of(
        switch (database.schema()) {
          case CURRENT -> Finding.ok("schema.current", ProgramVersion.NAME);
          case EMPTY -> Finding.look("schema.empty", ProgramVersion.NAME);
          case BEHIND -> Finding.look("schema.behind", ProgramVersion.NAME);
          case OF_EARLIER_PROGRAM -> Finding.broken("schema.earlier", ProgramVersion.NAME);
          case OF_LATER_PROGRAM -> Finding.broken("schema.later", ProgramVersion.NAME);
        });
  }
}
