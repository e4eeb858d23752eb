package org.sunlitledger.upkeep;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** When the certificate with which the console answers ends. */
final class ConsoleCertificate {
  private static final int HTTPS_PORT = 443;
  private static final Duration MAX_WAIT = Duration.ofSeconds(5);

  private ConsoleCertificate() {}

  /**
   * The end of that which the console keeps in a folder.
   *
   * @return empty when there is none yet
   * @throws IOException when it cannot be read
   */
  static Optional<Instant> kept(Path folder) throws IOException {
    Path store = folder.resolve("certificate.p12");
    if (!Files.exists(store)) {
      return Optional.empty();
    }
    char[] secret = Files.readString(folder.resolve("certificate.secret")).strip().toCharArray();
    try (InputStream input = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(input, secret);
      for (String alias : Collections.list(keys.aliases())) {
        if (keys.getCertificate(alias) instanceof X509Certificate certificate) {
          return Optional.of(certificate.getNotAfter().toInstant());
        }
      }
      throw new IOException(store + " has no certificate");
    } catch (GeneralSecurityException problem) {
      throw new IOException(store + ": " + problem.getMessage(), problem);
    }
  }

  /**
   * The end of that which is shown at an address. Nothing is sent there, and the certificate need
   * not be trusted to be read.
   *
   * @throws IOException when nothing answers there with one
   */
  static Instant shown(URI address) throws IOException {
    int port = address.getPort() == -1 ? HTTPS_PORT : address.getPort();
    int wait = Math.toIntExact(MAX_WAIT.toMillis());
    SeenCertificate seen = new SeenCertificate();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(address.getHost(), port), wait);
      plain.setSoTimeout(wait);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {seen}, null);
      try (SSLSocket socket =
          (SSLSocket)
              context.getSocketFactory().createSocket(plain, address.getHost(), port, true)) {
        socket.startHandshake();
      }
    } catch (GeneralSecurityException problem) {
      throw new IOException(problem);
    }
    return Optional.ofNullable(seen.certificate())
        .orElseThrow(() -> new IOException("no certificate"))
        .getNotAfter()
        .toInstant();
  }
}
