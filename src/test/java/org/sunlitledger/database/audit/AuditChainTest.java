package org.sunlitledger.database.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.quantity.digest.KeyedHash;
import org.sunlitledger.testing.Office;

class AuditChainTest {
  private static Office office;

  @BeforeAll
  static void open(@TempDir Path folder) {
    office = Office.in(folder);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void eventsFromBeforeTheAccountWasRecordedStayProved() {
    office
        .sql()
        .sql(
            """
            insert into audit_event (at, who, os_user, action, year, detail, digest)
            values ('2021-01-05 08:00:00Z', '王芳', 'finance', 'adopt', 2020, '甲县', :digest)
            """)
        .param(
            "digest",
            office
                .the(KeyedHash.class)
                .hash("20:2021-01-05T08:00:00Z2:王芳7:finance5:adopt4:20200:2:甲县"))
        .update();
    TransactionTemplate transaction = office.the(TransactionTemplate.class);
    AuditTrail trail = office.the(AuditTrail.class);
    transaction.executeWithoutResult(status -> trail.add("李四", "adopt", 2020, "乙县"));
    assertThat(broken()).isFalse();
    assertThat(trail.events(2020))
        .extracting(event -> event.via().map(AuditVia::place).orElse(""))
        .containsExactly("", "cli");
    for (String change :
        new String[] {
          "via = 'cli' where via is null",
          "via = null where via = 'cli'",
          "via = 'console' where via = 'cli'",
          "via = 'console', login = 'x' where via = 'cli'"
        }) {
      boolean found =
          Boolean.TRUE.equals(
              transaction.execute(
                  status -> {
                    status.setRollbackOnly();
                    run("alter table audit_event disable trigger all");
                    run("update audit_event set " + change);
                    return broken();
                  }));
      assertThat(found).as(change).isTrue();
    }
    assertThat(broken()).isFalse();
  }

  private static boolean broken() {
    return Boolean.TRUE.equals(
        office
            .the(TransactionTemplate.class)
            .execute(status -> office.the(AuditChain.class).firstBroken().isPresent()));
  }

  private static void run(String statement) {
    office.sql().sql(statement).update();
  }
}
