package org.sunlitledger.close.store;

import java.util.Arrays;
import java.util.List;
import org.sunlitledger.quantity.text.Messages;

/**
 * Why records are not moved, or originals not deleted.
 *
 * @param arguments of its sentence in the bundle {@code close}
 */
public record StoreObstacle(StoreObstacleKind kind, List<String> arguments) {

  /** What can be in the way. */
  public enum StoreObstacleKind {
    NOT_CLOSED,
    ALREADY_STORED,
    NOT_VERIFIED,
    NOTHING_TO_STORE,
    NEVER_DELETED,
    NOT_DUE
  }

  static StoreObstacle of(StoreObstacleKind kind, Object... arguments) {
    return new StoreObstacle(kind, Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /** A sentence for people. */
  public String text(Messages messages) {
    return messages.text("store." + kind, arguments.toArray());
  }
}
