package org.sunlitledger.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.sunlitledger.database.file.OwnerOnly;

/**
 * The certificate that the console makes itself where it has no other: browsers warn of it once,
 * and people compare its fingerprint.
 */
public final class OwnCertificate {
  private static final String ALIAS = "sunlit";
  private static final String TEN_YEARS = "3650";

  /** Forward secret and authenticated, of TLS 1.3 and of 1.2; RSA for a county's certificate. */
  private static final String CIPHERS =
      String.join(
          ",",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

  private final Path store;
  private final String password;

  private OwnCertificate(Path store, String password) {
    this.store = store;
    this.password = password;
  }

  /**
   * That of a folder; made when there is none.
   *
   * @param making is run before one is made
   * @throws IOException when it cannot be made or read
   */
  public static OwnCertificate in(Path folder, Runnable making) throws IOException {
    OwnerOnly.folder(folder);
    Path store = folder.resolve("certificate.p12");
    String password = OwnerOnly.secret(folder.resolve("certificate.secret"));
    if (!Files.exists(store)) {
      making.run();
      make(folder, store, password);
    }
    return new OwnCertificate(store, password);
  }

  /** What the server needs to know of it. */
  public Map<String, Object> settings() {
    return Map.of(
        "server.ssl.key-store",
        store.toUri().toString(),
        "server.ssl.key-store-type",
        "PKCS12",
        "server.ssl.key-store-password",
        password,
        "server.ssl.key-alias",
        ALIAS,
        "server.ssl.enabled-protocols",
        "TLSv1.2,TLSv1.3",
        "server.ssl.ciphers",
        CIPHERS);
  }

  /** SHA-256 of the certificate, as browsers show it. */
  public String fingerprint() throws IOException {
    try (InputStream input = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(input, password.toCharArray());
      return HexFormat.ofDelimiter(":")
          .withUpperCase()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(keys.getCertificate(ALIAS).getEncoded()));
    } catch (GeneralSecurityException problem) {
      throw new IOException(store + ": " + problem.getMessage(), problem);
    }
  }

  /** Of this machine; a machine without a network may not know its own. */
  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unknown) {
      return "localhost";
    }
  }

  private static void make(Path folder, Path store, String password) throws IOException {
    String host = hostName().replaceAll("[^A-Za-z0-9.-]", "");
    Path made = Files.createTempDirectory(folder, "certificate").resolve("new.p12");
    ProcessBuilder keytool =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                TEN_YEARS,
                "-storetype",
                "PKCS12",
                "-keystore",
                made.toString(),
                "-storepass:env",
                "SUNLIT_CERTIFICATE_SECRET",
                "-dname",
                "CN=" + host,
                "-ext",
                "SAN=dns:localhost,dns:" + host + ",ip:127.0.0.1"));
    keytool.environment().put("SUNLIT_CERTIFICATE_SECRET", password);
    Process process = keytool.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException("keytool made no certificate: " + said.strip());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("keytool was interrupted", stop);
    }
    Files.move(made, store);
    Files.delete(made.getParent());
  }
}
