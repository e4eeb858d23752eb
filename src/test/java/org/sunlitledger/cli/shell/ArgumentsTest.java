package org.sunlitledger.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static final Charset GBK = Charset.forName("GBK");

  @Test
  void wordsAreReadInUtf8ElseInGbk() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.write("java\0--ledger\0/srv/".getBytes(StandardCharsets.UTF_8));
    line.write("国库台账2020.csv".getBytes(GBK));
    line.write("\0\0--by\0王芳\0--why\0".getBytes(StandardCharsets.UTF_8));
    line.write("非本年文件".getBytes(GBK));
    line.write(0);
    assertThat(Arguments.texts(line.toByteArray()))
        .containsExactly(
            "java", "--ledger", "/srv/国库台账2020.csv", "", "--by", "王芳", "--why", "非本年文件");
  }

  @Test
  void whatTheJvmCouldReadIsLeftAsItIs() {
    String[] arguments = {"nightly", "--inbox", "收件"};
    assertThat(Arguments.of(arguments)).isSameAs(arguments);
  }
}
