package org.sunlitledger.console;

import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.sunlitledger.database.schema.DatabaseStep;

/** The parts of the console: those of the commands, and the pages. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
    basePackages = "org.sunlitledger",
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.ANNOTATION,
            classes = SpringBootConfiguration.class))
public class ConsoleApplication {

  /**
   * Starts the console; it answers when this returns.
   *
   * @param settings where neither the environment nor a file says otherwise
   * @param listener hears of what takes a while before it answers
   */
  public static ConfigurableApplicationContext start(
      Map<String, Object> settings, Consumer<DatabaseStep> listener) {
    return new SpringApplicationBuilder(ConsoleApplication.class)
        .web(WebApplicationType.SERVLET)
        .profiles("console")
        .properties(settings)
        .listeners(new DatabaseStep.Listener(listener))
        .run();
  }
}
