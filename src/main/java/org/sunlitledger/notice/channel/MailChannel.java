package org.sunlitledger.notice.channel;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Mail by SMTP. */
final class MailChannel implements Channel {
  static final String NAME = "mail";

  private final MailServer server;
  private final InternetAddress from;
  private final InternetAddress[] to;
  private final Clock clock;

  MailChannel(MailServer server, InternetAddress from, InternetAddress[] to, Clock clock) {
    this.server = server;
    this.from = from;
    this.to = to.clone();
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String send(Letter letter) throws NotSent {
    try {
      Session session = server.session();
      MimeMessage message = message(session, letter);
      try (SMTPTransport transport = server.connect(session)) {
        return deliver(transport, message);
      }
    } catch (MessagingException problem) {
      throw NotSent.because(problem);
    }
  }

  private MimeMessage message(Session session, Letter letter) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(from);
    message.setRecipients(RecipientType.TO, to);
    message.setSubject(letter.title(), StandardCharsets.UTF_8.name());
    message.setText(letter.body(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    // so that mail servers send no holiday replies
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  /** One address that does not exist any more does not keep the mail from the others. */
  private String deliver(SMTPTransport transport, MimeMessage message) throws MessagingException {
    try {
      transport.sendMessage(message, to);
      return NotSent.quoted(transport.getLastServerResponse());
    } catch (SendFailedException partly) {
      if (partly.getValidSentAddresses() == null || partly.getValidSentAddresses().length == 0) {
        throw partly;
      }
      return NotSent.quoted(
          "%d of %d addresses; %s"
              .formatted(
                  partly.getValidSentAddresses().length,
                  to.length,
                  String.valueOf(partly.getNextException())));
    }
  }
}
