package org.sunlitledger.console.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.console.list.ListAddress;
import org.sunlitledger.console.list.ListSlice;
import org.sunlitledger.console.list.Parameters;
import org.sunlitledger.database.audit.AuditList.AuditFilter;

/**
 * What the address of the list asks for. A day that is none is left out of the filter.
 *
 * @param after key of the last row of the page before
 */
record AuditQuery(
    @Nullable String who,
    @Nullable String action,
    @Nullable String from,
    @Nullable String to,
    @Nullable Integer size,
    @Nullable Long after) {

  /** Somebody of one office sees what was decided about its files, and about the year. */
  AuditFilter filter(int year, SignedIn person) {
    return new AuditFilter(
        year, Parameters.text(who), Parameters.text(action), day(from), day(to), person.folder());
  }

  ListSlice slice() {
    return ListSlice.of(size, after);
  }

  ListAddress address(AuditFilter filter) {
    return ListAddress.of("/" + filter.year() + "/audit")
        .with("who", filter.who())
        .with("action", filter.action())
        .with("from", filter.from().map(LocalDate::toString).orElse(""))
        .with("to", filter.to().map(LocalDate::toString).orElse(""));
  }

  private static Optional<LocalDate> day(@Nullable String text) {
    try {
      return Parameters.text(text).isEmpty()
          ? Optional.empty()
          : Optional.of(LocalDate.parse(Parameters.text(text)));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
