package org.sunlitledger.console.receive;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.sunlitledger.console.receive.UploadRefusal.UploadFault;
import org.sunlitledger.quantity.text.SafeText;

/** The county's own scanner, if it has one, looks at each file before it is read. */
@Component
public final class UploadScan {
  private static final Duration MAX_TIME = Duration.ofMinutes(5);
  private static final int MAX_MESSAGE_BYTES = 600;

  private final List<String> command;

  UploadScan(UploadSettings settings) {
    this.command = settings.uploadScan();
  }

  /**
   * Asks the scanner.
   *
   * @throws UploadRefusal with the scanner's message if it refuses the file
   */
  public void verify(Path file) throws UploadRefusal, IOException {
    if (command.isEmpty()) {
      return;
    }
    List<String> arguments = new ArrayList<>(command);
    arguments.add(file.toString());
    Path said = file.resolveSibling(file.getFileName() + ".scan");
    try {
      Process scanner =
          new ProcessBuilder(arguments)
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (!scanner.waitFor(MAX_TIME.toSeconds(), TimeUnit.SECONDS)) {
        scanner.destroyForcibly();
        throw new UploadRefusal(UploadFault.SCAN_FAILED);
      }
      if (scanner.exitValue() != 0) {
        throw new UploadRefusal(UploadFault.SCAN, message(said, file));
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new UploadRefusal(UploadFault.SCAN_FAILED);
    } catch (IOException notThere) {
      throw new UploadRefusal(UploadFault.SCAN_FAILED);
    } finally {
      Files.deleteIfExists(said);
    }
  }

  /** The beginning of what the scanner said, without the place of the file. */
  private static String message(Path said, Path file) throws IOException {
    try (var bytes = Files.newInputStream(said)) {
      String text = new String(bytes.readNBytes(MAX_MESSAGE_BYTES), StandardCharsets.UTF_8);
      return SafeText.line(text.strip().replace(file.toString(), "").replace('\n', ' '));
    }
  }
}
