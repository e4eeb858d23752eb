package org.sunlitledger.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.sunlitledger.quantity.Digests;

/**
 * What a file is before anything in it is believed: its digest, its size, and the encoding in which
 * all of it can be read. Strictly UTF-8, else strictly GB18030: nothing is guessed.
 */
record FileSurvey(String sha256, long bytes, Optional<Charset> charset, boolean hasNul) {
  static final Charset GB18030 = Charset.forName("GB18030");

  static FileSurvey of(Path file) throws IOException {
    MessageDigest digest = Digests.sha256();
    boolean hasNul = false;
    try (InputStream input = new DigestInputStream(Files.newInputStream(file), digest)) {
      byte[] block = new byte[1 << 16];
      for (int read = input.read(block); read >= 0; read = input.read(block)) {
        for (int i = 0; i < read && !hasNul; i++) {
          hasNul = block[i] == 0;
        }
      }
    }
    Optional<Charset> charset = Optional.empty();
    if (!hasNul) {
      charset =
          decodes(file, StandardCharsets.UTF_8)
              ? Optional.of(StandardCharsets.UTF_8)
              : decodes(file, GB18030) ? Optional.of(GB18030) : Optional.empty();
    }
    return new FileSurvey(
        HexFormat.of().formatHex(digest.digest()), Files.size(file), charset, hasNul);
  }

  /** A reader that fails on the first byte that is not text in this encoding. */
  static Reader strictly(InputStream input, Charset charset) {
    return new InputStreamReader(
        input,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static boolean decodes(Path file, Charset charset) throws IOException {
    try (Reader reader = strictly(Files.newInputStream(file), charset)) {
      reader.transferTo(new java.io.OutputStreamWriter(OutputStream.nullOutputStream(), charset));
      return true;
    } catch (CharacterCodingException notThis) {
      return false;
    }
  }
}
