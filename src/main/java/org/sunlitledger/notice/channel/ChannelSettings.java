package org.sunlitledger.notice.channel;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * The settings of channels, below {@code sunlit.notice}. A channel without settings is not used.
 *
 * @param timeout how long a channel may take
 * @param wecom a robot of a group of 企业微信
 * @param dingtalk a robot of a group of 钉钉
 * @param json any program that accepts JSON
 * @param heartbeat a watcher outside that expects a sign of life after each good night
 */
public record ChannelSettings(
    @DurationUnit(ChronoUnit.SECONDS) @DefaultValue("20s") Duration timeout,
    @Nullable MailSettings mail,
    @Nullable WebSettings wecom,
    @Nullable DingTalkSettings dingtalk,
    @Nullable WebSettings json,
    @Nullable WebSettings heartbeat) {

  /**
   * An address on the web.
   *
   * @param url with the token that the other side asks for
   */
  public record WebSettings(@Nullable String url) {}

  /**
   * A robot of 钉钉.
   *
   * @param url with the token of the robot
   * @param secret with which requests are signed; if not set, they are not signed
   */
  public record DingTalkSettings(@Nullable String url, @Nullable String secret) {}
}
