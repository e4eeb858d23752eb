package org.sunlitledger.console.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.sunlitledger.account.Account;

/**
 * Judges new passwords. Length is asked for, and that nobody guesses it first; a mixture of signs
 * only where the county wants it. OWASP ASVS 5.0, 6.2.
 */
@Component
@EnableConfigurationProperties(PasswordSettings.class)
public final class PasswordRules {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 128;

  /** As many characters must be left without the words of the place. */
  private static final int LEFT = 8;

  private static final int KINDS = 3;
  private static final List<Pattern> EACH_KIND =
      Stream.of("\\p{Lu}", "\\p{Ll}", "\\p{Nd}", "[^\\p{Lu}\\p{Ll}\\p{Nd}]")
          .map(Pattern::compile)
          .toList();

  /** Fewer guesses than ten to this power find a password with patience. */
  private static final double ENOUGH_GUESSES_LOG10 = 8;

  private final PlaceWords words;
  private final PasswordSettings settings;

  PasswordRules(PlaceWords words, PasswordSettings settings) {
    this.words = words;
    this.settings = settings;
  }

  /** The key of what a form says about passwords. */
  public String hint() {
    return settings.composition() ? "activate.hint.composition" : "activate.hint";
  }

  /**
   * The first fault of a password that shows without knowing whose it is.
   *
   * @param login as typed
   * @param again as typed the second time
   */
  public Optional<PasswordFault> fault(String login, String password, String again) {
    return fault(words.general(login), password, again);
  }

  /** The first fault of a password of a person. */
  public Optional<PasswordFault> fault(Account account, String password, String again) {
    return fault(words.of(account), password, again);
  }

  private Optional<PasswordFault> fault(
      Map<PasswordFault, List<String>> guesses, String password, String again) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(PasswordFault.SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(PasswordFault.LONG);
    }
    if (settings.composition() && kinds(password) < KINDS) {
      return Optional.of(PasswordFault.COMPOSITION);
    }
    Optional<PasswordFault> guessed = guessed(password, guesses);
    if (guessed.isPresent() || password.equals(again)) {
      return guessed;
    }
    return Optional.of(PasswordFault.DIFFERS);
  }

  private static Optional<PasswordFault> guessed(
      String password, Map<PasswordFault, List<String>> words) {
    List<String> all = words.values().stream().flatMap(List::stream).map(Spelling::of).toList();
    String spelled = Spelling.of(password);
    String left = without(spelled, all);
    if (left.codePointCount(0, left.length()) < LEFT && !left.equals(spelled)) {
      return words.entrySet().stream()
          .filter(entry -> entry.getValue().stream().map(Spelling::of).anyMatch(spelled::contains))
          .map(Map.Entry::getKey)
          .min(Comparator.naturalOrder());
    }
    return new Zxcvbn().measure(password, all).getGuessesLog10() < ENOUGH_GUESSES_LOG10
        ? Optional.of(PasswordFault.COMMON)
        : Optional.empty();
  }

  private static String without(String text, List<String> words) {
    String left = text;
    for (String word :
        words.stream().sorted(Comparator.comparing(String::length).reversed()).toList()) {
      left = left.replace(word, "");
    }
    return left;
  }

  private static long kinds(String password) {
    return EACH_KIND.stream().filter(kind -> kind.matcher(password).find()).count();
  }
}
