package org.sunlitledger.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.sunlitledger.quantity.digest.DigestStream;

/**
 * The properties of a file before its content is used: its digest, its size, and the encoding that
 * decodes all of it. The encoding is strictly UTF-8, else strictly GB18030, and never a guess.
 */
public record FileSurvey(String sha256, long bytes, Optional<Charset> charset, boolean hasNul) {
  public static final Charset GB18030 = Charset.forName("GB18030");
  private static final int BLOCK_BYTES = 1 << 16;

  /** Computes digest and encoding in parallel, because both take long for a large file. */
  public static FileSurvey survey(Path file) throws IOException {
    CompletableFuture<String> sha256 = CompletableFuture.supplyAsync(() -> sha256Unchecked(file));
    Utf8Test utf8 = new Utf8Test();
    boolean hasNul = false;
    long bytes = 0;
    try (InputStream input = Files.newInputStream(file)) {
      byte[] block = new byte[BLOCK_BYTES];
      for (int read = input.read(block); read >= 0; read = input.read(block)) {
        utf8.take(block, read);
        for (int i = 0; i < read && !hasNul; i++) {
          hasNul = block[i] == 0;
        }
        bytes += read;
      }
    }
    Optional<Charset> charset = Optional.empty();
    if (!hasNul) {
      charset =
          utf8.isPassed()
              ? Optional.of(StandardCharsets.UTF_8)
              : Optional.of(GB18030).filter(other -> decodes(file, other));
    }
    return new FileSurvey(joined(sha256), bytes, charset, hasNul);
  }

  private static String joined(CompletableFuture<String> sha256) throws IOException {
    try {
      return sha256.join();
    } catch (CompletionException problem) {
      if (problem.getCause() instanceof UncheckedIOException unread) {
        throw unread.getCause();
      }
      throw problem;
    }
  }

  /** The current digest of a file. */
  public static String sha256(Path file) throws IOException {
    return DigestStream.of(file).sha256();
  }

  private static String sha256Unchecked(Path file) {
    try {
      return sha256(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** A reader that fails on the first bytes that are not text in this encoding. */
  public static Reader strictly(InputStream input, Charset charset) {
    return new InputStreamReader(input, strict(charset));
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static boolean decodes(Path file, Charset charset) {
    try (Reader reader = strictly(Files.newInputStream(file), charset)) {
      reader.transferTo(Writer.nullWriter());
      return true;
    } catch (CharacterCodingException notThis) {
      return false;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Checks a file block by block. A character may extend over two blocks. */
  private static final class Utf8Test {
    private final CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK_BYTES + 8);
    private final CharBuffer glyphs = CharBuffer.allocate(BLOCK_BYTES + 8);
    private boolean failed;

    void take(byte[] block, int length) {
      if (!failed) {
        bytes.put(block, 0, length).flip();
        failed = decoder.decode(bytes, glyphs.clear(), false).isError();
        bytes.compact();
      }
    }

    boolean isPassed() {
      return !failed && bytes.position() == 0;
    }
  }
}
