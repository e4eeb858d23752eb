package org.sunlitledger.account;

import java.util.Optional;

/** Tells the access log which session an event belongs to. Commands have none. */
public interface AccessSession {

  /** Twelve hexadecimal digits, the same for all events of one session; empty outside a session. */
  Optional<String> mark();
}
