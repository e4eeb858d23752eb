package org.sunlitledger.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;

/** What every answer asks of the browser. */
final class SecurityHeaders implements HeaderWriter {
  /** Nothing comes from another host, and nothing is written into a page. */
  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
          + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

  private final List<HeaderWriter> writers =
      List.of(
          new ContentSecurityPolicyHeaderWriter(CONTENT),
          new HstsHeaderWriter(),
          new CacheControlHeadersWriter(),
          new XContentTypeOptionsHeaderWriter(),
          new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
          new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
          new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"),
          new StaticHeadersWriter("Cross-Origin-Resource-Policy", "same-origin"));

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    writers.forEach(writer -> writer.writeHeaders(request, response));
  }
}
