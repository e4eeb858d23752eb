package org.sunlitledger.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.sunlitledger.testing.Office;

/** The log cannot fill the disk. */
class LogRotationIT {
  @Test
  void theLogHasANewFileWhenOneIsFullAndAllOfThemHaveABound(@TempDir Path folder) {
    try (Office office = Office.in(folder)) {
      Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
      RollingFileAppender<?> file = (RollingFileAppender<?>) root.getAppender("FILE");
      assertThat(file.getFile()).endsWith("log/sunlit.log");
      assertThat(file.getRollingPolicy())
          .isInstanceOfSatisfying(
              SizeAndTimeBasedRollingPolicy.class,
              policy -> {
                assertThat(policy.getMaxHistory()).isEqualTo(90);
                assertThat(policy.isStarted()).isTrue();
              });
      Environment settings = office.the(Environment.class);
      assertThat(settings.getProperty("logging.logback.rollingpolicy.max-file-size"))
          .isEqualTo("10MB");
      assertThat(settings.getProperty("logging.logback.rollingpolicy.total-size-cap"))
          .isEqualTo("200MB");
    }
  }
}
