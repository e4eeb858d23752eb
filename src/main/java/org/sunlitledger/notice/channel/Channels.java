package org.sunlitledger.notice.channel;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.notice.channel.ChannelSettings.DingTalkSettings;
import org.sunlitledger.notice.channel.ChannelSettings.WebSettings;
import org.sunlitledger.notice.channel.Dispatch.Errand;
import org.sunlitledger.notice.channel.MailSettings.MailSecurity;

/** The channels that the county has configured. */
public final class Channels {
  private static final String PREFIX = "sunlit.notice.";
  private static final String HEARTBEAT = "heartbeat";

  private final List<Channel> all = new ArrayList<>();
  private final Optional<Errand> heartbeat;
  private final Duration timeout;

  private record Heartbeat(URI address, WebCall web) implements Errand {
    @Override
    public String channel() {
      return HEARTBEAT;
    }

    @Override
    public String send() throws NotSent {
      return NotSent.quoted(web.get(address));
    }
  }

  private record Posting(Channel to, Letter letter) implements Errand {
    @Override
    public String channel() {
      return to.name();
    }

    @Override
    public String send() throws NotSent {
      return to.send(letter);
    }
  }

  /**
   * @throws BadSetting if a channel is configured and something is missing or wrong
   */
  public Channels(ChannelSettings settings, Clock clock) {
    this.timeout = settings.timeout();
    WebCall web = new WebCall(timeout);
    mail(settings.mail(), clock).ifPresent(all::add);
    UnaryOperator<URI> unsigned = UnaryOperator.identity();
    webhook(WebhookFormat.WECOM, url(settings.wecom()), unsigned, web).ifPresent(all::add);
    dingtalk(settings.dingtalk(), clock, web).ifPresent(all::add);
    webhook(WebhookFormat.JSON, url(settings.json()), unsigned, web).ifPresent(all::add);
    this.heartbeat =
        WebAddress.of(PREFIX + HEARTBEAT + ".url", url(settings.heartbeat()))
            .map(to -> new Heartbeat(to, web));
  }

  /** The names of those that letters are sent on. */
  public List<String> names() {
    return all.stream().map(Channel::name).toList();
  }

  /** The names of all, with that of the heartbeat. */
  public List<String> configured() {
    return Stream.concat(names().stream(), heartbeat.stream().map(Errand::channel)).toList();
  }

  /** A letter to be sent on a channel of that name. */
  public Errand letter(String channel, Letter letter) {
    return all.stream()
        .filter(one -> one.name().equals(channel))
        .map(one -> new Posting(one, letter))
        .findFirst()
        .orElseThrow();
  }

  /** The sign of life to be sent, if somebody waits for it. */
  public Optional<Errand> heartbeat() {
    return heartbeat;
  }

  /** Sends, and waits no longer than the configured time. */
  public List<ChannelAnswer> send(List<Errand> errands) {
    return Dispatch.send(errands, timeout);
  }

  private static Optional<Channel> webhook(
      WebhookFormat format, @Nullable String url, UnaryOperator<URI> signed, WebCall web) {
    return WebAddress.of(PREFIX + format.channel() + ".url", url)
        .map(to -> new WebhookChannel(format, to, signed, web));
  }

  private static Optional<Channel> dingtalk(
      @Nullable DingTalkSettings settings, Clock clock, WebCall web) {
    if (settings == null) {
      return Optional.empty();
    }
    String secret = settings.secret();
    UnaryOperator<URI> signed =
        secret == null || secret.isBlank()
            ? UnaryOperator.identity()
            : new DingTalkSignature(secret.strip(), clock)::signed;
    return webhook(WebhookFormat.DINGTALK, settings.url(), signed, web);
  }

  private static @Nullable String url(@Nullable WebSettings settings) {
    return settings == null ? null : settings.url();
  }

  private Optional<Channel> mail(@Nullable MailSettings settings, Clock clock) {
    if (settings == null || (settings.host() == null && settings.to().isEmpty())) {
      return Optional.empty();
    }
    String host = required("mail.host", settings.host());
    if (settings.to().isEmpty()) {
      throw new BadSetting("setting.missing", PREFIX + "mail.to");
    }
    if (settings.user() != null && settings.security() == MailSecurity.NONE) {
      throw new BadSetting("setting.plain-password", PREFIX + "mail.security");
    }
    InternetAddress from =
        mailAddress(
            "mail.from",
            required("mail.from", settings.from() == null ? settings.user() : settings.from()));
    InternetAddress[] to =
        settings.to().stream()
            .map(address -> mailAddress("mail.to", address))
            .toArray(InternetAddress[]::new);
    return Optional.of(
        new MailChannel(
            new MailServer(settings, host, from.getAddress(), timeout), from, to, clock));
  }

  private static InternetAddress mailAddress(String setting, String written) {
    try {
      InternetAddress address = new InternetAddress(written.strip(), true);
      if (address.getAddress().contains("@")) {
        return address;
      }
    } catch (AddressException noAddress) {
      throw new BadSetting("setting.mail-address", PREFIX + setting, written);
    }
    throw new BadSetting("setting.mail-address", PREFIX + setting, written);
  }

  private static String required(String setting, @Nullable String value) {
    if (value == null) {
      throw new BadSetting("setting.missing", PREFIX + setting);
    }
    return value;
  }
}
