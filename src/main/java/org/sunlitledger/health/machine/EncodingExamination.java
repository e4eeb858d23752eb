package org.sunlitledger.health.machine;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sunlitledger.upkeep.Examination;
import org.sunlitledger.upkeep.Finding;

/** Examines whether texts and names of files are read as UTF-8. */
public final class EncodingExamination implements Examination {
  private final String texts;
  private final String fileNames;

  /**
   * @param texts encoding of texts
   * @param fileNames encoding of names of files, which follows the locale
   */
  public EncodingExamination(String texts, String fileNames) {
    this.texts = texts;
    this.fileNames = fileNames;
  }

  @Override
  public String name() {
    return "encoding";
  }

  @Override
  public List<Finding> examine() {
    return List.of(
        isUtf8(texts) && isUtf8(fileNames)
            ? Finding.ok("encoding.found", texts, fileNames)
            : Finding.broken("encoding.other", texts, fileNames));
  }

  private static boolean isUtf8(String name) {
    return Charset.isSupported(name) && Charset.forName(name).equals(StandardCharsets.UTF_8);
  }
}
