package org.sunlitledger.console.frame;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.audit.AuditVia;

/** What is decided in the console is recorded with the account that is signed in. */
@Component
final class SignedInEntrance implements AuditVia.Entrance {

  @Override
  public AuditVia now() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    if (known != null && known.getPrincipal() instanceof SignedIn person) {
      return AuditVia.console(person.login());
    }
    throw new IllegalStateException("nobody is signed in");
  }
}
