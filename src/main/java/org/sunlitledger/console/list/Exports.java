package org.sunlitledger.console.list;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.sunlitledger.account.AccessLog.AccessKind;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.storage.StoredLines;

/**
 * Sends lists as files, row by row as they are read from one state of the books. Each is recorded
 * first. A session has one under way at most, and the console a few, as each holds a connection to
 * the database for as long as the browser takes.
 */
@Component
public class Exports {
  private static final int AT_ONCE = 4;
  private static final String SECONDS_UNTIL_THE_NEXT = "10";

  private final DownloadLog downloads;
  private final StoredLines reading;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  Exports(DownloadLog downloads, StoredLines reading) {
    this.downloads = downloads;
    this.reading = reading;
  }

  /**
   * Answers with the file.
   *
   * @param ending of a kind that {@link ListFile} has
   */
  public void send(
      ListExport list,
      String ending,
      SignedIn person,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String session = request.getSession().getId();
    if (!begin(session)) {
      response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_THE_NEXT);
      response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
      return;
    }
    try {
      downloads.record(
          AccessKind.LIST_TAKEN, person, request.getRemoteAddr(), list.recorded() + " " + ending);
      ListFile.of(ending).orElseThrow().send(response, list, reading);
    } finally {
      underWay.remove(session);
    }
  }

  private synchronized boolean begin(String session) {
    return underWay.size() < AT_ONCE && underWay.add(session);
  }
}
