package org.sunlitledger.register;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunlitledger.quantity.digest.KeyedHash;
import org.sunlitledger.quantity.person.ListedPayees;
import org.sunlitledger.quantity.person.PayeeName;
import org.sunlitledger.register.code.CodeList;
import org.sunlitledger.register.code.CodeLists;

/**
 * Fills the tables {@code code}, {@code code_word}, {@code code_fit}, {@code parameter} and {@code
 * village} from the definitions.
 */
@Component
public final class DefinitionTables {
  private final Registers registers;
  private final Villages villages;
  private final ParameterUses uses;
  private final KeyedHash hash;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  public DefinitionTables(
      Registers registers,
      Villages villages,
      ParameterUses uses,
      KeyedHash hash,
      JdbcTemplate jdbc,
      TransactionTemplate transaction) {
    this.registers = registers;
    this.villages = villages;
    this.uses = uses;
    this.hash = hash;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * Replaces the contents of the tables completely or not at all, after checking that the
   * definitions agree with each other.
   */
  public void refresh() {
    uses.require();
    List<Object[]> codes =
        registers.codeLists().all().stream()
            .flatMap(
                list ->
                    list.codes().stream()
                        .map(
                            code ->
                                new Object[] {
                                  list.name(),
                                  code.code(),
                                  code.title(),
                                  code.years().from(),
                                  code.years().to()
                                }))
            .toList();
    List<Object[]> words =
        registers.codeLists().all().stream()
            .flatMap(
                list ->
                    list.codes().stream()
                        .flatMap(
                            code ->
                                words(list, code)
                                    .map(
                                        word ->
                                            new Object[] {
                                              list.name(),
                                              word,
                                              code.code(),
                                              code.years().from(),
                                              code.years().to()
                                            })))
            .toList();
    List<Object[]> fits =
        registers.codeLists().fits().stream()
            .map(
                fit ->
                    new Object[] {
                      fit.list(),
                      fit.code(),
                      fit.ofList(),
                      fit.ofCode(),
                      fit.position(),
                      fit.years().from(),
                      fit.years().to()
                    })
            .toList();
    List<Object[]> parameters =
        registers.parameters().stream()
            .map(
                parameter ->
                    new Object[] {
                      parameter.name(),
                      parameter.value(),
                      parameter.years().from(),
                      parameter.years().to()
                    })
            .toList();
    List<Object[]> named =
        villages.all().stream()
            .map(
                village ->
                    new Object[] {
                      village.township(),
                      village.name(),
                      village.years().from(),
                      village.years().to()
                    })
            .toList();
    transaction.executeWithoutResult(
        status -> {
          jdbc.update("delete from code");
          jdbc.batchUpdate(
              "insert into code (list, code, title, from_year, to_year) values (?, ?, ?, ?, ?)",
              codes);
          jdbc.update("delete from code_word");
          jdbc.batchUpdate(
              "insert into code_word (list, word, code, from_year, to_year) values (?, ?, ?, ?, ?)",
              words);
          jdbc.update("delete from code_fit");
          jdbc.batchUpdate(
              """
              insert into code_fit (list, code, of_list, of_code, position, from_year, to_year)
              values (?, ?, ?, ?, ?, ?, ?)
              """,
              fits);
          jdbc.update("delete from parameter");
          jdbc.batchUpdate(
              "insert into parameter (name, value, from_year, to_year) values (?, ?, ?, ?)",
              parameters);
          jdbc.update("delete from village");
          jdbc.batchUpdate(
              "insert into village (township, name, from_year, to_year) values (?, ?, ?, ?)",
              named);
        });
  }

  /**
   * The words for a code. A payee may have been kept as a person before it was listed, so the
   * masked form is included.
   */
  private Stream<String> words(CodeList list, CodeList.ListedCode code) {
    return CodeLists.PAYEES.contains(list.name())
        ? code.words()
            .flatMap(word -> Stream.of(word, PayeeName.kept(word, hash, ListedPayees.NONE)))
            .distinct()
        : code.words();
  }
}
