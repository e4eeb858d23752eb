package org.sunlitledger.notice.channel;

import java.util.List;
import java.util.Locale;
import org.sunlitledger.notice.channel.Letter.LetterPart;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program on the web accepts, and what it answers. */
enum WebhookFormat {
  /** 企业微信: the text has at most 2048 bytes. */
  WECOM(2048, true),
  /** 钉钉: a message has at most 20,000 bytes, of which a part is not the text. */
  DINGTALK(18_000, true),
  /** Title, text and problems. */
  JSON(100_000, false);

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final int maxBytes;
  private final boolean answersErrcode;

  WebhookFormat(int maxBytes, boolean answersErrcode) {
    this.maxBytes = maxBytes;
    this.answersErrcode = answersErrcode;
  }

  String channel() {
    return name().toLowerCase(Locale.ROOT);
  }

  private record RobotMessage(String msgtype, RobotText text) {}

  private record RobotText(String content) {}

  private record ProgramMessage(String title, String text, List<LetterPart> problems) {}

  String body(Letter letter) {
    String text = letter.text(maxBytes);
    return MAPPER.writeValueAsString(
        answersErrcode
            ? new RobotMessage("text", new RobotText(text))
            : new ProgramMessage(letter.title(), text, letter.parts()));
  }

  /**
   * Looks at an answer with a good status. Both robots answer HTTP 200 for a message that they do
   * not deliver, and say so in {@code errcode}. An answer without it may come from a sign-in page
   * on the way.
   *
   * @return the answer in one line
   */
  String verified(String answer) throws NotSent {
    JsonNode errcode = read(answer).path("errcode");
    if (errcode.isIntegralNumber()) {
      if (errcode.longValue() != 0) {
        throw new NotSent("not-sent.errcode", errcode.longValue(), NotSent.quoted(answer));
      }
    } else if (answersErrcode) {
      throw new NotSent("not-sent.no-errcode", NotSent.quoted(answer));
    }
    return NotSent.quoted(answer);
  }

  private static JsonNode read(String answer) {
    try {
      return MAPPER.readTree(answer);
    } catch (JacksonException noJson) {
      return MAPPER.createObjectNode();
    }
  }
}
