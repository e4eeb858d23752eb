package org.sunlitledger.console.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.sunlitledger.close.snapshot.SnapshotContents;
import org.sunlitledger.definition.Definitions;
import org.sunlitledger.quantity.digest.Sha256;

/** SHA-256 of all definitions, with their names, as they were when the console was started. */
@Component
class DefinitionDigest {
  private final String atStart;

  DefinitionDigest(SnapshotContents contents, Definitions definitions) {
    MessageDigest digest = Sha256.sha256();
    for (String name : contents.definitionFiles().stream().sorted().toList()) {
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(definitions.bytes(name));
    }
    this.atStart = HexFormat.of().formatHex(digest.digest());
  }

  String atStart() {
    return atStart;
  }
}
