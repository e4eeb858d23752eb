package org.sunlitledger.quantity.digest;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Passes bytes on, counts them and computes their SHA-256. */
public final class DigestStream extends FilterOutputStream {
  private final MessageDigest digest = Sha256.sha256();
  private long bytes;

  public DigestStream(OutputStream out) {
    super(out);
  }

  /** What has read a whole file. */
  public static DigestStream of(Path file) throws IOException {
    DigestStream digest = new DigestStream(OutputStream.nullOutputStream());
    Files.copy(file, digest);
    return digest;
  }

  @Override
  public void write(int value) throws IOException {
    out.write(value);
    digest.update((byte) value);
    bytes++;
  }

  @Override
  public void write(byte[] values, int from, int count) throws IOException {
    out.write(values, from, count);
    digest.update(values, from, count);
    bytes += count;
  }

  /** The number of bytes written so far. */
  public long bytes() {
    return bytes;
  }

  /** The digest of all bytes in lower-case hexadecimal. Call this once, at the end. */
  public String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
