package org.sunlitledger.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * All texts that bytes may contain: in UTF-8, GBK and UTF-16, in workbooks and other archives, in
 * JSON and XML escapes, percent signs, base64 and the hexadecimal digits with which a database
 * prints bytes. Some of them have no meaning, which does not disturb a search.
 */
final class Unpacked {
  private static final int DEEPEST = 4;

  /** A text of at least this size that is valid UTF-8 is read in no other way. */
  private static final int LARGE = 1 << 20;

  private static final Charset GBK = Charset.forName("GB18030");
  private static final Pattern JSON = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
  private static final Pattern ENTITY = Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});");
  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){6,}+");
  private static final Pattern BASE64 = Pattern.compile("[0-9A-Za-z+/_-]{8,}+={0,2}");

  private final BiConsumer<String, String> texts;

  /**
   * @param texts receives the way to each text, and the text
   */
  Unpacked(BiConsumer<String, String> texts) {
    this.texts = texts;
  }

  void take(byte[] bytes) {
    take("", bytes, 0);
  }

  private void take(String how, byte[] bytes, int depth) {
    if (depth > DEEPEST || bytes.length < 2) {
      return;
    }
    if (begins(bytes, 'P', 'K', 3, 4)) {
      entries(how + " zip", bytes, depth);
    }
    if (begins(bytes, 0x1f, 0x8b)) {
      try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        take(how + " gzip", unzipped.readAllBytes(), depth + 1);
      } catch (IOException broken) {
        // it only looks like an archive
      }
    }
    boolean isText = isUtf8(bytes);
    text(how + " utf-8", new String(bytes, StandardCharsets.UTF_8), depth, isText);
    if (!isText || bytes.length < LARGE) {
      text(how + " gbk", new String(bytes, GBK), depth, false);
      // the start of an encoded piece is at a character
      int alignments = depth == 0 ? 2 : 1;
      for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
        for (int from = 0; from < alignments; from++) {
          text(how + " " + wide, new String(bytes, from, bytes.length - from, wide), depth, false);
        }
      }
    }
  }

  private static boolean begins(byte[] bytes, int... signature) {
    for (int i = 0; i < signature.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xff) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  private void entries(String how, byte[] bytes, int depth) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        take(how + " name", entry.getName().getBytes(StandardCharsets.UTF_8), depth + 1);
        take(how + " " + entry.getName(), zip.readAllBytes(), depth + 1);
      }
    } catch (IOException | IllegalArgumentException broken) {
      // as far as it can be read
    }
  }

  /**
   * @param isText whether it is certainly text, so that its escapes are decoded
   */
  private void text(String how, String text, int depth, boolean isText) {
    texts.accept(how, text);
    if (!isText) {
      return;
    }
    if (text.contains("\\u")) {
      String plain = JSON.matcher(text).replaceAll(found -> quoted(found.group(1), 16));
      texts.accept(how + " json", plain);
    }
    if (text.contains("&#")) {
      String plain =
          ENTITY
              .matcher(text)
              .replaceAll(found -> quoted(found.group(2), found.group(1).isEmpty() ? 10 : 16));
      texts.accept(how + " entities", plain);
    }
    each(PERCENT, text, found -> take(how + " percent", hex(found.replace("%", "")), depth + 1));
    each(HEX, text, found -> take(how + " hex", hex(found), depth + 1));
    each(BASE64, text, found -> base64(how + " base64", found, depth));
  }

  private static void each(
      Pattern pattern, String text, java.util.function.Consumer<String> found) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.accept(matcher.group());
    }
  }

  private static String quoted(String number, int radix) {
    try {
      return Matcher.quoteReplacement(Character.toString(Integer.parseInt(number, radix)));
    } catch (IllegalArgumentException none) {
      return " ";
    }
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private void base64(String how, String found, int depth) {
    String plain = found.replace("=", "").replace('-', '+').replace('_', '/');
    // the start within a run of letters is not known
    for (int from = 0; from < 4; from++) {
      int length = plain.length() - from;
      int whole = length % 4 == 1 ? length - 1 : length;
      byte[] bytes = Base64.getDecoder().decode(plain.substring(from, from + whole));
      if (isUtf8(bytes) || begins(bytes, 0x1f, 0x8b) || begins(bytes, 'P', 'K', 3, 4)) {
        take(how, bytes, depth + 1);
      }
    }
  }
}
