package org.sunlitledger.health.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;

/** The certificate with which the console answers, made by itself or by the county. */
public final class ConsoleCertificate {
  private ConsoleCertificate() {}

  /**
   * When the certificate in a folder ends.
   *
   * @return empty when there is none yet
   * @throws IOException when it cannot be read
   */
  public static Optional<Instant> end(Path folder) throws IOException {
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
}
