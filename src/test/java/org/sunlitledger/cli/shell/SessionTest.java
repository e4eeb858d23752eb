package org.sunlitledger.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionTest {
  /** The build prepares the parts for this class; with another one no command starts. */
  @Test
  void theProgramStartsFromThePartsThatTheBuildHasPrepared() {
    assertThat(Session.application(Map.of()).getMainApplicationClass())
        .isEqualTo(PreparedParts.class);
  }
}
