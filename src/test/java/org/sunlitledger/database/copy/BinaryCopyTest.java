package org.sunlitledger.database.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.testing.Office;

/** The table contains exactly the rows that COPY wrote. */
class BinaryCopyTest {
  private static final List<String> COLUMNS =
      List.of("a_long", "an_int", "a_text", "a_date", "a_bytes", "a_bool", "a_decimal", "texts");

  private final Office office;

  BinaryCopyTest(@TempDir Path folder) {
    office = Office.in(folder);
    office
        .sql()
        .sql(
            """
            create table every_kind (a_long bigint, an_int int, a_text text, a_date date,
              a_bytes bytea, a_bool boolean, a_decimal numeric, texts text[])
            """)
        .update();
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void everyKindOfValueComesBackAsItWas() {
    BinaryCopy.into(
        office.the(DataSource.class),
        "every_kind",
        COLUMNS,
        copy -> {
          for (String decimal :
              List.of("0", "4.35", "-0.0001", "12345678.9", "10000", "99999999.9999", "-20000")) {
            copy.row();
            copy.put(Long.MIN_VALUE);
            copy.put(-7);
            copy.put("一\t\"'\\");
            copy.put(LocalDate.of(1999, 12, 31));
            copy.putBytes(new byte[] {0, (byte) 0xff});
            copy.put(true);
            copy.put(new BigDecimal(decimal));
            copy.put(List.of("甲", ""));
          }
          copy.row();
          copy.put(1L);
          copy.put(1);
          copy.put((String) null);
          copy.put(LocalDate.of(2020, 2, 29));
          copy.putBytes(null);
          copy.put(false);
          copy.put(BigDecimal.ONE);
          copy.put(List.of());
        });
    assertThat(rows())
        .containsExactly(
            row("0.0000"),
            row("4.3500"),
            row("-0.0001"),
            row("12345678.9000"),
            row("10000.0000"),
            row("99999999.9999"),
            row("-20000.0000"),
            "(1,1,,2020-02-29,,f,1.0000,{})");
  }

  @Test
  void aRowTheTableRefusesLeavesNoneAndTheConnectionUsable() {
    assertThatThrownBy(
            () ->
                BinaryCopy.into(
                    office.the(DataSource.class),
                    "every_kind",
                    List.of("an_int"),
                    copy -> {
                      copy.row();
                      copy.put(1);
                      copy.row();
                      copy.put(2L);
                    }))
        .hasMessageContaining("every_kind");
    assertThat(rows()).isEmpty();
  }

  private List<String> rows() {
    return office.sql().sql("select e::text from every_kind e").query(String.class).list();
  }

  private static String row(String decimal) {
    return "(-9223372036854775808,-7,\"一\t\"\"'\\\\\",1999-12-31,\"\\\\x00ff\",t,%s,\"{甲,\"\"\"\"}\")"
        .formatted(decimal);
  }
}
