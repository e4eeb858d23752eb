package org.sunlitledger.upkeep;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Examines when the certificate of the console ends. Where the address of the console is set, it is
 * looked at there, as browsers do: so it is that of a proxy if there is one, and a new one counts
 * only when it is in use.
 */
final class CertificateExamination implements Examination {
  private final Path folder;
  private final @Nullable String console;
  private final Age age;

  /**
   * @param folder contains the certificate of the console itself
   * @param console its address, if it is set
   * @param age so long before its end somebody should look at it
   */
  CertificateExamination(Path folder, @Nullable String console, Age age) {
    this.folder = folder;
    this.console = console;
    this.age = age;
  }

  @Override
  public String name() {
    return "certificate";
  }

  @Override
  public List<Finding> examine() throws NotExamined, IOException {
    Optional<Instant> end = end();
    if (end.isEmpty()) {
      return List.of(Finding.ok("certificate.none", "", age.most().toDays(), folder));
    }
    Object[] arguments = {age.moment(end.get()), age.most().toDays(), folder};
    Instant now = age.clock().instant();
    if (now.isAfter(end.get())) {
      return List.of(Finding.broken("certificate.ended", arguments));
    }
    return List.of(
        now.plus(age.most()).isAfter(end.get())
            ? Finding.look("certificate.ends", arguments)
            : Finding.ok("certificate.found", arguments));
  }

  /** Empty when there is none: none was made yet, or the console answers without encryption. */
  private Optional<Instant> end() throws NotExamined, IOException {
    if (console == null || console.isBlank()) {
      NotExamined.unlessReadable(folder);
      return ConsoleCertificate.kept(folder);
    }
    URI address = URI.create(console.strip());
    return "https".equalsIgnoreCase(address.getScheme())
        ? Optional.of(ConsoleCertificate.shown(address))
        : Optional.empty();
  }
}
