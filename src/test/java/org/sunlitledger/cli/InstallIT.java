package org.sunlitledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The program is installed below a folder as the root of a machine. With root's rights, as in
 * continuous integration, the user is made there too.
 */
class InstallIT {
  private static final String UNITS = "etc/systemd/system/";
  private static final String SETTINGS = "etc/sunlit/sunlit.env";
  private static final String DATA = "var/lib/sunlit/";
  private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

  @TempDir private Path root = Path.of("");

  private String said = "";

  @BeforeEach
  void aMachineHasTheseFolders() throws IOException {
    Files.createDirectories(root.resolve(UNITS));
    Files.createDirectories(root.resolve("usr/local/bin"));
  }

  @Test
  void everythingIsMadeAndThenFound() throws IOException {
    assertThat(run("install")).as(said).isZero();
    assertThat(rights(DATA + "var")).isEqualTo("rwx------");
    assertThat(rights(DATA + "inbox")).isEqualTo("rwxrwx---");
    assertThat(rights(SETTINGS)).isEqualTo("rw-r-----");
    assertThat(rights("usr/local/bin/sunlit")).isEqualTo("rwxr-xr-x");
    String sunlit = Path.of("sunlit").toAbsolutePath().toString();
    assertThat(read(UNITS + "sunlit.service"))
        .contains("ExecStart=" + sunlit + " nightly\n", "User=sunlit\n")
        .contains("EnvironmentFile=/etc/sunlit/sunlit.env\n", "WorkingDirectory=/var/lib/sunlit\n")
        .doesNotContain("/opt/sunlit-ledger");
    assertThat(read(UNITS + "sunlit-console.service")).contains("ExecStart=" + sunlit + " serve\n");
    assertThat(Files.readSymbolicLink(root.resolve(UNITS + "timers.target.wants/sunlit.timer")))
        .hasToString("/" + UNITS + "sunlit.timer");
    assertThat(read(SETTINGS))
        .contains("SUNLIT_LANGUAGE=en\n", "SUNLIT_FOLDER=/var/lib/sunlit/var\n")
        .contains("SUNLIT_BACKUP_FOLDER=/var/lib/sunlit/backup\n");
    assertThat(rights(DATA + "backup")).isEqualTo("rwx------");
    assertThat(read(UNITS + "sunlit-backup.service")).contains("ExecStart=" + sunlit + " backup\n");
    for (String timer : List.of("sunlit-backup.timer", "sunlit-notify.timer")) {
      assertThat(root.resolve(UNITS + "timers.target.wants/" + timer)).isSymbolicLink();
    }
    assertThat(said)
        .contains("look      backups are in /var/lib/sunlit/backup, on the disk of the data");
    assertThat(said).contains("make folder /var/lib/sunlit/var (700)", "Installed.");
    if (IS_ROOT) {
      assertThat(read("etc/passwd")).startsWith("sunlit:").contains(":Sunlit Ledger:");
    }

    Map<String, String> before = files();
    assertThat(run("install")).isZero();
    assertThat(files()).isEqualTo(before);
    assertThat(said)
        .contains("there     settings /etc/sunlit/sunlit.env", "Nothing was changed.")
        .doesNotContain("done ");
  }

