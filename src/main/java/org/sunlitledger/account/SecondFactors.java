package org.sunlitledger.account;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.account.AccessLog.AccessVia;

/**
 * What an account's second factor is made from, and which of its codes were used. The seed comes
 * here encrypted.
 */
@Component
public final class SecondFactors {
  private final JdbcClient jdbc;
  private final AccessLog log;

  SecondFactors(JdbcClient jdbc, AccessLog log) {
    this.jdbc = jdbc;
    this.log = log;
  }

  /** The encrypted seed of an account; empty while it has no second factor. */
  public Optional<byte[]> seed(long account) {
    return jdbc.sql("select factor_seed from account where id = :id and factor_seed is not null")
        .param("id", account)
        .query(byte[].class)
        .optional();
  }

  /**
   * Gives an account a second factor in place of the one it may have.
   *
   * @param step the period of the code with which its owner has shown that it works
   */
  public void set(long account, byte[] encryptedSeed, long step, String address) {
    jdbc.sql("update account set factor_seed = :seed, factor_step = :step where id = :id")
        .param("seed", encryptedSeed)
        .param("step", step)
        .param("id", account)
        .update();
    log.record(AccessKind.FACTOR_SET, Optional.of(account), address);
  }

  /**
   * Uses the code of a period up.
   *
   * @return whether neither it nor a later one was used before
   */
  public boolean use(long account, long step) {
    return jdbc.sql("update account set factor_step = :step where id = :id and factor_step < :step")
            .param("step", step)
            .param("id", account)
            .update()
        == 1;
  }

  /** Takes the second factor away from somebody who has lost the telephone. */
  void forget(long account, AccessVia via) {
    jdbc.sql("update account set factor_seed = null, factor_step = null where id = :id")
        .param("id", account)
        .update();
    log.record(AccessKind.FACTOR_FORGOTTEN, Optional.of(account), via, "");
  }
}
