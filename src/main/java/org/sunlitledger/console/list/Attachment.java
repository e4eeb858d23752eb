package org.sunlitledger.console.list;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** An answer that browsers keep as a file and never show as a page of the console. */
public final class Attachment {
  /** The type of workbooks. */
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final String POLICY = "Content-Security-Policy";

  private Attachment() {}

  /**
   * Sets the headers.
   *
   * @param name of the file, of any characters; browsers get it as RFC 6266 has it
   */
  public static void of(HttpServletResponse response, String name, String type) {
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(name.replaceAll("[\\p{Cntrl}/\\\\]", "_"), StandardCharsets.UTF_8)
            .build()
            .toString());
    response.setHeader(POLICY, "default-src 'none'; sandbox");
    response.setContentType(type);
  }

  /** Answers with a file that is whole in memory. */
  public static void send(HttpServletResponse response, String name, String type, byte[] file)
      throws IOException {
    of(response, name, type);
    response.setContentLength(file.length);
    response.getOutputStream().write(file);
  }

  /** Takes the headers back, for a page that says why there is no file. */
  static void none(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
    response.setHeader(POLICY, null);
  }
}
