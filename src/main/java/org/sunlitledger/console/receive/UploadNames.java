package org.sunlitledger.console.receive;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.springframework.stereotype.Component;
import org.sunlitledger.console.receive.UploadRefusal.UploadFault;
import org.sunlitledger.intake.inbox.UntakenFiles;
import org.sunlitledger.quantity.text.SafeText;

/** Which names files may have in the inbox. */
@Component
final class UploadNames {
  private static final int MAX_BYTES = 200;

  private final UntakenFiles untaken;

  UploadNames(UntakenFiles untaken) {
    this.untaken = untaken;
  }

  /**
   * The name under which a file is kept: as sent, with its characters composed.
   *
   * @throws UploadRefusal if it has a folder, hidden characters, or an ending that no run reads
   */
  String checked(String sent) throws UploadRefusal {
    String name = Normalizer.normalize(sent, Normalizer.Form.NFC);
    boolean isForm =
        !name.isBlank()
            && name.equals(name.strip())
            && name.equals(SafeText.line(name))
            && name.codePoints().noneMatch(UploadNames::isOfPath);
    if (!isForm) {
      throw new UploadRefusal(UploadFault.NAME_FORM);
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new UploadRefusal(UploadFault.NAME_LONG, MAX_BYTES);
    }
    if (!untaken.isNameOfFile(name)) {
      throw new UploadRefusal(UploadFault.NAME_ENDING);
    }
    return name;
  }

  /** Slashes of all systems, and the colon and the like that other systems do not allow. */
  private static boolean isOfPath(int glyph) {
    return "/\\:*?\"<>|".indexOf(glyph) >= 0 || SafeText.isForbidden(glyph);
  }
}
