package org.sunlitledger.intake.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks in a file name for a correction: 修正, 更正, 修改, 重报, corrected and -v2. A number that a
 * browser adds, 第2次, 副本 and 最终版 are not marks: three townships hand in 帮扶 (1), (2) and (3).
 *
 * @param stem the name without the marks, and without the text after the last mark
 * @param edition 0 without a mark, else the number of the correction according to the name
 */
public record CorrectionMarks(String stem, int edition) {
  private static final String WORD = "(?:修正|更正|修改|重报)(?:版|稿|后|表)?|corrected|revised";
  private static final String VERSION = "v0*(?:[2-9]|[1-9]\\d)|第0*(?:[2-9]|[1-9]\\d)版";
  private static final String FIRST_EDITION = "v0*[01]|第0*1版";
  private static final String MARK = "(?:(?:" + WORD + ")(?:[ _-]?\\d{1,2})?|" + VERSION + ")";
  private static final String NEUTRAL =
      "(?:第?\\d{1,2}次?|副本|复制|拷贝|copy|最终版?|最新版?|终稿|定稿|final|新版?|" + FIRST_EDITION + ")";

  /**
   * A mark in brackets or behind a separator, at the end of the name or before another such word.
   */
  private static final Pattern TRAILING_MARK = trailing(MARK);

  private static final Pattern TRAILING_NEUTRAL = trailing(NEUTRAL);

  /** 帮扶2020修正: a word at the end does not need a separator. */
  private static final Pattern BARE_WORD =
      Pattern.compile("(?:" + WORD + ")(?:[ _-]?\\d{1,2})?$", Pattern.CASE_INSENSITIVE);

  /** （修正）帮扶2020, 帮扶（更正）2020, 修正-帮扶2020, 帮扶-修正-2020. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "[（(\\[【]\\s*" + MARK + "\\s*[）)\\]】][ _-]*|(?<=^|[/ _-])" + MARK + "[ _：:-]+",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

  private static Pattern trailing(String words) {
    return Pattern.compile(
        "(?:[ _-]*[（(\\[【]\\s*" + words + "\\s*[）)\\]】]|[ _-]+" + words + ")$",
        Pattern.CASE_INSENSITIVE);
  }

  /**
   * @param name without its file ending
   */
  static CorrectionMarks parse(String name) {
    String stem = name;
    String rest = name;
    int edition = 0;
    boolean goesOn = true;
    while (goesOn) {
      Matcher mark = TRAILING_MARK.matcher(rest);
      Matcher bare = BARE_WORD.matcher(rest);
      Matcher neutral = TRAILING_NEUTRAL.matcher(rest);
      if (mark.find() && mark.start() > 0) {
        rest = rest.substring(0, mark.start());
        edition = Math.max(edition, edition(mark.group()));
        stem = rest;
      } else if (bare.find()
          && bare.start() > 0
          && !rest.substring(0, bare.start()).endsWith("/")) {
        rest = rest.substring(0, bare.start());
        edition = Math.max(edition, edition(bare.group()));
        stem = rest;
      } else if (neutral.find() && neutral.start() > 0) {
        rest = rest.substring(0, neutral.start());
      } else {
        goesOn = false;
      }
    }
    Matcher elsewhere = ELSEWHERE.matcher(stem);
    if (elsewhere.find() && elsewhere.replaceFirst("").length() > stem.lastIndexOf('/') + 1) {
      return new CorrectionMarks(
          elsewhere.replaceFirst(""), Math.max(edition, edition(elsewhere.group())));
    }
    return new CorrectionMarks(stem, edition);
  }

  /** The name without marks and without words that have no meaning, for comparison. */
  public static String bare(String name) {
    String bare = parse(name).stem();
    for (String before = ""; !before.equals(bare); ) {
      before = bare;
      bare = TRAILING_NEUTRAL.matcher(bare).replaceFirst("");
    }
    return bare;
  }

  /** The number of the correction. Marks without a number mean the first correction. */
  private static int edition(String mark) {
    Matcher number = NUMBER.matcher(mark);
    return number.find() ? Math.max(1, Integer.parseInt(number.group())) : 1;
  }
}
