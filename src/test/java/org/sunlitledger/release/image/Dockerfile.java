package org.sunlitledger.release.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of the image, read from the Dockerfile that a container engine builds it with, so
 * that they are written once. The instructions that make files are passed over: {@link Image} has
 * their results as layers.
 */
final class Dockerfile {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern INSTRUCTION = Pattern.compile("([A-Z]+)\\s+(.*)");
  private static final Pattern CHECK = Pattern.compile("((?:--[a-z-]+=\\S+\\s+)*)CMD\\s+(\\[.*])");
  private static final Pattern OPTION = Pattern.compile("--([a-z-]+)=(\\S+)");

  private final ObjectNode settings = JSON.createObjectNode();

  private Dockerfile() {}

  /**
   * Reads the settings in the form of an image's configuration.
   *
   * @throws IOException when there is an instruction that this does not know
   */
  static ObjectNode settings(Path file) throws IOException {
    Dockerfile dockerfile = new Dockerfile();
    String text = Files.readString(file).replaceAll("\\\\\n\\s*", "");
    for (String line : text.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        Matcher instruction = INSTRUCTION.matcher(line);
        if (!instruction.matches()) {
          throw new IOException("%s: no instruction: %s".formatted(file, line));
        }
        dockerfile.read(instruction.group(1), instruction.group(2));
      }
    }
    return dockerfile.settings;
  }

  private void read(String instruction, String value) throws IOException {
    switch (instruction) {
      case "ARG", "FROM", "RUN", "COPY" -> {}
      case "ENV" -> List.of(value.split("\\s+", -1)).forEach(settings.withArray("Env")::add);
      case "USER" -> settings.put("User", value);
      case "WORKDIR" -> settings.put("WorkingDir", value);
      case "EXPOSE" -> settings.withObject("ExposedPorts").putObject(value + "/tcp");
      case "VOLUME" -> settings.withObject("Volumes").putObject(value);
      case "ENTRYPOINT" -> settings.set("Entrypoint", JSON.readTree(value));
      case "CMD" -> settings.set("Cmd", JSON.readTree(value));
      case "HEALTHCHECK" -> readCheck(value);
      default -> throw new IOException("the image has no setting for " + instruction);
    }
  }

  private void readCheck(String value) throws IOException {
    Matcher check = CHECK.matcher(value);
    if (!check.matches()) {
      throw new IOException("HEALTHCHECK has no CMD with a list: " + value);
    }
    ObjectNode health = settings.putObject("Healthcheck");
    health
        .withArray("Test")
        .add("CMD")
        .addAll(JSON.readTree(check.group(2)).valueStream().toList());
    Matcher option = OPTION.matcher(check.group(1));
    while (option.find()) {
      switch (option.group(1)) {
        case "interval" -> health.put("Interval", nanoseconds(option.group(2)));
        case "timeout" -> health.put("Timeout", nanoseconds(option.group(2)));
        case "start-period" -> health.put("StartPeriod", nanoseconds(option.group(2)));
        case "retries" -> health.put("Retries", Integer.parseInt(option.group(2)));
        default -> throw new IOException("HEALTHCHECK has no option " + option.group(1));
      }
    }
  }

  /** Of such as 30s. */
  private static long nanoseconds(String time) {
    return Duration.parse("PT" + time).toNanos();
  }
}
