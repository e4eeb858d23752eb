package org.sunlitledger.console.frame;

import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.sunlitledger.quantity.text.Messages;

/**
 * What every page has.
 *
 * @param path of the page, for the link to the same page in the other language
 */
public record Frame(
    Messages messages, String path, Optional<CsrfToken> token, Optional<SignedIn> signedIn) {

  /** The words for a key, in the language of the page. */
  public String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  /** As HTML and browsers call the language. */
  public String language() {
    return messages.isChinese() ? "zh-CN" : "en";
  }

  public String otherLanguage() {
    return messages.isChinese() ? "en" : "zh";
  }

  /** The name of the hidden field that each form has. */
  public String tokenName() {
    return token.map(CsrfToken::getParameterName).orElse("");
  }

  public String tokenValue() {
    return token.map(CsrfToken::getToken).orElse("");
  }
}
