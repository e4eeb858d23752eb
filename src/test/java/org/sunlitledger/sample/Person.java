package org.sunlitledger.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.sunlitledger.quantity.person.IdNumber;
import org.sunlitledger.quantity.text.CreditCode;

/** Somebody who does not exist: the area code 990502 was never assigned. */
record Person(String name, String idNumber) {
  private static final String AREA = "990502";
  private static final String FAMILY = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗";
  private static final String GIVEN = "建国秀英志强丽华明芳军兰平玉珍海燕东升文慧春雷";

  /** The person of that number: always the same one. */
  static Person of(int number) {
    LocalDate born = LocalDate.of(1960, 1, 1).plusDays(number * 37L % 15_000);
    String first17 =
        AREA + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(number % 1000);
    String name =
        ""
            + FAMILY.charAt(number % FAMILY.length())
            + GIVEN.charAt(number / 20 % GIVEN.length())
            + GIVEN.charAt(number / 7 % GIVEN.length());
    return new Person(name, first17 + IdNumber.check(first17));
  }

  /** The credit code of a unit that does not exist. */
  static String creditCode(int number) {
    String organisation = "MA%06d".formatted(number);
    String first17 = "91" + AREA + organisation + CreditCode.organisationCheck(organisation);
    return first17 + CreditCode.check(first17);
  }
}
