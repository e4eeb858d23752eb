package org.sunlitledger.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;
import org.sunlitledger.notice.channel.BadSetting;
import org.sunlitledger.notice.channel.Channels;
import org.sunlitledger.quantity.text.Messages;

/** Settings as an environment gives them. A wrong one is answered in a sentence. */
class NoticeSettingsTest {

  @Test
  void theseApplyUnlessSet() {
    NoticeSettings settings = settings("");
    assertThat(settings.isChinese()).isTrue();
    assertThat(settings.channels().timeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(settings.watches().nightWithin()).isEqualTo(Duration.ofHours(26));
    assertThat(settings.watches().backupWithin()).isEqualTo(Duration.ofDays(3));
    assertThat(settings.watches().certificateWithin()).isEqualTo(Duration.ofDays(30));
    assertThat(settings.watches().diskBelow()).isEqualTo(DataSize.ofGigabytes(5));
    assertThat(settings.console()).isEmpty();
    assertThat(new Channels(settings.channels(), Clock.systemUTC()).configured()).isEmpty();
  }

  @Test
  void aNumberWithoutAUnitIsInTheUnitThatPeopleExpect() {
    NoticeSettings settings =
        settings("NIGHTWITHIN=50 BACKUPWITHIN=8 CERTIFICATEWITHIN=14 DISKBELOW=20 TIMEOUT=9");
    assertThat(settings.channels().timeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(settings.watches().nightWithin()).isEqualTo(Duration.ofHours(50));
    assertThat(settings.watches().backupWithin()).isEqualTo(Duration.ofDays(8));
    assertThat(settings.watches().certificateWithin()).isEqualTo(Duration.ofDays(14));
    assertThat(settings.watches().diskBelow()).isEqualTo(DataSize.ofGigabytes(20));
  }

  @Test
  void anEmptySettingIsNone() {
    NoticeSettings settings =
        settings("MAIL_HOST= MAIL_TO= WECOM_URL= DINGTALK_URL= JSON_URL= HEARTBEAT_URL= CONSOLE=");
    assertThat(new Channels(settings.channels(), Clock.systemUTC()).configured()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NIGHTWITHIN=soon | SUNLIT_NOTICE_NIGHTWITHIN is soon: write a time such as 26h or 3d",
        "BACKUPWITHIN=-3d | SUNLIT_NOTICE_… may be below 0",
        "TIMEOUT=0 | SUNLIT_NOTICE_TIMEOUT must be longer than 0",
        "DISKBELOW=much | SUNLIT_NOTICE_DISKBELOW is much: write a size such as 5GB",
        "LANGUAGE=fr | SUNLIT_NOTICE_LANGUAGE is fr: write zh or en",
        "CONSOLE=county.example | SUNLIT_NOTICE_CONSOLE is no address on the web",
        "WECOM_URL=key=s3cret | SUNLIT_NOTICE_WECOM_URL is no address on the web",
        "HEARTBEAT_URL=ftp://h/s3cret | SUNLIT_NOTICE_HEARTBEAT_URL is no address on the web",
        "MAIL_HOST=mail | SUNLIT_NOTICE_MAIL_TO is not set",
        "MAIL_TO=a@b.example | SUNLIT_NOTICE_MAIL_HOST is not set",
        "MAIL_HOST=mail MAIL_TO=a@b.example | SUNLIT_NOTICE_MAIL_FROM is not set",
        "MAIL_HOST=mail MAIL_TO=wang MAIL_FROM=a@b.example | SUNLIT_NOTICE_MAIL_TO is wang",
        "MAIL_HOST=mail MAIL_TO=a@b.example MAIL_USER=it | SUNLIT_NOTICE_MAIL_FROM is it: write a mail",
        "MAIL_HOST=mail MAIL_SECURITY=ssl | SUNLIT_NOTICE_MAIL_SECURITY is ssl: write starttls, tls or none",
        "MAIL_HOST=mail MAIL_PORT=smtp | SUNLIT_NOTICE_MAIL_PORT is smtp",
        "MAIL_HOST=m MAIL_TO=a@b.example MAIL_USER=a@b.example MAIL_SECURITY=none | password is never",
        "MAIL_HOST=m MAIL_TO=a@b.example MAIL_FROM=a@b.example MAIL_TRUST=pom.xml | no certificate in PEM"
      })
  void aWrongOneIsAnsweredInASentence(String variables, String said) {
    assertThatThrownBy(() -> new Channels(settings(variables).channels(), Clock.systemUTC()))
        .isInstanceOfSatisfying(
            BadSetting.class,
            wrong ->
                assertThat(wrong.text(Messages.english("notices")))
                    .contains(said)
                    .doesNotContain("s3cret"));
  }

  private static NoticeSettings settings(String variables) {
    Map<String, Object> environment =
        Arrays.stream(variables.split(" ", -1))
            .filter(variable -> !variable.isEmpty())
            .map(variable -> variable.split("=", 2))
            .collect(Collectors.toMap(pair -> "SUNLIT_NOTICE_" + pair[0], pair -> pair[1]));
    StandardEnvironment machine = new StandardEnvironment();
    machine
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                "test-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                environment));
    ConfigurationPropertySources.attach(machine);
    return NoticeSettings.of(machine);
  }
}
