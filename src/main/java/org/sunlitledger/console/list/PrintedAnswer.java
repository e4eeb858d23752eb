package org.sunlitledger.console.list;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.quantity.digest.Sha256;

/** A page as it prints. Its own style, and nothing else, is allowed by its digest. */
public final class PrintedAnswer {
  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

  private PrintedAnswer() {}

  /** Answers with the page. */
  public static void send(HttpServletResponse response, byte[] page) throws IOException {
    Matcher style = STYLE.matcher(new String(page, StandardCharsets.UTF_8));
    String allowed =
        style.find()
            ? "'sha256-%s'"
                .formatted(
                    Base64.getEncoder()
                        .encodeToString(
                            Sha256.sha256()
                                .digest(style.group(1).getBytes(StandardCharsets.UTF_8))))
            : "'none'";
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src %s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            .formatted(allowed));
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write(page);
  }
}
