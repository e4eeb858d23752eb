package org.sunlitledger.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is paid: organisations as written, people masked with a sign. */
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
    assertThat(PayeeName.kept(payee, HASH)).isEqualTo(payee);
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
    assertThat(PayeeName.kept(payee, HASH)).matches(".*~[0-9a-f]{10}").startsWith(shown + "~");
    assertThat(PayeeName.masked(payee)).isEqualTo(shown);
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
    String own = PayeeName.kept("李建国", HASH);
    assertThat(PayeeName.kept("甲公司" + own, HASH)).isNotEqualTo("甲公司" + own);
  }

  private static String sign(String payee) {
    String kept = PayeeName.kept(payee, HASH);
    return kept.substring(kept.indexOf('~'));
  }
}
