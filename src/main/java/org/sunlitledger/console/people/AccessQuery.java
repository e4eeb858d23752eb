package org.sunlitledger.console.people;

import org.jspecify.annotations.Nullable;
import org.sunlitledger.account.AccessList.AccessFilter;
import org.sunlitledger.console.list.ListAddress;
import org.sunlitledger.console.list.ListSlice;
import org.sunlitledger.console.list.Parameters;

/**
 * What the address of the access log asks for.
 *
 * @param after key of the last row of the page before
 */
record AccessQuery(
    @Nullable String login,
    @Nullable String kind,
    @Nullable String session,
    @Nullable Integer size,
    @Nullable Long after) {

  AccessFilter filter() {
    return new AccessFilter(
        Parameters.text(login), Parameters.text(kind), Parameters.text(session));
  }

  ListSlice slice() {
    return ListSlice.of(size, after);
  }

  ListAddress address() {
    return ListAddress.of("/access")
        .with("login", Parameters.text(login))
        .with("kind", Parameters.text(kind))
        .with("session", Parameters.text(session));
  }
}
