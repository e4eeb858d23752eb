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
import org.sunlitledger.upkeep.UpkeepSettings;

/** Settings as an environment gives them. A wrong one is answered in a sentence. */
class NoticeSettingsTest {

  @Test
  void theseApplyUnlessSet() {
    NoticeSettings settings = settings("");
    assertThat(settings.isChinese()).isTrue();
    assertThat(settings.channels().timeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(settings.console()).isEmpty();
    assertThat(new Channels(settings.channels(), Clock.systemUTC()).configured()).isEmpty();
  }

  @Test
  void aNumberWithoutAUnitIsInTheUnitThatPeopleExpect() {
    NoticeSettings settings =
        settings(
            "NOTICE_TIMEOUT=9 UPKEEP_NIGHTAGE=50 UPKEEP_BACKUPAGE=80"
                + " UPKEEP_CERTIFICATELEFT=14 UPKEEP_FREEDISK=20");
    UpkeepSettings expected = settings.installation().expected();
    assertThat(settings.channels().timeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(expected.nightAge()).isEqualTo(Duration.ofHours(50));
    assertThat(expected.backupAge()).isEqualTo(Duration.ofHours(80));
    assertThat(expected.certificateLeft()).isEqualTo(Duration.ofDays(14));
    assertThat(expected.freeDisk()).isEqualTo(DataSize.ofGigabytes(20));
  }

  @Test
  void anEmptySettingIsNone() {
    NoticeSettings settings =
        settings(
            "NOTICE_MAIL_HOST= NOTICE_MAIL_TO= NOTICE_WECOM_URL= NOTICE_DINGTALK_URL= NOTICE_JSON_URL="
                + " NOTICE_HEARTBEAT_URL= UPKEEP_CONSOLE=");
    assertThat(new Channels(settings.channels(), Clock.systemUTC()).configured()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPKEEP_NIGHTAGE=soon | SUNLIT_UPKEEP_NIGHTAGE is soon: write a time such as 26h or 3d",
        "UPKEEP_BACKUPAGE=-3d | SUNLIT_UPKEEP_… may be below 0",
        "NOTICE_TIMEOUT=0 | SUNLIT_NOTICE_TIMEOUT must be longer than 0",
        "UPKEEP_FREEDISK=much | SUNLIT_UPKEEP_FREEDISK is much: write a size such as 5GB",
        "NOTICE_LANGUAGE=fr | SUNLIT_NOTICE_LANGUAGE is fr: write zh or en",
        "UPKEEP_CONSOLE=county.example | SUNLIT_UPKEEP_CONSOLE is no address on the web",
        "NOTICE_WECOM_URL=key=s3cret | SUNLIT_NOTICE_WECOM_URL is no address on the web",
        "NOTICE_HEARTBEAT_URL=ftp://h/s3cret | SUNLIT_NOTICE_HEARTBEAT_URL is no address on the web",
        "NOTICE_MAIL_HOST=mail | SUNLIT_NOTICE_MAIL_TO is not set",
        "NOTICE_MAIL_TO=a@b.example | SUNLIT_NOTICE_MAIL_HOST is not set",
        "NOTICE_MAIL_HOST=mail NOTICE_MAIL_TO=a@b.example | SUNLIT_NOTICE_MAIL_FROM is not set",
        "NOTICE_MAIL_HOST=mail NOTICE_MAIL_TO=wang NOTICE_MAIL_FROM=a@b.example | SUNLIT_NOTICE_MAIL_TO is wang",
        "NOTICE_MAIL_HOST=mail NOTICE_MAIL_TO=a@b.example NOTICE_MAIL_USER=it | SUNLIT_NOTICE_MAIL_FROM is it: write a mail",
        "NOTICE_MAIL_HOST=mail NOTICE_MAIL_SECURITY=ssl | SUNLIT_NOTICE_MAIL_SECURITY is ssl: write starttls, tls or none",
        "NOTICE_MAIL_HOST=mail NOTICE_MAIL_PORT=smtp | SUNLIT_NOTICE_MAIL_PORT is smtp",
        "NOTICE_MAIL_HOST=m NOTICE_MAIL_TO=a@b.example NOTICE_MAIL_USER=a@b.example NOTICE_MAIL_SECURITY=none | password is never",
        "NOTICE_MAIL_HOST=m NOTICE_MAIL_TO=a@b.example NOTICE_MAIL_FROM=a@b.example NOTICE_MAIL_TRUST=pom.xml | no certificate in PEM"
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
            .collect(Collectors.toMap(pair -> "SUNLIT_" + pair[0], pair -> pair[1]));
    StandardEnvironment machine = new StandardEnvironment();
    machine
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                "test-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                environment));
    ConfigurationPropertySources.attach(machine);
    return NoticeSettings.of(machine, Clock.systemUTC());
  }
}
