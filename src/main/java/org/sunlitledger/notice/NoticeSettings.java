package org.sunlitledger.notice;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.unit.DataSize;
import org.sunlitledger.notice.channel.BadSetting;
import org.sunlitledger.notice.channel.ChannelSettings;
import org.sunlitledger.notice.channel.MailSettings.MailSecurity;
import org.sunlitledger.notice.channel.WebAddress;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.upkeep.Installation;
import org.sunlitledger.upkeep.UpkeepSettings;

/**
 * The settings of notices. They are read when something is sent and not at the start, so that a
 * wrong one keeps no other command from working.
 */
record NoticeSettings(boolean isChinese, ChannelSettings channels, Installation installation) {
  private static final String PREFIX = "sunlit.notice";
  private static final String LANGUAGE = PREFIX + ".language";

  /**
   * Reads them.
   *
   * @throws BadSetting if one of them is wrong
   */
  static NoticeSettings of(Environment environment, Clock clock) {
    Binder binder = Binder.get(environment);
    try {
      String language = binder.bind(LANGUAGE, String.class).orElse("zh");
      if (!language.equals("zh") && !language.equals("en")) {
        throw new BadSetting("setting.language", LANGUAGE, language);
      }
      NoticeSettings settings =
          new NoticeSettings(
              language.equals("zh"),
              binder.bindOrCreate(PREFIX, ChannelSettings.class),
              Installation.of(environment, clock));
      settings.verify();
      return settings;
    } catch (BindException problem) {
      throw wrong(problem);
    }
  }

  /** Those of a command that works without the database. */
  static NoticeSettings withoutDatabase(Clock clock) {
    StandardEnvironment environment = new StandardEnvironment();
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    ConfigurationPropertySources.attach(environment);
    return of(environment, clock);
  }

  Messages messages() {
    return isChinese ? Messages.chinese("notices") : Messages.english("notices");
  }

  /** The address of the console, if it is configured. */
  Optional<URI> console() {
    return WebAddress.of(UpkeepSettings.PREFIX + ".console", installation.expected().console());
  }

  private void verify() {
    if (channels.timeout().isZero() || channels.timeout().isNegative()) {
      throw new BadSetting("setting.no-time", PREFIX + ".timeout");
    }
    if (installation.expected().isNegative()) {
      throw new BadSetting("setting.negative", UpkeepSettings.PREFIX);
    }
    console();
  }

  private static BadSetting wrong(BindException problem) {
    ConfigurationProperty written = problem.getProperty();
    Class<?> expected = problem.getTarget().getType().resolve(Object.class);
    return new BadSetting(
        "setting." + expectation(expected),
        problem.getName().toString(),
        written == null ? "" : written.getValue());
  }

  private static String expectation(Class<?> type) {
    if (type == Duration.class) {
      return "time";
    }
    if (type == DataSize.class) {
      return "size";
    }
    return type == MailSecurity.class ? "security" : "value";
  }
}
