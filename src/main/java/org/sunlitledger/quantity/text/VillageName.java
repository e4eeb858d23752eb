package org.sunlitledger.quantity.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * The one name of a village, however it is written: 米粮川, 米 粮川村, 米粮川村委会 and 米粮川行政村 are all 米粮川村.
 *
 * <p>White space and invisible characters count for nothing, full width is half width, and so are
 * capital and small letters the same. What only says that it is a village is optional: 村, 行政村, 村委会,
 * 村民委员会. As a village may be written without it, 新村, 新村村 and 新村委会 are one village. A community (社区,
 * 居委会) is no village: 川裕社区 and 川裕村 are two.
 */
public final class VillageName {
  private static final String VILLAGE = "村";
  private static final String COMMUNITY = "社区";

  /** The longest first, so that nothing of a suffix is left over. */
  private static final List<String> VILLAGES = List.of("村民委员会", "村民委", "村委会", "行政村", "村委", VILLAGE);

  private static final List<String> COMMUNITIES = List.of("居民委员会", "居委会", COMMUNITY);

  /** What a name may end with that nobody would put 村 behind. */
  private static final List<String> COMPLETE = List.of(COMMUNITY, "嘎查", "园区", "开发区", "农场", "林场");

  private VillageName() {}

  /** The name; the text as it is where that says nothing but 村. */
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
