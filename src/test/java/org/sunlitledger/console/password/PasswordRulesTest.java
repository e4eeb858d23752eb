package org.sunlitledger.console.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlitledger.account.Account;
import org.sunlitledger.account.Account.AccountState;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.report.County;
import org.sunlitledger.testing.Office;

/** A password is long, nobody's first guess, and not made of the words of the place. */
class PasswordRulesTest {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-29T09:00:00+08:00");
  private static final Account WANG_FANG =
      new Account(
          1,
          "wang.fang",
          "王芳(财政局)",
          Optional.of("教育局"),
          Set.of(AccountRole.CLERK),
          AccountState.ACTIVE,
          false,
          NOW);
  private static Office office;
  private static PlaceWords words;

  @BeforeAll
  static void open(@TempDir Path folder) {
    office = Office.in(folder);
    words = new PlaceWords(office.the(County.class));
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @ParameterizedTest
  @CsvSource({
    "elevensigns, SHORT",
    "沙坡头区2026沙坡头区, OF_COUNTY",
    "沙坡头 2026 沙坡头 !!, OF_COUNTY",
    "中卫市沙坡头区乡村振兴局123, OF_OFFICE",
    "阳光台账阳光台账2026, OF_PROGRAM",
    "Sunlit-Ledger-2026, OF_PROGRAM",
    "YangGuangTaiZhang1!, OF_PROGRAM",
    "ＷＡＮＧＦＡＮＧ12345, OF_LOGIN",
    "Wang.Fang.2026, OF_LOGIN",
    "wangfang阳光台账2026, OF_LOGIN",
    "password1234, COMMON",
  })
  void whatSomebodyTriesFirstIsRefusedWithItsReason(String password, PasswordFault fault) {
    assertThat(rules(false).fault("wang.fang", password, password)).contains(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "王芳王芳王芳王芳2026!, OF_NAME",
    "阳光王芳教育局 2026 沙坡头, OF_NAME",
    "财政局 王芳 2026 !!!, OF_NAME",
    "教育局教育局教育局2026, OF_OFFICE",
  })
  void whatIsThePersonsOwnIsRefusedWithItsReason(String password, PasswordFault fault) {
    assertThat(rules(false).fault(WANG_FANG, password, password)).contains(fault);
  }

  @Test
  void aSentenceMayHaveSuchWordsAndAnyMixture() {
    for (String sentence :
        new String[] {
          "沙坡头区的西瓜比别处甜得多了",
          "wangfang eats noodles at noon",
          "a sentence nobody guesses",
          "王芳爱吃枸杞和羊杂碎也爱喝茶"
        }) {
      assertThat(rules(false).fault("wang.fang", sentence, sentence)).as(sentence).isEmpty();
      assertThat(rules(false).fault(WANG_FANG, sentence, sentence)).as(sentence).isEmpty();
    }
    assertThat(rules(false).fault("wang.fang", "a sentence nobody guesses", "another"))
        .contains(PasswordFault.DIFFERS);
    assertThat(rules(false).hint()).isEqualTo("activate.hint");
  }

  @Test
  void aCountyMayAskForThreeKindsOfSigns() {
    for (String two :
        new String[] {"a sentence nobody guesses", "asentence0nobody7guesses", "这是一句别人猜不到的话啊"}) {
      assertThat(rules(true).fault("lisi", two, two)).as(two).contains(PasswordFault.COMPOSITION);
    }
    for (String three : new String[] {"A sentence nobody guesses", "a sentence 4 nobody guesses"}) {
      assertThat(rules(true).fault("lisi", three, three)).as(three).isEmpty();
    }
    assertThat(rules(true).hint()).isEqualTo("activate.hint.composition");
  }

  @Test
  void aCountyMayLetPasswordsExpire() {
    PasswordSettings quarter = new PasswordSettings(false, 90);
    assertThat(quarter.hasExpired(NOW.minusDays(91), NOW)).isTrue();
    assertThat(quarter.hasExpired(NOW.minusDays(89), NOW)).isFalse();
    assertThat(new PasswordSettings(false, 0).hasExpired(NOW.minusYears(9), NOW)).isFalse();
    assertThatThrownBy(() -> new PasswordSettings(false, -1)).hasMessageContaining("write days");
  }

  private static PasswordRules rules(boolean composition) {
    return new PasswordRules(words, new PasswordSettings(composition, 0));
  }
}
