package org.sunlitledger.console.list;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sunlitledger.account.AccessLog;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.account.AccessLog.AccessVia;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.read.Reading;

/** Records who took which file. */
@Component
public class DownloadLog {
  private final AccessLog log;

  DownloadLog(AccessLog log) {
    this.log = log;
  }

  /**
   * Records it.
   *
   * @param address of the browser
   * @param detail without anything personal
   */
  public void record(AccessKind kind, SignedIn person, String address, String detail) {
    Reading.interrupted(
        () ->
            log.record(
                kind,
                Optional.of(person.account()),
                AccessVia.console(person.account(), address),
                detail));
  }
}
