package org.sunlitledger.notice.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.notice.channel.MailSettings.MailSecurity;

/** Connections to the county's mail server. */
final class MailServer {
  private final String host;
  private final int port;
  private final @Nullable String user;
  private final @Nullable String password;
  private final Properties properties;

  /**
   * @param sender the address that the server sees
   */
  MailServer(MailSettings settings, String host, String sender, Duration timeout) {
    this.host = host;
    this.port = settings.port() == null ? settings.security().usualPort() : settings.port();
    this.user = settings.user();
    this.password = settings.password();
    this.properties = properties(settings, sender, timeout);
  }

  Session session() {
    return Session.getInstance(properties);
  }

  SMTPTransport connect(Session session) throws MessagingException {
    SMTPTransport transport = (SMTPTransport) session.getTransport("smtp");
    transport.connect(host, port, user, password);
    return transport;
  }

  private static Properties properties(MailSettings settings, String sender, Duration timeout) {
    Properties properties = new Properties();
    boolean starts = settings.security() == MailSecurity.STARTTLS;
    properties.put("mail.from", sender);
    properties.put("mail.smtp.from", sender);
    properties.put("mail.smtp.auth", String.valueOf(settings.user() != null));
    properties.put("mail.smtp.starttls.enable", String.valueOf(starts));
    properties.put("mail.smtp.starttls.required", String.valueOf(starts));
    properties.put("mail.smtp.ssl.enable", String.valueOf(settings.security() == MailSecurity.TLS));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
    properties.put("mail.smtp.sendpartial", "true");
    for (String step : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.put("mail.smtp." + step, String.valueOf(timeout.toMillis()));
    }
    if (settings.trust() != null) {
      properties.put("mail.smtp.ssl.socketFactory", trusting(settings.trust()));
    }
    return properties;
  }

  /** Trusts the certificates of a file and no others. */
  private static SSLSocketFactory trusting(Path file) {
    try (InputStream input = Files.newInputStream(file)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(input)) {
        trusted.setCertificateEntry(String.valueOf(trusted.size()), certificate);
      }
      if (trusted.size() == 0) {
        throw new BadSetting("setting.trust", "sunlit.notice.mail.trust", file);
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException problem) {
      throw new BadSetting("setting.trust", "sunlit.notice.mail.trust", file);
    }
  }
}
