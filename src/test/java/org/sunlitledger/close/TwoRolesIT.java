package org.sunlitledger.close;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** The role that the program works as can do its work, and cannot change what is append-only. */
class TwoRolesIT {

  @Test
  void theProgramsOwnRoleClosesAYearAndCanTakeNothingBack(@TempDir Path temporary) {
    try (Office office = Office.ofTwoRoles(temporary)) {
      Desk desk = new Desk(office).yearReady();
      desk.mustClose(2020);
      desk.assertAgrees(2020, 1);
      for (String change :
          new String[] {
            "update audit_event set who = '丁'",
            "delete from audit_event",
            "truncate audit_event",
            "update snapshot_part set sha256 = ''",
            "delete from snapshot_chunk",
            "update year_close set sha256 = ''",
            "delete from year_close",
            "update hash_key set mark = ''",
            "update flyway_schema_history set success = false"
          }) {
        desk.assertRefused(change, "permission denied");
      }
      desk.assertRefused("alter table payment disable trigger all", "must be owner");
      desk.assertRefused("drop trigger audit_event_append_only on audit_event", "must be owner");
      desk.assertRefused("drop table audit_event", "must be owner");
      desk.assertRefused("set session_replication_role = replica", "permission denied");
      desk.assertRefused(
          """
          create or replace function closed_through() returns smallint
          language sql
          return 0::smallint
          """,
          "permission denied");
      desk.assertRefused("update payment set amount = amount + 1", "is closed");
      desk.assertAgrees(2020, 1);
    }
  }
}
