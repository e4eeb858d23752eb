package org.sunlitledger.notice.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.notice.channel.Letter.LetterPart;
import org.sunlitledger.notice.channel.TlsFront.FrontMode;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.testing.OwnKeys;

/** Notices by mail: with encryption and a password, or not at all. */
@Timeout(60)
class MailChannelTest {
  private static final String PASSWORD = "pass-w0rd";
  private static final String ENCODED =
      Base64.getEncoder().encodeToString(PASSWORD.getBytes(StandardCharsets.US_ASCII));
  private static final Letter LETTER =
      new Letter("【阳光台账】1 个问题待处理", List.of(new LetterPart("disk", "new", "磁盘空间不足")), "");

  private static OwnKeys keys;

  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeAll
  static void makeKeys(@TempDir Path folder) throws Exception {
    keys = OwnKeys.in(folder);
  }

  @BeforeEach
  void start() {
    mail.start();
    mail.setUser("it@county.example", PASSWORD);
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  @Test
  void aServerInTheSameHouseGetsAPlainMail() throws Exception {
    ChannelAnswer answer =
        send(Map.of("security", "none", "from", "ledger@county.example"), port());
    assertThat(answer.text(english())).startsWith("accepted: 250");
    MimeMessage received = mail.getReceivedMessages()[0];
    assertThat(received.getSubject()).isEqualTo("【阳光台账】1 个问题待处理");
    assertThat(received.getContent().toString().strip()).isEqualTo("磁盘空间不足");
    assertThat(received.getFrom()[0]).hasToString("ledger@county.example");
    assertThat(received.getRecipients(RecipientType.TO))
        .extracting(Object::toString)
        .containsExactly("wang@county.example", "zhao@county.example");
    assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getReceivedMessages()).hasSize(2);
  }

  @Test
  void afterStarttlsThePasswordAndTheMailAreEncrypted() throws Exception {
    try (TlsFront front = new TlsFront(keys.context(), FrontMode.STARTTLS, port())) {
      assertThat(send(signedIn(), front.port()).text(english())).startsWith("accepted: 250");
      assertThat(mail.getReceivedMessages()).hasSize(2);
      assertThat(front.plain().lines()).hasSize(2).last().isEqualTo("STARTTLS");
    }
  }

  @Test
  void tlsFromTheFirstByteWorksToo() throws Exception {
    try (TlsFront front = new TlsFront(keys.context(), FrontMode.TLS, port())) {
      Map<String, String> settings = signedIn();
      settings.put("security", "tls");
      assertThat(send(settings, front.port()).isSent()).isTrue();
      assertThat(mail.getReceivedMessages()).hasSize(2);
      assertThat(front.plain()).isEmpty();
    }
  }

  @Test
  void withoutStarttlsNeitherThePasswordNorTheMailIsSent() throws Exception {
    try (TlsFront front = new TlsFront(keys.context(), FrontMode.PLAIN, port())) {
      ChannelAnswer answer = send(signedIn(), front.port());
      assertThat(answer.isSent()).isFalse();
      assertThat(answer.text(english())).containsIgnoringCase("STARTTLS");
      assertThat(front.plain()).contains("EHLO").doesNotContain("AUTH", PASSWORD, ENCODED, "MAIL");
      assertThat(mail.getReceivedMessages()).isEmpty();
    }
  }

  @Test
  void aServerWithAnotherCertificateGetsNothing() throws Exception {
    try (TlsFront front = new TlsFront(keys.context(), FrontMode.STARTTLS, port())) {
      Map<String, String> settings = signedIn();
      settings.remove("trust");
      ChannelAnswer answer = send(settings, front.port());
      assertThat(answer.isSent()).isFalse();
      assertThat(answer.text(english())).containsAnyOf("PKIX", "TLS");
      assertThat(mail.getReceivedMessages()).isEmpty();
    }
  }

  @Test
  void aWrongPasswordIsAFailureThatDoesNotRepeatIt() throws Exception {
    try (TlsFront front = new TlsFront(keys.context(), FrontMode.STARTTLS, port())) {
      Map<String, String> settings = signedIn();
      settings.put("password", "wr0ng-one");
      ChannelAnswer answer = send(settings, front.port());
      assertThat(answer.isSent()).isFalse();
      assertThat(answer.text(english())).contains("Authentication").doesNotContain("wr0ng-one");
    }
  }

  private int port() {
    return mail.getSmtp().getPort();
  }

  private static Messages english() {
    return Messages.english("notices");
  }

  private static Map<String, String> signedIn() {
    return new HashMap<>(
        Map.of("user", "it@county.example", "password", PASSWORD, "trust", keys.pem().toString()));
  }

  private static ChannelAnswer send(Map<String, String> mailSettings, int port) {
    Map<String, String> settings = new HashMap<>();
    mailSettings.forEach((name, value) -> settings.put("mail." + name, value));
    settings.put("mail.host", "localhost");
    settings.put("mail.port", String.valueOf(port));
    settings.put("mail.to", "wang@county.example, zhao@county.example");
    Channels channels = WebChannelsTest.channels(settings, Clock.systemUTC());
    return channels.send(List.of(channels.letter("mail", LETTER))).get(0);
  }
}
