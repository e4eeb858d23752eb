package org.sunlitledger.console.door;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a password is not accepted. Length is asked for and that it is not guessed first; no mixture
 * of signs. OWASP ASVS 5.0, 6.2.
 */
public enum PasswordFault {
  SHORT,
  LONG,
  LOGIN_IN_IT,
  COMMON,
  DIFFERS;

  private static final int SHORTEST = 12;
  private static final int LONGEST = 128;

  /** Fewer guesses than ten to this power find a password with patience. */
  private static final double ENOUGH_GUESSES_LOG10 = 8;

  /** What somebody tries first here. */
  private static final List<String> OWN_WORDS =
      List.of("sunlit", "ledger", "sunlitledger", "yangguang", "taizhang", "fupin", "阳光台账", "扶贫");

  /**
   * The first fault of a password.
   *
   * @param again as typed the second time
   */
  public static Optional<PasswordFault> of(String login, String password, String again) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(LONG);
    }
    if (!login.isEmpty() && password.toLowerCase(Locale.ROOT).contains(login)) {
      return Optional.of(LOGIN_IN_IT);
    }
    if (new Zxcvbn().measure(password, OWN_WORDS).getGuessesLog10() < ENOUGH_GUESSES_LOG10) {
      return Optional.of(COMMON);
    }
    return password.equals(again) ? Optional.empty() : Optional.of(DIFFERS);
  }
}
