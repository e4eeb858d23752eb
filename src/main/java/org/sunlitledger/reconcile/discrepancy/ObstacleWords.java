package org.sunlitledger.reconcile.discrepancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlitledger.close.ready.Obstacle;
import org.sunlitledger.quantity.text.Messages;

/** What keeps a year from being closed or reopened, in words. */
public final class ObstacleWords {
  private final Messages sentences;
  private final Kinds kinds;

  /**
   * @param sentences the bundle {@code close}, in the language of the reader
   */
  public ObstacleWords(Messages sentences, Kinds kinds) {
    this.sentences = sentences;
    this.kinds = kinds;
  }

  /** A sentence; a discrepancy is named by the title of its kind. */
  public String text(Obstacle obstacle) {
    return switch (obstacle.kind()) {
      case DISCREPANCY_OPEN, DISCREPANCY_UNAPPROVED -> {
        List<String> arguments = new ArrayList<>(obstacle.arguments());
        arguments.set(1, kinds.label(arguments.get(1), sentences.isChinese()));
        yield new Obstacle(obstacle.kind(), arguments).text(sentences);
      }
      default -> obstacle.text(sentences);
    };
  }

  /** The file that it is about; empty where it is about the whole county. */
  public static Optional<String> file(Obstacle obstacle) {
    return switch (obstacle.kind()) {
      case UNFINISHED, OPEN_FILE, OPEN_LINE, OPEN_SHEET, OPEN_COLUMN, OPEN_TOTAL, OPEN_PART ->
          Optional.of(obstacle.arguments().get(0));
      case SET_ASIDE_UNAPPROVED -> Optional.of(obstacle.arguments().get(1));
      default -> Optional.empty();
    };
  }
}
