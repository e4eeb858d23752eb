package org.sunlitledger.health.console;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;

/** What systemd knows of a service. */
public enum ServiceState {
  /** There is no such service, or no systemd. */
  NONE,
  /** It should start with the machine and does not run. */
  STOPPED,
  RUNNING;

  private static final int MAX_WAIT_SECONDS = 5;

  /**
   * The state of a service; of one that systemd does not know, or says nothing about, none.
   *
   * @param service name of its unit
   */
  public static ServiceState of(String service) {
    if (answersYes("is-active", service)) {
      return RUNNING;
    }
    return answersYes("is-enabled", service) ? STOPPED : NONE;
  }

  private static boolean answersYes(String question, String service) {
    try {
      Process systemctl =
          new ProcessBuilder("systemctl", question, "--quiet", service)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      if (systemctl.waitFor(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
        return systemctl.exitValue() == 0;
      }
      systemctl.destroyForcibly();
      return false;
    } catch (IOException noSystemd) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
