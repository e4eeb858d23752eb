package org.sunlitledger.account;

import java.util.Optional;

/** Names the session of an event on the access log. Commands have none. */
public interface AccessSession {

  /** Twelve hexadecimal digits, the same for all events of one session; empty outside a session. */
  Optional<String> mark();
}
