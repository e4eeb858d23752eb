package org.sunlitledger.definition;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The text of a definition file: UTF-8 with or without a byte order mark. Other encodings are
 * rejected.
 */
public final class DefinitionText {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private DefinitionText() {}

  public static String decode(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException problem) {
      throw new DefinitionException(name, "is not in UTF-8; save it in that encoding");
    }
  }
}
