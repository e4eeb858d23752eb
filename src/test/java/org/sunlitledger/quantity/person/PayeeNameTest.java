package org.sunlitledger.quantity.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlitledger.quantity.digest.KeyedHash;

/** Payees: organisations are kept as written, people masked with a fingerprint. */
class PayeeNameTest {
  private static final KeyedHash HASH = new KeyedHash("a key of the county");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "香山乡建设有限公司",
        "甲公司",
        "中卫市财政局",
        "农商行代发",
        "惠民补贴代发户",
        "代发户",
        "信用联社",
        "农业银行",
        "张家专户",
        "建材部",
        "高标准农田项目",
        "张三丰养殖专业合作社",
        "王庄村",
        "李家小学"
      })
  void anOrganisationIsKeptAsItIsWritten(String payee) {
    assertThat(PayeeName.kept(payee, HASH, ListedPayees.NONE)).isEqualTo(payee);
  }

  @ParameterizedTest
  @CsvSource({
    "李建国, 李**",
    "李 建国, 李**",
    "李建国个人账户, 李**个人账户",
    "李某（个人）, 李*(个人)",
    "户名：王秀英, 户名:王**",
    "王秀英6228480402564890018, 王***",
    "买买提·艾力, 买*****",
  })
  void aPersonIsKeptMasked(String payee, String shown) {
    assertThat(PayeeName.kept(payee, HASH, ListedPayees.NONE))
        .matches(".*~[0-9a-f]{10}")
        .startsWith(shown + "~");
    assertThat(PayeeName.masked(payee, ListedPayees.NONE)).isEqualTo(shown);
  }

  @Test
  void theSamePersonHasTheSameSignHoweverTheNameIsWritten() {
    assertThat(sign("李建国"))
        .isEqualTo(sign("李　建 国"))
        .isEqualTo(sign("李建国（个人账户）"))
        .isEqualTo(sign("户名：李建国"))
        .isNotEqualTo(sign("李建军"));
  }

  @Test
  void nobodyWritesASignByHand() {
    String own = PayeeName.kept("李建国", HASH, ListedPayees.NONE);
    assertThat(PayeeName.kept("甲公司" + own, HASH, ListedPayees.NONE)).isNotEqualTo("甲公司" + own);
  }

  /** Banks and firms may begin with a surname: 农, 康. */
  @ParameterizedTest
  @CsvSource({
    "农行, 农行",
    "农 行, 农 行",
    "农​行, 农​行",
    "农⾏, 农⾏",
    "户名：农行, 农行",
    "户名： 邮储代发, 邮储代发",
    "农行代发, 农行代发",
    "农信社, 农信社",
    "康达, 康达",
    "农行账户, 农行账户",
    "农行个人账户, 农行个人账户",
    "收款人：康·达, 康·达",
    "ａｂ行, ａｂ行",
  })
  void whatIsListedIsNeverAPerson(String payee, String kept) {
    ListedPayees listed = new ListedPayees(List.of("农行", "农行代发", "农信社", "邮储代发", "康 达", "AB行"));
    assertThat(PayeeName.kept(payee, HASH, listed)).isEqualTo(kept);
    assertThat(PayeeName.masked(payee, listed)).isEqualTo(kept);
    assertThat(PayeeName.masked("农行健", listed)).isEqualTo("农**");
    assertThat(PayeeName.masked("农建国", listed)).isEqualTo("农**");
    assertThat(PayeeName.kept("康达明", HASH, listed)).startsWith("康**~");
  }

  /** 账户)~9506159455 would be an account. */
  @Test
  void theSignIsNotTakenForAnAccount() {
    for (int county = 0; county < 300; county++) {
      KeyedHash hash = new KeyedHash("county " + county);
      String kept = PayeeName.kept("王建国（个人账户）", hash, ListedPayees.NONE);
      assertThat(PayeeName.besideSign(kept, PersonalText::masked)).isEqualTo(kept);
    }
    assertThat(PayeeName.besideSign("甲公司账户6228480402564890018", PersonalText::masked))
        .isEqualTo(PersonalText.masked("甲公司账户6228480402564890018"));
  }

  private static String sign(String payee) {
    String kept = PayeeName.kept(payee, HASH, ListedPayees.NONE);
    return kept.substring(kept.indexOf('~'));
  }
}
