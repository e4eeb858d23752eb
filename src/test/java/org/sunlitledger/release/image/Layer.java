package org.sunlitledger.release.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.Deflater;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.sunlitledger.quantity.digest.Sha256;
import org.sunlitledger.release.tar.FolderTar;

/**
 * A layer of an image, in a file that has its digest for a name.
 *
 * @param digest SHA-256 of the file
 * @param content SHA-256 of the archive before it was compressed
 * @param size of the file in bytes
 * @param origin where it comes from, for the history of the image
 */
record Layer(String digest, String content, long size, String origin) {

  /** Adds the files of a layer. */
  @FunctionalInterface
  interface Content {
    void addTo(FolderTar tar) throws IOException;
  }

  /** Writes one into the folder of blobs. */
  static Layer write(Path blobs, Instant date, String origin, Content content) throws IOException {
    Path unnamed = blobs.resolve("layer");
    MessageDigest compressed = Sha256.sha256();
    MessageDigest plain = Sha256.sha256();
    GzipParameters parameters = new GzipParameters();
    parameters.setCompressionLevel(Deflater.BEST_COMPRESSION);
    try (OutputStream file = Files.newOutputStream(unnamed);
        OutputStream gzip =
            new GzipCompressorOutputStream(new DigestOutputStream(file, compressed), parameters);
        FolderTar tar = new FolderTar(new DigestOutputStream(gzip, plain), date)) {
      content.addTo(tar);
    }
    String digest = HexFormat.of().formatHex(compressed.digest());
    Path named = blobs.resolve(digest);
    Files.move(unnamed, named);
    return new Layer(digest, HexFormat.of().formatHex(plain.digest()), Files.size(named), origin);
  }
}
