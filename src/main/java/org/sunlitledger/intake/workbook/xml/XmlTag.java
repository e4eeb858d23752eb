package org.sunlitledger.intake.workbook.xml;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlitledger.intake.file.WorkbookFaults;
import org.sunlitledger.intake.line.FileFault;

/** One tag of a workbook's XML from {@link XmlPartScan}. */
final class XmlTag {
  private static final Pattern REFERENCE =
      Pattern.compile("&(amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});");

  private final String text;
  private final int nameEnd;
  private final String name;
  private final boolean closing;

  XmlTag(byte[] tag, int length) {
    text = new String(tag, 0, length, StandardCharsets.ISO_8859_1);
    closing = text.startsWith("/");
    int at = closing ? 1 : 0;
    int from = at;
    while (at < length && !isSpace(text.charAt(at)) && text.charAt(at) != '/') {
      if (text.charAt(at) == ':') {
        from = at + 1;
      }
      at++;
    }
    nameEnd = at;
    name = text.substring(from, at);
  }

  /** The name without its prefix. */
  String name() {
    return name;
  }

  boolean isEnd() {
    return closing;
  }

  boolean isAlone() {
    return text.endsWith("/");
  }

  boolean contains(String part) {
    return text.contains(part);
  }

  /**
   * An attribute by its name without prefix. It is rejected if it is there twice or contains
   * character references. None of the attributes needed here requires them, and a parser would see
   * another value than the scan.
   */
  Optional<String> attribute(String wanted) throws FileFault {
    Optional<String> found = Optional.empty();
    int at = nameEnd;
    while (true) {
      while (at < text.length() && (isSpace(text.charAt(at)) || text.charAt(at) == '/')) {
        at++;
      }
      if (at == text.length()) {
        return found;
      }
      int equals = text.indexOf('=', at);
      int open = equals + 1;
      while (equals > 0 && open < text.length() && isSpace(text.charAt(open))) {
        open++;
      }
      int close =
          equals < 0 || open >= text.length() ? -1 : text.indexOf(text.charAt(open), open + 1);
      if (close < 0 || "\"'".indexOf(text.charAt(open)) < 0) {
        throw WorkbookFaults.broken("<" + name, "XML");
      }
      if (isNamed(wanted, at, equals)) {
        String value = text.substring(open + 1, close);
        if (found.isPresent() || value.indexOf('&') >= 0) {
          throw WorkbookFaults.broken("<" + name + " " + wanted, "XML");
        }
        found = Optional.of(value);
      }
      at = close + 1;
    }
  }

  /** An attribute with text that people write, decoded; empty if there is none. */
  String text(String wanted) {
    Matcher found =
        Pattern.compile("[\\s:]" + wanted + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')").matcher(text);
    if (!found.find()) {
      return "";
    }
    String raw = found.group(1) == null ? found.group(2) : found.group(1);
    byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
    return unescaped(new String(bytes, StandardCharsets.UTF_8));
  }

  /** A text of XML with its character references resolved. */
  static String unescaped(String xml) {
    return REFERENCE
        .matcher(xml)
        .replaceAll(found -> Matcher.quoteReplacement(resolved(found.group(1))));
  }

  private static String resolved(String reference) {
    return switch (reference) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> {
        boolean isHex = reference.charAt(1) == 'x';
        int glyph = Integer.parseInt(reference.substring(isHex ? 2 : 1), isHex ? 16 : 10);
        yield Character.isValidCodePoint(glyph) ? Character.toString(glyph) : "";
      }
    };
  }

  private boolean isNamed(String wanted, int from, int equals) {
    int to = equals;
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    int start = to - wanted.length();
    return start >= from
        && text.startsWith(wanted, start)
        && (start == from || text.charAt(start - 1) == ':');
  }

  private static boolean isSpace(char glyph) {
    return glyph == ' ' || glyph == '\n' || glyph == '\r' || glyph == '\t';
  }
}
