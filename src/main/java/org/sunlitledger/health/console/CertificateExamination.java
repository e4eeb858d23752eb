package org.sunlitledger.health.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.health.finding.Examination;
import org.sunlitledger.health.finding.Finding;
import org.sunlitledger.health.finding.NotExamined;
import org.sunlitledger.quantity.text.Moment;

/** Examines when the certificate of the console ends. */
public final class CertificateExamination implements Examination {
  private final Path folder;
  private final Clock clock;
  private final Duration before;

  /**
   * @param folder contains the certificate
   * @param before so long before its end somebody should look at it
   */
  public CertificateExamination(Path folder, Clock clock, Duration before) {
    this.folder = folder;
    this.clock = clock;
    this.before = before;
  }

  @Override
  public String name() {
    return "certificate";
  }

  @Override
  public List<Finding> examine() throws NotExamined, IOException {
    NotExamined.unlessReadable(folder);
    Optional<Instant> end = ConsoleCertificate.end(folder);
    if (end.isEmpty()) {
      return List.of(Finding.ok("certificate.none", "", before.toDays(), folder));
    }
    Object[] arguments = {
      Moment.in(clock.getZone(), end.get().atOffset(ZoneOffset.UTC)), before.toDays(), folder
    };
    Instant now = clock.instant();
    if (now.isAfter(end.get())) {
      return List.of(Finding.broken("certificate.ended", arguments));
    }
    return List.of(
        now.plus(before).isAfter(end.get())
            ? Finding.look("certificate.ends", arguments)
            : Finding.ok("certificate.found", arguments));
  }
}
