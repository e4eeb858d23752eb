package org.sunlitledger.database.schema;

import java.util.function.Consumer;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;

/** What is done so that there is a database to work with, and takes a while. */
public enum DatabaseStep {
  /** The built-in server is unpacked and gets its folder of data. */
  SERVER_MADE,
  SERVER_STARTED,
  /** There are tables to be made or changed. */
  TABLES_LAID_OUT;

  /** Is published when a step begins. */
  @SuppressWarnings("serial") // it is never written anywhere
  public static final class Begun extends ApplicationEvent {
    private final DatabaseStep step;

    public Begun(DatabaseStep step) {
      super(step);
      this.step = step;
    }
  }

  /** Hears of the steps while an application starts. */
  public record Listener(Consumer<DatabaseStep> told) implements ApplicationListener<Begun> {
    @Override
    public void onApplicationEvent(Begun begun) {
      told.accept(begun.step);
    }
  }
}
