package org.sunlitledger.quantity.person;

import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sunlitledger.quantity.digest.KeyedHash;
import org.sunlitledger.quantity.text.Glyphs;

/**
 * The name of a payee. An organisation is kept as written. A person is kept masked, with a
 * fingerprint made with the county's key: 张**~3fa9c1d204. The fingerprint keeps two people with the
 * same masked name apart, and finds the same person again.
 */
public final class PayeeName {
  private static final int FINGERPRINT_BYTES = 5;
  private static final String MARK = "~";

  /** Words behind the name of a person for the person's own account. */
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "[(]?(?:个人|本人|私人|自然人)?(?:(?:储蓄|银行|工资|一卡通)?(?:账户|帐户|账号|帐号|存折|存款|卡|户))?"
              + ":?[0-9*]{0,24}[)]?$");

  private static final Pattern BEFORE = Pattern.compile("^(?:户名|姓名|收款人|自然人|个人)[:：]");

  /** Endings of organisations whose names are as short as those of people. */
  private static final Pattern ORGANISATION_END =
      Pattern.compile(".*(?:联社|国库|财政|社保|医保|专户|[户部院所处队组厅委办库馆铺坊司校班])");

  private static final Pattern SIGNED = Pattern.compile(".*\\*.*~[0-9a-f]{10}", Pattern.DOTALL);

  private PayeeName() {}

  /**
   * The form of a payee that the database keeps.
   *
   * @param listed payees that are not people, whatever their names look like
   */
  public static String kept(String text, KeyedHash hash, ListedPayees listed) {
    String named = unlabelled(plain(text));
    if (isListed(named, listed)) {
      return withoutLabel(text, named);
    }
    Optional<String> person = personNamed(named);
    if (person.isPresent()) {
      return masked(person.get(), text) + MARK + sign(person.get(), hash);
    }
    // nobody writes a fingerprint by hand
    return SIGNED.matcher(text).matches() ? text.replace('~', '～') : text;
  }

  /** The kept form of a payee who is known to be a person. */
  public static String keptPerson(String text, KeyedHash hash) {
    String name = plain(text);
    return PersonName.masked(name) + MARK + sign(name, hash);
  }

  private static String sign(String person, KeyedHash hash) {
    return HexFormat.of().formatHex(hash.hash("payee|" + person), 0, FINGERPRINT_BYTES);
  }

  /** The form of a payee that is shown but not kept. */
  public static String masked(String text, ListedPayees listed) {
    String named = unlabelled(plain(text));
    return isListed(named, listed)
        ? withoutLabel(text, named)
        : personNamed(named).map(name -> masked(name, text)).orElse(text);
  }

  /**
   * Changes the text of a kept payee and leaves the fingerprint unchanged: its digits are not an
   * account.
   */
  public static String besideSign(String kept, UnaryOperator<String> change) {
    if (!SIGNED.matcher(kept).matches()) {
      return change.apply(kept);
    }
    int sign = kept.lastIndexOf(MARK);
    return change.apply(kept.substring(0, sign)) + kept.substring(sign);
  }

  /**
   * Whether a name is listed, with or without the word for an account: 农行账户 is not a person either.
   */
  private static boolean isListed(String named, ListedPayees listed) {
    return listed.contains(named) || listed.contains(withoutAccount(named));
  }

  /** A label says that a name follows, and no list contains it: 户名：农行. */
  private static String withoutLabel(String text, String named) {
    return BEFORE.matcher(plain(text)).lookingAt() ? named : text;
  }

  /** The name of a person, without the words about the account. */
  private static Optional<String> personNamed(String named) {
    return named.endsWith("专户")
        ? Optional.empty()
        : Stream.of(withoutAccount(named), named).filter(PayeeName::isPerson).findFirst();
  }

  private static String unlabelled(String plain) {
    Matcher before = BEFORE.matcher(plain);
    return before.lookingAt() ? plain.substring(before.end()) : plain;
  }

  private static String withoutAccount(String named) {
    Matcher account = ACCOUNT.matcher(named);
    return account.find() ? named.substring(0, account.start()) : named;
  }

  private static boolean isPerson(String name) {
    boolean isLike = PersonName.isLikely(name) || (PersonName.isLike(name) && name.contains("·"));
    return isLike && !ORGANISATION_END.matcher(name).matches();
  }

  /** Masks the name and keeps the words behind it: 李*个人账户. */
  private static String masked(String name, String text) {
    String plain = plain(text);
    int at = plain.indexOf(name);
    String rest = plain.substring(at + name.length()).replaceAll("[0-9]{5,}", "*");
    return plain.substring(0, at) + PersonName.masked(name) + rest;
  }

  /** The text without blanks and invisible characters, in half width. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    Glyphs.visible(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .codePoints()
        .filter(glyph -> !Character.isWhitespace(glyph) && !Character.isSpaceChar(glyph))
        .map(glyph -> "•.．‧・".indexOf(glyph) >= 0 ? '·' : glyph)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
