package org.sunlitledger.console.close;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.ready.Obstacle;
import org.sunlitledger.close.ready.Obstacle.ObstacleKind;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.console.frame.SignedIn;
import org.sunlitledger.job.RunNotes;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.discrepancy.ObstacleWords;

/** Obstacles in the words of a page, each kind with the page on which it is removed. */
@Component
public class SaidObstacles {
  private static final String CLOSE = "close.";
  private static final int SHOWN = 10;

  private final RunNotes notes;
  private final Kinds kinds;

  SaidObstacles(RunNotes notes, Kinds kinds) {
    this.notes = notes;
    this.kinds = kinds;
  }

  /**
   * Obstacles of one kind.
   *
   * @param sentences of the first ones
   * @param more how many there are besides, those about files of other offices too
   */
  public record SaidObstacle(
      ObstacleKind kind, List<String> sentences, long more, ObstaclePlace place, String address) {}

  /** What kept a run from closing a year. */
  List<SaidObstacle> of(long run, int year, Frame frame) {
    return said(
        notes.of(run).stream()
            .filter(note -> note.kind().startsWith(CLOSE))
            .flatMap(
                note ->
                    kind(note.kind().substring(CLOSE.length()))
                        .map(kind -> new Obstacle(kind, note.arguments()))
                        .stream())
            .toList(),
        year,
        frame);
  }

  /** The same of obstacles at hand. */
  List<SaidObstacle> said(List<Obstacle> obstacles, int year, Frame frame) {
    Map<ObstacleKind, List<Obstacle>> byKind = new EnumMap<>(ObstacleKind.class);
    obstacles.forEach(
        one -> byKind.computeIfAbsent(one.kind(), kind -> new ArrayList<>()).add(one));
    ObstacleWords words = new ObstacleWords(sentences(frame), kinds);
    SignedIn person = frame.signedIn().orElseThrow();
    return byKind.entrySet().stream()
        .map(
            alike -> {
              List<String> shown =
                  alike.getValue().stream()
                      .filter(one -> ObstacleWords.file(one).map(person::reaches).orElse(true))
                      .limit(SHOWN)
                      .map(words::text)
                      .toList();
              return new SaidObstacle(
                  alike.getKey(),
                  shown,
                  alike.getValue().size() - shown.size(),
                  ObstaclePlace.of(alike.getKey()),
                  ObstaclePlace.address(alike.getValue().get(0), year));
            })
        .toList();
  }

  static Messages sentences(Frame frame) {
    return frame.messages().isChinese() ? Messages.chinese("close") : Messages.english("close");
  }

  private static Optional<ObstacleKind> kind(String name) {
    return List.of(ObstacleKind.values()).stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst();
  }
}
