package org.sunlitledger.view;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sunlitledger.account.Account.AccountState;
import org.sunlitledger.account.AccountRefusal;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.quantity.text.Moment;

/** What is said about accounts. */
public final class AccountWords {
  private final Messages sentences;
  private final ZoneId zone;

  public AccountWords(boolean isChinese, ZoneId zone) {
    this.sentences = isChinese ? Messages.chinese("accounts") : Messages.english("accounts");
    this.zone = zone;
  }

  public String text(String key, Object... arguments) {
    return sentences.text(key, arguments);
  }

  public String refusal(AccountRefusal refusal) {
    return refusal.text(sentences);
  }

  public String moment(OffsetDateTime at) {
    return Moment.in(zone, at);
  }

  public ListingCell roles(Set<AccountRole> roles) {
    return new ListingCell(
        joined(roles, AccountRole::code, ","),
        joined(roles, role -> text("role." + role.code()), sentences.isChinese() ? "、" : ", "));
  }

  public ListingCell state(AccountState state) {
    String code = state.name().toLowerCase(Locale.ROOT);
    return new ListingCell(code, text("state." + code));
  }

  private static String joined(
      Set<AccountRole> roles, Function<AccountRole, String> each, String between) {
    return roles.stream().sorted().map(each).collect(Collectors.joining(between));
  }
}
