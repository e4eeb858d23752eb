package org.sunlitledger.health.machine;

import java.util.List;
import org.sunlitledger.upkeep.Examination;
import org.sunlitledger.upkeep.Finding;

/** Examines whether Java is new enough. */
public final class JavaExamination implements Examination {
  private static final int OLDEST = 17;

  private final Runtime.Version version;
  private final String home;

  /**
   * @param home the folder of the Java that runs
   */
  public JavaExamination(Runtime.Version version, String home) {
    this.version = version;
    this.home = home;
  }

  @Override
  public String name() {
    return "java";
  }

  @Override
  public List<Finding> examine() {
    return List.of(
        version.feature() < OLDEST
            ? Finding.broken("java.old", version, home, OLDEST)
            : Finding.ok("java.found", version, home, OLDEST));
  }
}
