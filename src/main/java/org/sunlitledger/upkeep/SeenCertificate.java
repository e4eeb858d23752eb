package org.sunlitledger.upkeep;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Keeps the certificate of a server to be read; nothing else goes over such a connection. */
final class SeenCertificate implements X509TrustManager {
  private volatile @Nullable X509Certificate certificate;

  @Nullable X509Certificate certificate() {
    return certificate;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String method) {
    certificate = chain[0];
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String method) {
    throw new UnsupportedOperationException();
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
