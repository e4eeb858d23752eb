package org.sunlitledger.close.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.sunlitledger.quantity.digest.DigestStream;

/** Takes the parts of a snapshot, one after another. */
public interface PartSink {

  /** Takes one part; its name is that of a file. */
  void part(String name, PartContent content) throws IOException;

  /** What a part holds, written as a stream. */
  interface PartContent {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Keeps nothing but the digests, by the names of the parts. */
  static Map<String, String> digests(PartSource source) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    source.writeTo(
        (name, content) -> {
          DigestStream out = new DigestStream(OutputStream.nullOutputStream());
          content.writeTo(out);
          digests.put(name, out.sha256());
        });
    return digests;
  }

  /** Has parts to give. */
  interface PartSource {
    void writeTo(PartSink sink) throws IOException;
  }
}
