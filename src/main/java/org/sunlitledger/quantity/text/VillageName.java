package org.sunlitledger.quantity.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * The one name of a village for all its spellings: 米粮川, 米 粮川村, 米粮川村委会 and 米粮川行政村 are all 米粮川村.
 *
 * <p>White space and invisible characters are ignored. Full width equals half width, and capital
 * letters equal small ones. The words 村, 行政村, 村委会 and 村民委员会 are optional. A village may be written
 * without them, so 新村, 新村村 and 新村委会 are one village. A community (社区, 居委会) is not a village: 川裕社区
 * and 川裕村 are two.
 */
public final class VillageName {
  private static final String VILLAGE = "村";
  private static final String COMMUNITY = "社区";

  /** The longest come first, so that the whole suffix is removed. */
  private static final List<String> VILLAGES = List.of("村民委员会", "村民委", "村委会", "行政村", "村委", VILLAGE);

  private static final List<String> COMMUNITIES = List.of("居民委员会", "居委会", COMMUNITY);

  /** Endings of names that never get an additional 村. */
  private static final List<String> COMPLETE = List.of(COMMUNITY, "嘎查", "园区", "开发区", "农场", "林场");

  private VillageName() {}

  /** The unified name; the text itself if it says only 村. */
  public static String plainName(String text) {
    String plain = plain(text);
    if (COMMUNITIES.stream().anyMatch(plain::endsWith)) {
      return named(without(COMMUNITIES, plain), COMMUNITY, text);
    }
    String core = without(VILLAGES, plain);
    return COMPLETE.stream().anyMatch(core::endsWith)
        ? named(core, "", text)
        : named(core, VILLAGE, text);
  }

  private static String named(String core, String suffix, String text) {
    return core.isEmpty() ? Glyphs.strip(text) : core + suffix;
  }

  private static String plain(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder plain = new StringBuilder(normal.length());
    normal
        .codePoints()
        .filter(glyph -> !Character.isWhitespace(glyph) && !Character.isSpaceChar(glyph))
        .filter(glyph -> Character.getType(glyph) != Character.FORMAT)
        .forEach(plain::appendCodePoint);
    return plain.toString().toUpperCase(Locale.ROOT);
  }

  private static String without(List<String> suffixes, String name) {
    String core = name;
    for (int at = 0; at < suffixes.size(); at++) {
      if (core.endsWith(suffixes.get(at))) {
        core = core.substring(0, core.length() - suffixes.get(at).length());
        at = -1;
      }
    }
    return core;
  }
}
