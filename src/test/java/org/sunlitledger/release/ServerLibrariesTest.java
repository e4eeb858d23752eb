package org.sunlitledger.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every library that PostgreSQL's binaries bring along is a part with a licence. */
class ServerLibrariesTest {
  private static final Path TABLE = Path.of("src/dist/server-parts.tsv");

  @ParameterizedTest
  @ValueSource(strings = {"x86_64", "arm_64"})
  void theTableNamesThemForEachProcessor(String processor) throws Exception {
    Path jar = binaries(processor);
    assertThat(ServerLibraries.in(jar)).contains("libpq", "libssl", "libicudata", "libxml2");
    ServerLibraries.mustBeNamedIn(TABLE, jar);
  }

  @Test
  void aLibraryOfNoPartFailsTheBuild(@TempDir Path work) throws Exception {
    Path table = work.resolve("parts.tsv");
    Files.writeString(table, Files.readString(TABLE).replace("libssl libcrypto", "libssl"));
    assertThatThrownBy(() -> ServerLibraries.mustBeNamedIn(table, binaries("x86_64")))
        .hasMessageContaining("has libraries of no part of")
        .hasMessageContaining(": libcrypto;");
  }

  private static Path binaries(String processor) throws IOException, URISyntaxException {
    URL inside =
        Objects.requireNonNull(
            ServerLibrariesTest.class.getResource("/postgres-linux-%s.txz".formatted(processor)));
    return Path.of(((JarURLConnection) inside.openConnection()).getJarFileURL().toURI());
  }
}
