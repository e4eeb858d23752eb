package org.sunlitledger.console.read;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Adds connections that only read to those of the program: the database itself refuses every change
 * that comes over them, and stops a query that takes longer than allowed.
 */
@Component
final class ReadPool implements BeanPostProcessor, DisposableBean {
  private final HikariDataSource reads = new HikariDataSource();
  private final Duration limit;

  ReadPool(@Value("${sunlit.console.read-limit:30s}") Duration limit) {
    this.limit = limit;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof HikariDataSource all ? both(all) : bean;
  }

  @Override
  public void destroy() {
    reads.close();
  }

  private TwoPools both(HikariDataSource all) {
    all.copyStateTo(reads);
    reads.setPoolName("reads");
    reads.setConnectionInitSql(
        "set default_transaction_read_only = on; set statement_timeout = " + limit.toMillis());
    return new TwoPools(all, reads);
  }
}
