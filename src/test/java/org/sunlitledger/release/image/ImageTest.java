package org.sunlitledger.release.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.quantity.digest.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An image has all that engines ask for, and the same files give the same image. */
class ImageTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Instant DATE = Instant.parse("2026-11-30T08:00:00Z");
  private static final Path DOCKERFILE = Path.of("jobs/schedules/container/Dockerfile");

  private final Path work;
  private final Path base;
  private final Path release;

  ImageTest(@TempDir Path work) {
    this.work = work;
    this.base = work.resolve("base");
    this.release = work.resolve("release");
  }

  @BeforeEach
  void aSystemAndARelease() throws IOException {
    for (String name :
        List.of(
            "usr/bin/bash",
            "usr/bin/sh",
            "usr/bin/find",
            "usr/bin/flock",
            "usr/bin/sed",
            "usr/share/zoneinfo/Asia/Shanghai",
            "usr/lib/x86_64-linux-gnu/libstdc++.so.6",
            "usr/lib/x86_64-linux-gnu/libgcc_s.so.1",
            "usr/lib/x86_64-linux-gnu/libz.so.1",
            "var/log/bootstrap.log")) {
      write(base.resolve(name), name);
    }
    Files.createSymbolicLink(base.resolve("bin"), Path.of("usr/bin"));
    write(base.resolve("etc/passwd"), "root:x:0:0:root:/root:/bin/bash\n");
    write(base.resolve("etc/group"), "root:x:0:\n");
    Files.setPosixFilePermissions(
        base.resolve("usr/bin/find"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setAttribute(base.resolve("usr/bin/bash"), "unix:mode", 04755);
    write(release.resolve("sunlit"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(
        release.resolve("sunlit"), PosixFilePermissions.fromString("rwx------"));
    write(release.resolve("docs/名册.md"), "名册");
  }

  @Test
  void everyPartIsFoundByItsDigest() throws IOException {
    Map<String, byte[]> parts = parts(made("one.tar"));
    assertThat(new String(parts.get("oci-layout"), StandardCharsets.UTF_8))
        .isEqualTo("{\"imageLayoutVersion\":\"1.0.0\"}");
    JsonNode described = json(parts, "index.json").path("manifests").path(0);
    assertThat(described.path("annotations").path("io.containerd.image.name").asString())
        .isEqualTo("docker.io/library/sunlit-ledger:0.1.0");
    JsonNode manifest = JSON.readTree(blob(parts, described));
    JsonNode config = JSON.readTree(blob(parts, manifest.path("config")));
    assertThat(config.path("architecture").asString()).isEqualTo("amd64");
    List<String> layers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      JsonNode layer = manifest.path("layers").path(i);
      byte[] plain =
          new GZIPInputStream(new ByteArrayInputStream(blob(parts, layer))).readAllBytes();
      assertThat(config.path("rootfs").path("diff_ids").path(i).asString())
          .isEqualTo("sha256:" + Sha256.sha256(plain));
      layers.add(path(layer));
    }
    JsonNode forDocker = json(parts, "manifest.json").path(0);
    assertThat(forDocker.path("Config").asString()).isEqualTo(path(manifest.path("config")));
    assertThat(forDocker.path("RepoTags").toString()).isEqualTo("[\"sunlit-ledger:0.1.0\"]");
    assertThat(forDocker.path("Layers").valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(layers);
  }

  @Test
  void theSettingsAreThoseOfTheDockerfile() throws IOException {
    JsonNode config = Dockerfile.settings(DOCKERFILE);
    assertThat(config.path("User").asString()).isEqualTo("10001:10001");
    assertThat(config.path("Env").valueStream().map(JsonNode::asString))
        .containsExactly(
            "LANG=C.UTF-8",
            "TZ=Asia/Shanghai",
            "SUNLIT_LANGUAGE=zh",
            "PATH=/opt/sunlit-ledger:/usr/local/bin:/usr/bin:/bin",
            "SUNLIT_FOLDER=/data/var",
            "SUNLIT_INTAKE_INBOX=/data/inbox",
            "SUNLIT_INTAKE_ARCHIVE=/data/archive",
            "SUNLIT_OUT=/data/out");
    assertThat(config.path("WorkingDir").asString()).isEqualTo("/data");
    assertThat(config.path("Volumes").toString()).isEqualTo("{\"/data\":{}}");
    assertThat(config.path("ExposedPorts").toString()).isEqualTo("{\"8443/tcp\":{}}");
    assertThat(config.path("Entrypoint").toString()).isEqualTo("[\"/opt/sunlit-ledger/sunlit\"]");
    assertThat(config.path("Cmd").toString()).isEqualTo("[\"serve\"]");
    assertThat(config.path("Healthcheck").toString())
        .isEqualTo(
            "{\"Test\":[\"CMD\",\"/opt/sunlit-ledger/jobs/schedules/container/health\"],"
                + "\"Interval\":30000000000,\"Timeout\":10000000000,"
                + "\"StartPeriod\":120000000000,\"Retries\":3}");
  }

  @Test
  void anInstructionThatTheImageWouldLackIsRefused() throws IOException {
    Path file = work.resolve("Dockerfile");
    Files.writeString(file, "FROM a\nADD b /b\n");
    assertThatThrownBy(() -> Dockerfile.settings(file))
        .hasMessage("the image has no setting for ADD");
  }

  @Test
  void theProgramBelongsToRootAndOnlyTheDataToItsUser() throws IOException {
    Map<String, byte[]> parts = parts(made("one.tar"));
    JsonNode manifest =
        JSON.readTree(blob(parts, json(parts, "index.json").path("manifests").path(0)));
    assertThat(entries(blob(parts, manifest.path("layers").path(0))))
        .contains("777 bin to usr/bin", "755 usr/bin/find", "755 usr/bin/bash", "755 var/log/")
        .noneMatch(entry -> entry.contains("bootstrap.log"));
    assertThat(entries(blob(parts, manifest.path("layers").path(1))))
        .containsExactly(
            "755 etc/",
            "777 etc/localtime to /usr/share/zoneinfo/Asia/Shanghai",
            "644 etc/passwd",
            "644 etc/group",
            "755 data/ 10001:10001",
            "700 data/archive/ 10001:10001",
            "2770 data/inbox/ 10001:10001",
            "755 data/out/ 10001:10001",
            "700 data/var/ 10001:10001");
    assertThat(entries(blob(parts, manifest.path("layers").path(2))))
        .containsExactly(
            "755 opt/",
            "755 opt/sunlit-ledger/",
            "755 opt/sunlit-ledger/docs/",
            "644 opt/sunlit-ledger/docs/名册.md",
            "755 opt/sunlit-ledger/sunlit");
  }

  @Test
  void datesOfTheFilesMakeNoDifference() throws IOException {
    Path one = made("one.tar");
    Files.setLastModifiedTime(base.resolve("usr/bin/sed"), FileTime.from(Instant.EPOCH));
    Files.setLastModifiedTime(release.resolve("sunlit"), FileTime.from(Instant.EPOCH));
    assertThat(made("other.tar")).hasSameBinaryContentAs(one);
  }

  @Test
  void aFolderThatIsNoWholeSystemIsRefused() throws IOException {
    Files.delete(base.resolve("usr/bin/flock"));
    Files.delete(base.resolve("usr/lib/x86_64-linux-gnu/libz.so.1"));
    assertThatThrownBy(() -> made("none.tar"))
        .hasMessageContaining("has no usr/bin/flock, libz.so.1: ");
  }

  private Path made(String name) throws IOException {
    Path file = work.resolve(name);
    new Image("0.1.0", "amd64", DATE).write(release, base, DOCKERFILE, work.resolve("parts"), file);
    assertThat(work.resolve("parts")).doesNotExist();
    return file;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static JsonNode json(Map<String, byte[]> parts, String name) {
    return JSON.readTree(parts.get(name));
  }

  private static byte[] blob(Map<String, byte[]> parts, JsonNode described) {
    byte[] bytes = parts.getOrDefault(path(described), new byte[0]);
    assertThat("sha256:" + Sha256.sha256(bytes)).isEqualTo(described.path("digest").asString());
    assertThat(bytes).hasSize(described.path("size").asInt());
    return bytes;
  }

  private static String path(JsonNode described) {
    return "blobs/" + described.path("digest").asString().replace(':', '/');
  }

  private static Map<String, byte[]> parts(Path file) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (InputStream input = Files.newInputStream(file);
        TarArchiveInputStream tar = new TarArchiveInputStream(input, "UTF-8")) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        parts.put(entry.getName(), tar.readAllBytes());
      }
    }
    return parts;
  }

  /** Rights, name and, where it is not root, the owner. */
  private static List<String> entries(byte[] layer) throws IOException {
    List<String> entries = new ArrayList<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(layer)), "UTF-8")) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo(DATE);
        String link = entry.isSymbolicLink() ? " to " + entry.getLinkName() : "";
        String owner =
            entry.getLongUserId() == 10001
                ? " %d:%d".formatted(entry.getLongUserId(), entry.getLongGroupId())
                : "";
        entries.add("%o %s%s%s".formatted(entry.getMode() & 07777, entry.getName(), link, owner));
      }
    }
    return entries;
  }
}
