package org.sunlitledger.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.cli.SunlitLedger;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.OtherProcess;

/** The console of an office, served by a process of its own as {@code ./sunlit serve} does. */
public final class ServedConsole implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("https://localhost:\\d+/");

  private final Process process;
  private final URI address;
  private final String fingerprint;
  private final URI gauges;

  private ServedConsole(Process process, URI address, String fingerprint, URI gauges) {
    this.gauges = gauges;
    this.process = process;
    this.address = address;
    this.fingerprint = fingerprint;
  }

  public static ServedConsole of(Office office) throws IOException {
    return of(office, Map.of());
  }

  /** The same with settings of its own, as the environment gives them. */
  public static ServedConsole of(Office office, Map<String, String> settings) throws IOException {
    ProcessBuilder serving =
        OtherProcess.unprepared(office, SunlitLedger.class, "serve", "--port", "0");
    serving.environment().putAll(settings);
    return started(serving);
  }

  /** One that a command of its own serves; returns when it is ready. */
  public static ServedConsole started(ProcessBuilder serving) throws IOException {
    Process process = serving.redirectErrorStream(true).start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      Matcher ready = ADDRESS.matcher(line);
      if (ready.find()) {
        String fingerprint = lastWord(said.readLine());
        said.readLine();
        return new ServedConsole(
            process, URI.create(ready.group()), fingerprint, URI.create(lastWord(said.readLine())));
      }
    }
    throw new IllegalStateException(all.toString());
  }

  private static String lastWord(String line) {
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  /** Where monitoring reads. */
  public URI gauges() {
    return gauges;
  }

  public URI address() {
    return address;
  }

  /** The address of a page, such as {@code /2020}. */
  public URI resolve(String path) {
    return address.resolve(path);
  }

  /** SHA-256 of its certificate, as it was printed. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Ends it as a power cut does. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Ends it and the runs that it has started in the same way. */
  public void killWithRuns() {
    List<ProcessHandle> runs = process.descendants().toList();
    kill();
    runs.forEach(ProcessHandle::destroyForcibly);
    runs.forEach(run -> run.onExit().join());
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
