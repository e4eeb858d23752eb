package org.sunlitledger.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.release.tar.FolderTree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The image of a release in a container engine: not as root, on a read-only root, without a
 * network. Needs the command {@code docker} and the file of the image.
 */
@Tag("long")
@EnabledIfSystemProperty(
    named = "sunlit.test.image",
    matches = ".+",
    disabledReason = "no image is named: -Dsunlit.test.image=target/dist/sunlit-ledger-….tar")
class ContainerIT {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SUNLIT = "sunlit";
  private static final Duration MAX_WAIT = Duration.ofMinutes(3);
  private static final int USER = 10001;

  private static String image = "";

  private final Path work;
  private final List<String> volumes = new ArrayList<>();
  private final List<String> containers = new ArrayList<>();

  ContainerIT(@TempDir Path work) {
    this.work = work;
  }

  @BeforeAll
  static void theImageIsLoaded() throws IOException {
    String loaded = docker("load", "--input", System.getProperty("sunlit.test.image"));
    image = loaded.lines().reduce((one, last) -> last).orElse("").replace("Loaded image: ", "");
    assertThat(image).startsWith("sunlit-ledger:");
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    for (String container : containers) {
      docker("rm", "--force", container);
    }
    for (String volume : volumes) {
      docker("volume", "rm", "--force", volume);
    }
  }

  @Test
  void aNightThatIsKilledIsGoneOnWithByTheNextOne() throws Exception {
    String calm = volume("calm");
    Path calmInbox = inbox("calm-inbox");
    String undisturbed = night(calm, calmInbox);
    int status = end(undisturbed);
    assertThat(status).as(logs(undisturbed)).isIn(0, 3);
    String figures = command(calm, "figures", "--year", "2020", "--json");

    String data = volume("data");
    Path inbox = inbox("inbox");
    String killed = night(data, inbox);
    await(() -> JSON.readTree(inside(killed, SUNLIT, "deliveries", "--json")).size() > 0);
    assertThat(inside(killed, "id", "-u")).isEqualToIgnoringNewLines(String.valueOf(USER));
    assertThatThrownBy(() -> inside(killed, "touch", "/opt/sunlit-ledger/a"))
        .hasMessageContaining("Read-only file system");
    docker("kill", killed);
    assertThat(end(killed)).isEqualTo(137);

    String next = night(data, inbox);
    assertThat(end(next)).as(logs(next)).isEqualTo(status);
    assertThat(command(data, "figures", "--year", "2020", "--json")).isEqualTo(figures);
    assertThat(FolderTree.files(inbox)).as("what was taken in is in the archive").isEmpty();
    JsonNode runs = JSON.readTree(command(data, "runs", "--json"));
    assertThat(runs.valueStream().map(run -> run.path("status").asString()))
        .as("the newest first")
        .startsWith("COMPLETED")
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void theConsoleIsHealthyAndNoOtherContainerStartsASecondServerOnItsData() throws Exception {
    String data = volume("served");
    String console = start(data, List.of(), "serve");
    await(
        () ->
            docker("inspect", "--format", "{{.State.Health.Status}}", console)
                .strip()
                .equals("healthy"));
    assertThat(JSON.readTree(inside(console, SUNLIT, "deliveries", "--json"))).isEmpty();
    assertThatThrownBy(() -> command(data, "deliveries"))
        .hasMessageContaining("another server works on /data/var/postgres/data");
    assertThat(JSON.readTree(inside(console, SUNLIT, "deliveries", "--json"))).isEmpty();
    docker("stop", "--time", "60", console);
    assertThat(end(console)).as("asked to stop").isEqualTo(143);
    assertThat(JSON.readTree(command(data, "deliveries", "--json"))).isEmpty();
  }

  private String night(String volume, Path inbox) throws IOException {
    return start(volume, List.of("--volume", inbox + ":/data/inbox"), "nightly", "--year", "2020");
  }

  /** Starts a container that nobody waits for; its number. */
  private String start(String volume, List<String> options, String... command) throws IOException {
    List<String> arguments = restricted("run", volume);
    arguments.add("--detach");
    arguments.addAll(options);
    arguments.add(image);
    arguments.addAll(List.of(command));
    String container = docker(arguments.toArray(String[]::new)).strip();
    containers.add(container);
    return container;
  }

  /** Runs a command in a container of its own; what it printed. */
  private static String command(String volume, String... command) throws IOException {
    List<String> arguments = restricted("run", volume);
    arguments.addAll(List.of("--rm", image));
    arguments.addAll(List.of(command));
    return docker(arguments.toArray(String[]::new));
  }

  private static List<String> restricted(String verb, String volume) {
    return new ArrayList<>(
        List.of(
            verb,
            "--read-only",
            "--tmpfs",
            "/tmp",
            "--network",
            "none",
            "--cap-drop",
            "ALL",
            "--security-opt",
            "no-new-privileges",
            "--shm-size",
            "256m",
            "--env",
            "SUNLIT_LANGUAGE=en",
            "--env",
            "SUNLIT_INTAKE_QUIETPERIOD=0s",
            // a night that takes long enough to be killed in its middle
            "--env",
            "SUNLIT_INTAKE_CHUNK=100",
            "--env",
            "SUNLIT_INTAKE_PARALLEL=1",
            "--volume",
            volume + ":/data"));
  }

  private static String inside(String container, String... command) throws IOException {
    return docker(
        Stream.concat(Stream.of("exec", container), Stream.of(command)).toArray(String[]::new));
  }

  private static int end(String container) throws IOException {
    return Integer.parseInt(docker("wait", container).strip());
  }

  private static String logs(String container) throws IOException {
    return docker("logs", container);
  }

  private String volume(String name) throws IOException {
    String volume = docker("volume", "create").strip();
    volumes.add(volume);
    assertThat(volume).as(name).isNotEmpty();
    return volume;
  }

  /** A folder of this machine with the files of the sample year, which the container may move. */
  private Path inbox(String name) throws IOException {
    Path inbox = work.resolve(name);
    FileSystemUtils.copyRecursively(Path.of("sample-data/2020"), inbox);
    Files.setPosixFilePermissions(inbox, PosixFilePermissions.fromString("rwxrwxrwx"));
    return inbox;
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long until = System.nanoTime() + MAX_WAIT.toNanos();
    while (true) {
      try {
        if (condition.call()) {
          return;
        }
      } catch (IOException notYet) {
        assertThat(System.nanoTime()).as(notYet.getMessage()).isLessThan(until);
      }
      assertThat(System.nanoTime()).as("waited for too long").isLessThan(until);
      Thread.sleep(200);
    }
  }

  /** Runs docker; what it prints to its output. */
  private static String docker(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    Path errors = Files.createTempFile("docker", ".txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.onExit().join().exitValue();
    String said = Files.readString(errors);
    Files.delete(errors);
    if (status != 0) {
      throw new IOException("%s ended with %d: %s".formatted(command, status, said));
    }
    return printed;
  }
}
