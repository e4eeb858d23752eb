package org.sunlitledger.cli.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.cli.Terminal;
import org.sunlitledger.testing.Office;

/** Accounts are made, listed, renamed and taken out of use from the command line. */
class UsersCommandTest {
  private static final String CODE =
      "Activation code of wangfang: ([A-Z2-9]{5}-){3}[A-Z2-9]{5}\n"
          + "It is shown this once and is valid until 20[0-9-]{8} [0-9:]{8}\\.";

  @Test
  void fromTheFirstAccountToOneOutOfUse(@TempDir Path folder) {
    try (Office office = Office.ofTwoRoles(folder)) {
      Terminal terminal = new Terminal(office);
      assertThat(terminal.run("users")).isZero();
      assertThat(terminal.out())
          .contains("./sunlit users add LOGIN --name NAME --role administrator");

      String[] add = {"users", "add", "wangfang", "--name", " 王芳 ", "--role", "clerk,reviewer"};
      assertThat(terminal.run(add)).isZero();
      assertThat(terminal.out()).containsPattern(CODE);
      assertThat(terminal.run(add)).isEqualTo(3);
      assertThat(terminal.err()).contains("Login wangfang belongs to 王芳");
      assertThat(terminal.run("users", "add", "lisi", "--name", "李四", "--role", "boss"))
          .isEqualTo(2);
      assertThat(terminal.err()).contains("viewer, clerk, reviewer or administrator, not 'boss'");

      assertThat(terminal.run("users", "rename", "wangfang", "--name", "王芳（财政局）")).isZero();
      assertThat(terminal.run("users", "disable", "wangfang")).isZero();
      assertThat(terminal.run("users", "--json")).isZero();
      assertThat(terminal.out())
          .contains("\"name\" : \"王芳(财政局)\"", "\"roles\" : \"clerk,reviewer\"", "\"disabled\"");
      assertThat(terminal.run("--lang", "zh", "users", "enable", "nobody")).isEqualTo(3);
      assertThat(terminal.err()).contains("没有账号 nobody");
    }
  }
}
