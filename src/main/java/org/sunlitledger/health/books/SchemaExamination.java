package org.sunlitledger.health.books;

import java.util.List;
import org.sunlitledger.database.schema.ProgramVersion;
import org.sunlitledger.database.schema.SchemaVersions;
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
    SchemaVersions schema = database.schema();
    Object[] arguments = {ProgramVersion.NAME, schema.found(), schema.known()};
    return List.of(
        switch (schema.state()) {
          case CURRENT -> Finding.ok("schema.current", arguments);
          case EMPTY -> Finding.look("schema.empty", arguments);
          case OWN_BEHIND -> Finding.look("schema.own-behind", arguments);
          case BEHIND -> Finding.broken("schema.behind", arguments);
          case OF_EARLIER_PROGRAM -> Finding.broken("schema.earlier", arguments);
          case OF_LATER_PROGRAM -> Finding.broken("schema.later", arguments);
        });
  }
}
