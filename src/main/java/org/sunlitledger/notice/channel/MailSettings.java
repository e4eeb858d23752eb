package org.sunlitledger.notice.channel;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of mail.
 *
 * @param host of the mail server
 * @param port the usual one of the security if not set
 * @param user with whom the program signs in; if not set, it does not sign in
 * @param from the sender; the user if not set
 * @param security how the connection is encrypted; the password is never sent without encryption
 * @param trust a file with the certificate of the server, or of its authority, in PEM; if not set,
 *     the authorities that Java knows
 */
public record MailSettings(
    @Nullable String host,
    @Nullable Integer port,
    @Nullable String user,
    @Nullable String password,
    @Nullable String from,
    @DefaultValue List<String> to,
    @DefaultValue("starttls") MailSecurity security,
    @Nullable Path trust) {

  /** An empty setting is none. */
  public MailSettings {
    host = written(host);
    user = written(user);
    password = written(password);
    from = written(from);
  }

  private static @Nullable String written(@Nullable String setting) {
    return setting == null || setting.isBlank() ? null : setting.strip();
  }

  /** How a connection is encrypted. */
  public enum MailSecurity {
    /** It begins without encryption; nothing is sent unless the server then offers it. */
    STARTTLS(587),
    /** From the first byte. */
    TLS(465),
    /** Not at all: for a server in the same house that asks for no password. */
    NONE(25);

    private final int usualPort;

    MailSecurity(int usualPort) {
      this.usualPort = usualPort;
    }

    int usualPort() {
      return usualPort;
    }
  }
}
