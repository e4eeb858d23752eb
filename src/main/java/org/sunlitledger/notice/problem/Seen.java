package org.sunlitledger.notice.problem;

import java.util.Arrays;
import java.util.List;

/**
 * Something is wrong. It contains nothing from a file and names no person.
 *
 * @param kind of the watch that saw it
 * @param subject a year or a channel, if there can be several of the kind; otherwise empty
 * @param sentence the key of a sentence in the bundle for notices
 * @param arguments numbers, years and moments in that sentence
 */
public record Seen(String kind, String subject, String sentence, List<String> arguments) {

  static Seen of(String kind, String subject, String sentence, Object... arguments) {
    return new Seen(
        kind, subject, sentence, Arrays.stream(arguments).map(String::valueOf).toList());
  }
}