  @Test
  void whatIsOtherwiseIsCorrectedAndSettingsAreKept() throws IOException {
    run("install");
    Files.writeString(root.resolve(UNITS + "sunlit.timer"), "[Timer]\nOnCalendar=yearly\n");
    Files.delete(root.resolve(UNITS + "timers.target.wants/sunlit.timer"));
    Files.setPosixFilePermissions(
        root.resolve(DATA + "var"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(root.resolve(SETTINGS), "SUNLIT_INTAKE_PARALLEL=4\n");
    assertThat(run("install")).isZero();
    assertThat(said)
        .contains("write /etc/systemd/system/sunlit.timer", "let sunlit.timer start")
        .contains("set rights of /var/lib/sunlit/var: from 755 to 700");
    assertThat(read(UNITS + "sunlit.timer")).contains("01:30:00 Asia/Shanghai");
    assertThat(rights(DATA + "var")).isEqualTo("rwx------");
    assertThat(read(SETTINGS)).isEqualTo("SUNLIT_INTAKE_PARALLEL=4\n");
  }

  @Test
  void backupsGoWhereTheSettingsSay() throws IOException {
    run("install");
    String settings = read(SETTINGS);
    Files.delete(root.resolve(DATA + "backup"));
    Files.writeString(
        root.resolve(SETTINGS), settings.replace("=/var/lib/sunlit/backup", "=/mnt/backup"));
    assertThat(run("install")).isZero();
    assertThat(said).contains("Nothing was changed.").doesNotContain("look ");
    assertThat(root.resolve(DATA + "backup")).doesNotExist();
    Files.writeString(
        root.resolve(SETTINGS), settings.replaceAll("(?m)^SUNLIT_BACKUP_FOLDER=.*$", ""));
    assertThat(run("install")).isZero();
    assertThat(said).contains("has no SUNLIT_BACKUP_FOLDER, so the nightly backup will fail");
  }

  @Test
  void uninstallLeavesTheDataOnly() throws IOException {
    Map<String, String> before = files();
    run("install");
    Files.writeString(root.resolve(DATA + "var/secret.key"), "key");
    assertThat(run("uninstall")).as(said).isZero();
    Map<String, String> after = files();
    assertThat(after.keySet().stream().filter(name -> name.startsWith("var")).toList())
        .contains("var/lib/sunlit/inbox", "var/lib/sunlit/out", "var/lib/sunlit/backup")
        .contains("var/lib/sunlit/var/secret.key")
        .doesNotContain("var/lib/sunlit/sunlit.env");
    after.keySet().removeIf(name -> name.equals("var") || name.startsWith("var/"));
    // lists of users without a user, and what useradd keeps of them
    after.keySet().removeIf(name -> name.matches("etc/(passwd|group)-?"));
    assertThat(after).isEqualTo(before);
    if (IS_ROOT) {
      assertThat(read("etc/passwd")).isEmpty();
      assertThat(read("etc/group")).isEmpty();
      assertThat(Files.getAttribute(root.resolve(DATA + "var/secret.key"), "unix:uid"))
          .isEqualTo(0);
    }
    assertThat(run("uninstall")).isZero();
    assertThat(said).contains("It is not installed. Nothing was changed.");
    assertThat(run("install")).isZero();
    assertThat(read(DATA + "var/secret.key")).isEqualTo("key");
  }

  @Test
  void changedSettingsBecomeAPartOfTheDataAndComeBack() throws IOException {
    run("install");
    String changed = read(SETTINGS) + "SUNLIT_INTAKE_SECRET=all-that-there-is-of-the-key\n";
    Files.writeString(root.resolve(SETTINGS), changed);
    assertThat(run("uninstall")).isZero();
    assertThat(root.resolve(SETTINGS)).doesNotExist();
    assertThat(read(DATA + "sunlit.env")).isEqualTo(changed);
    assertThat(rights(DATA + "sunlit.env")).isEqualTo("rw-------");
    assertThat(run("install")).isZero();
    assertThat(read(SETTINGS)).isEqualTo(changed);
    assertThat(rights(SETTINGS)).isEqualTo("rw-r-----");
    assertThat(root.resolve(DATA + "sunlit.env")).doesNotExist();
  }

  @Test
  void aDryRunChangesNothing() throws IOException {
    Map<String, String> before = files();
    assertThat(run("install", "--dry-run")).isZero();
    assertThat(said).contains("would do  make system user sunlit").doesNotContain("done ");
    assertThat(files()).isEqualTo(before);
    run("install");
    Map<String, String> installed = files();
    assertThat(run("uninstall", "--dry-run")).isZero();
    assertThat(said).contains("would do  delete /usr/local/bin/sunlit");
    assertThat(files()).isEqualTo(installed);
  }

  @Test
  void anotherFolderAndAnotherUser() throws IOException {
    assertThat(run("install", "--prefix", "/data/taizhang", "--user", "taizhang")).isZero();
    assertThat(root.resolve("data/taizhang/var")).isDirectory();
    assertThat(read(UNITS + "sunlit.service"))
        .contains("User=taizhang\n", "WorkingDirectory=/data/taizhang\n");
    assertThat(read("usr/local/bin/sunlit")).contains("user=taizhang\n");
    assertThat(read(SETTINGS)).contains("SUNLIT_OUT=/data/taizhang/out\n");
    Map<String, String> before = files();
    assertThat(run("install")).as("they are known from now on").isZero();
    assertThat(run("install", "--prefix", "/var/lib/sunlit")).isEqualTo(1);
    assertThat(said).contains("installed already, with its data in /data/taizhang");
    assertThat(run("install", "--user", "sunlit")).isEqualTo(1);
    assertThat(said).contains("installed already, for user taizhang");
    assertThat(files()).isEqualTo(before);
    assertThat(run("uninstall")).isZero();
    assertThat(root.resolve(UNITS + "sunlit.service")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "--prefix, relative, absolute paths",
    "--prefix, /var/lib/a b, absolute paths",
    "--prefix, /var/lib/../../etc, absolute paths",
    "--prefix, '/tmp/x|y', absolute paths",
    "--user, root, no name for the user: root",
    "--user, Sunlit, no name for the user: Sunlit",
    "--user, x;y, no name for the user: x;y"
  })
  void whatCannotBeIsRefused(String option, String value, String reason) throws IOException {
    Map<String, String> before = files();
    assertThat(run("install", option, value)).isEqualTo(2);
    assertThat(said).contains(reason);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void inChineseToo() {
    assertThat(run("--lang", "zh", "install")).isZero();
    assertThat(said).contains("已做  建立文件夹 /var/lib/sunlit/var（700）", "安装完毕");
    assertThat(read(SETTINGS)).contains("SUNLIT_LANGUAGE=zh\n");
  }

  @Test
  void systemdAcceptsTheUnits() throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "systemd-analyze"))),
        "there is no systemd-analyze on this machine: the units are not verified");
    run("install");
    List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify"));
    try (Stream<Path> units = Files.list(root.resolve(UNITS))) {
      units.filter(Files::isRegularFile).map(Path::toString).forEach(command::add);
    }
    assertThat(command).hasSize(9);
    Process verify = new ProcessBuilder(command).redirectErrorStream(true).start();
    String complaints =
        new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains("sunlit"))
            .toList()
            .toString();
    assertThat(verify.waitFor()).as(complaints).isZero();
    assertThat(complaints).isEqualTo("[]");
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--root", root.toString()));
    if (!all.contains("--lang")) {
      all.addAll(0, List.of("--lang", "en"));
    }
    StringWriter text = new StringWriter();
    int status =
        SunlitLedger.run(new PrintWriter(text), new PrintWriter(text), all.toArray(String[]::new));
    said = text.toString();
    return status;
  }

  private String read(String name) {
    try {
      return Files.readString(root.resolve(name));
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  private String rights(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(name)));
  }

  /** What is below the root: rights, and what is in files. */
  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(one -> !one.equals(root)).toList()) {
        String content =
            Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                ? Files.readString(path)
                : Files.isSymbolicLink(path) ? Files.readSymbolicLink(path).toString() : "";
        files.put(
            root.relativize(path).toString(),
            Files.isSymbolicLink(path)
                ? content
                : PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
                    + " "
                    + content);
      }
    }
    return files;
  }
}
