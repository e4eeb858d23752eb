package org.sunlitledger.notice.problem;

import java.util.Arrays;
import java.util.List;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.upkeep.Finding;

/**
 * Something is wrong. It contains nothing from a file and names no person.
 *
 * @param kind of the watch that saw it
 * @param subject a year or a channel, if there can be several of the kind; otherwise empty
 * @param bundle contains both sentences
 * @param sentence the key of the sentence about it
 * @param remedy the key of the sentence that says what to do
 * @param arguments numbers, years, moments and folders of the installation in these sentences
 */
public record Seen(
    String kind,
    String subject,
    String bundle,
    String sentence,
    String remedy,
    List<String> arguments) {

  static Seen of(String kind, String subject, String sentence, Object... arguments) {
    return new Seen(
        kind,
        subject,
        "notices",
        sentence,
        "remedy." + kind,
        Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /** In the words of the doctor. */
  static Seen of(Finding finding) {
    return new Seen(
        finding.examination(),
        "",
        Finding.BUNDLE,
        finding.key(),
        finding.key() + ".do",
        finding.arguments());
  }

  /** What is wrong. */
  public String sentence(boolean chinese) {
    return text(sentence, chinese);
  }

  /** What to do about it. */
  public String remedy(boolean chinese) {
    return text(remedy, chinese);
  }

  private String text(String key, boolean chinese) {
    Messages messages = chinese ? Messages.chinese(bundle) : Messages.english(bundle);
    return messages.text(key, arguments.toArray());
  }
}
