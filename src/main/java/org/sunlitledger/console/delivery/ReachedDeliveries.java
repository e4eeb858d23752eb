package org.sunlitledger.console.delivery;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.view.DeliveryList;
import org.sunlitledger.view.ListedDelivery;

/** Deliveries as far as somebody's office reaches; for everybody else they are not there. */
@Component
class ReachedDeliveries {
  private final DeliveryList deliveries;

  ReachedDeliveries(DeliveryList deliveries) {
    this.deliveries = deliveries;
  }

  ListedDelivery get(long id, SignedIn person) {
    return deliveries
        .find(id)
        .filter(delivery -> person.reaches(delivery.name()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Whether somebody may see what was rejected, and originals: both show people. */
  static boolean maySeeRejected(SignedIn person) {
    return person.has(AccountRole.CLERK) || person.has(AccountRole.REVIEWER);
  }
}
