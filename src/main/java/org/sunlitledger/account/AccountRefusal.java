package org.sunlitledger.account;

import java.util.Arrays;
import java.util.List;
import org.sunlitledger.quantity.text.Messages;

/** Why an account was not made or changed; nothing has changed. */
public final class AccountRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RefusedBecause because;
  private final transient List<String> arguments;

  AccountRefusal(RefusedBecause because, Object... arguments) {
    super(because + " " + Arrays.toString(arguments));
    this.because = because;
    this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
  }

  /** What can be in the way. */
  public enum RefusedBecause {
    LOGIN_FORM,
    LOGIN_TAKEN,
    NAME_FORM,
    NAME_TAKEN,
    OTHER_PERSON,
    NO_ROLE,
    ADMINISTRATOR_ALONE,
    UNKNOWN,
    LAST_ADMINISTRATOR
  }

  public RefusedBecause because() {
    return because;
  }

  /**
   * A sentence for people: what is in the way, and what to do.
   *
   * @param messages the bundle {@code accounts}
   */
  public String text(Messages messages) {
    return messages.text("refused." + because, arguments.toArray());
  }
}
