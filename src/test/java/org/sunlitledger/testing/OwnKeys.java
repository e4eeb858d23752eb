package org.sunlitledger.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.sunlitledger.console.OwnCertificate;

/**
 * The key and the certificate of a server on this machine, as the console makes them.
 *
 * @param context with which the server encrypts
 * @param pem a file with the certificate, for those who should trust it
 */
public record OwnKeys(SSLContext context, Path pem) {

  public static OwnKeys in(Path folder) throws IOException, GeneralSecurityException {
    Map<String, Object> made = OwnCertificate.in(folder, () -> {}).settings();
    char[] password = String.valueOf(made.get("server.ssl.key-store-password")).toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    Path store = Path.of(URI.create(String.valueOf(made.get("server.ssl.key-store"))));
    try (InputStream input = Files.newInputStream(store)) {
      keys.load(input, password);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    Certificate certificate = keys.getCertificate(Collections.list(keys.aliases()).get(0));
    return new OwnKeys(
        context,
        Files.writeString(
            folder.resolve("certificate.pem"),
            "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                .formatted(
                    Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(certificate.getEncoded()))));
  }
}
