package org.sunlitledger.notice.problem;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.sunlitledger.notice.channel.WebAddress;

/**
 * The certificate of the console ends soon. It is looked at as browsers do: so it is that of a
 * proxy if there is one, and a new one counts only when it is in use.
 */
@Component
@Lazy
final class EndingCertificate implements Watch {
  private static final String SETTING = "sunlit.notice.console";
  private static final URI USUAL = URI.create("https://localhost:8443/");
  private static final int HTTPS_PORT = 443;
  private static final Duration MAX_WAIT = Duration.ofSeconds(5);

  @Override
  public String kind() {
    return "certificate";
  }

  @Override
  public List<Seen> look(Look at) throws IOException {
    Duration within = at.limits().certificateWithin();
    URI console = WebAddress.of(SETTING, at.limits().console()).orElse(USUAL);
    if (within.isZero() || !"https".equalsIgnoreCase(console.getScheme())) {
      return List.of();
    }
    Instant end = certificate(console).getNotAfter().toInstant();
    if (end.isAfter(at.now().plus(within))) {
      return List.of();
    }
    String sentence = end.isBefore(at.now()) ? "certificate.over" : "certificate";
    return List.of(Seen.of(kind(), "", sentence, at.moment(end)));
  }

  /** Nothing is sent to the console, and its certificate need not be trusted to be read. */
  private static X509Certificate certificate(URI console) throws IOException {
    int port = console.getPort() == -1 ? HTTPS_PORT : console.getPort();
    int wait = Math.toIntExact(MAX_WAIT.toMillis());
    SeenCertificate seen = new SeenCertificate();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(console.getHost(), port), wait);
      plain.setSoTimeout(wait);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {seen}, null);
      try (SSLSocket socket =
          (SSLSocket)
              context.getSocketFactory().createSocket(plain, console.getHost(), port, true)) {
        socket.startHandshake();
      }
    } catch (GeneralSecurityException problem) {
      throw new IOException(problem);
    }
    return Optional.ofNullable(seen.certificate())
        .orElseThrow(() -> new IOException("no certificate"));
  }
}
